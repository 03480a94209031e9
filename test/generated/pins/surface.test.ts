import { existsSync, readFileSync } from 'node:fs'
import { beforeAll, expect, test } from 'vitest'
import { readSurface, recordOf, versions, type Surface } from './surface.ts'

let surface: Record<string, Surface>
beforeAll(async () => {
  surface = await readSurface()
})

test.each(versions)('%s gives users the types that are on record', (version) => {
  const recorded = existsSync(recordOf(version)) ? (JSON.parse(readFileSync(recordOf(version), 'utf8')) as Surface) : undefined
  expect(
    surface[version],
    'The public types of this version have changed: code that compiles today may not after an update. If that is meant, record it with `npm run surface`, review the diff, and say so in the changelog.',
  ).toEqual(recorded)
})
