import { writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { output } from '../package/run.ts'

/** What the compiler counts of a file that is all there is to check. */
export interface Counts {
  types: number
  instantiations: number
  checkSeconds: number
}

/** Compiles one file of a project and gives what the compiler counted. */
export async function countsOf(folder: string, file: string): Promise<Counts> {
  const config = `tsconfig.${file}.json`
  writeFileSync(join(folder, config), JSON.stringify({ extends: './tsconfig.json', include: [], files: [file] }))
  const tsc = createRequire(import.meta.url).resolve('typescript/lib/tsc.js')
  const printed = await output(process.execPath, [tsc, '-p', config, '--extendedDiagnostics'], { cwd: folder })
  const figure = (name: string) => Number(new RegExp(`^${name}:\\s+([\\d.]+)`, 'm').exec(printed)![1])
  return { types: figure('Types'), instantiations: figure('Instantiations'), checkSeconds: figure('Check time') }
}
