import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { sourceModules } from '../../../codegen/generate/modules.ts'
import { generateAll } from '../../../codegen/generate/run.ts'
import { cases } from './cases.ts'

const silent = { step: () => undefined, done: () => undefined }
const fixtures = fileURLToPath(new URL('fixtures', import.meta.url))

describe.each(Object.entries(cases))('the folder that is generated of %s', (name, specs) => {
  test('reads, to the letter, as it stands in fixtures', async () => {
    const { files } = await generateAll(specs, fixtures, sourceModules, silent)
    for (const [path, text] of files) await expect(text).toMatchFileSnapshot(`fixtures/${name}/${path}`)
    const there = readdirSync(`${fixtures}/${name}`, { recursive: true, encoding: 'utf8' }).filter((path) =>
      path.endsWith('.ts'),
    )
    expect(there.sort()).toEqual([...files.keys()].sort())
  })
})
