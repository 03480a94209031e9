import { mkdtempSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { install } from '../package/install.ts'
import { once } from '../package/once.ts'
import { packed } from '../package/packed.ts'

const compilerOptions = {
  target: 'ES2022',
  lib: ['ES2023', 'DOM', 'DOM.Iterable', 'DOM.AsyncIterable'],
  module: 'nodenext',
  strict: true,
  noEmit: true,
  skipLibCheck: true,
  types: [],
}

/** A user's project that has the packed package installed. */
export interface Project {
  folder: string
  remove(): void
}

/** Makes a strict ESM project of these files, by name. */
export async function makeProject(files: Record<string, string>): Promise<Project> {
  const folder = mkdtempSync(join(tmpdir(), 'editor-'))
  writeFileSync(join(folder, 'package.json'), '{ "type": "module", "private": true }\n')
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['*.ts'] }))
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
  symlinkSync(join(await installed(), 'node_modules'), join(folder, 'node_modules'))
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

/** A folder that has the package installed, kept beside the tarball, as all tests of the editor only read it. */
async function installed(): Promise<string> {
  const { tarball } = await packed()
  const folder = join(dirname(tarball), 'installed')
  await once(folder, async () => {
    const unfinished = mkdtempSync(join(dirname(tarball), 'installing-'))
    await install(unfinished)
    renameSync(unfinished, folder)
  })
  return folder
}

/** Text of a file in `fixtures/`. */
export function fixture(name: string): string {
  return readFileSync(new URL(`fixtures/${name}`, import.meta.url), 'utf8')
}
