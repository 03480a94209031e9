import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { once } from '../package/once.ts'
import { output, plainEnvironment } from '../package/run.ts'

const folder = new URL('binaries/', import.meta.url).pathname

/** Installs the runtimes that package-lock.json names, unless they are there, and gives the folder that holds them. */
export async function installedRuntimes(): Promise<string> {
  const lock = createHash('sha256').update(readFileSync(join(folder, 'package-lock.json')))
  const done = join(folder, 'node_modules', `.installed-${lock.digest('hex').slice(0, 16)}`)
  await once(done, async () => {
    console.log('installing the runtimes of test/runtimes/binaries, a gigabyte: takes a minute or two')
    await output('npm', ['ci', '--no-audit', '--no-fund'], { cwd: folder, env: plainEnvironment() })
    writeFileSync(done, '')
  })
  return join(folder, 'node_modules')
}
