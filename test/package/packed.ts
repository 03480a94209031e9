import { createHash } from 'node:crypto'
import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { cache, once } from './once.ts'
import { output } from './run.ts'

const root = new URL('../../', import.meta.url).pathname

/** The package as `npm publish` would upload it. */
export interface Packed {
  /** Path of the tarball. */
  tarball: string
  /** The folder it unpacks to. */
  folder: string
  /** Every file with its size, as npm lists them. */
  files: { path: string; size: number }[]
  unpackedSize: number
}

/**
 * Packs a copy of the tree as it is now, with `npm pack`, which builds it. Kept until a file of the tree changes, as it takes ten seconds and every test of
 * the package starts from it.
 */
export async function packed(): Promise<Packed> {
  const folder = join(cache, `packed-${hashOfTree()}`)
  await once(folder, async () => {
    dropOld()
    const unfinished = mkdtempSync(join(cache, 'packing-'))
    const tree = join(unfinished, 'tree')
    for (const name of treeFiles()) cpSync(join(root, name), join(tree, name))
    symlinkSync(join(root, 'node_modules'), join(tree, 'node_modules'))
    const list = await output('npm', ['pack', '--json', '--pack-destination', unfinished], { cwd: tree })
    // What the build prints comes first.
    writeFileSync(join(unfinished, 'list.json'), list.slice(list.search(/^\[/m)))
    await output('tar', ['-xzf', tarballIn(unfinished)], { cwd: unfinished })
    rmSync(tree, { recursive: true })
    renameSync(unfinished, folder)
  })
  const [list] = JSON.parse(readFileSync(join(folder, 'list.json'), 'utf8')) as [Omit<Packed, 'tarball' | 'folder'>]
  return { ...list, tarball: tarballIn(folder), folder: join(folder, 'package') }
}

function tarballIn(folder: string): string {
  return join(
    folder,
    readdirSync(folder).find((name) => name.endsWith('.tgz'))!,
  )
}

function hashOfTree(): string {
  const hash = createHash('sha256')
  for (const name of treeFiles())
    hash
      .update(name)
      .update('\0')
      .update(readFileSync(join(root, name)))
      .update('\0')
  return hash.digest('hex').slice(0, 16)
}

/** All files of the tree but those of other tests: a change there changes nothing in the package. */
function treeFiles(): string[] {
  const apart = new Set(['node_modules', 'dist', 'coverage', '.git', '.tmp', 'test', 'bench'])
  return readdirSync(root)
    .filter((name) => !apart.has(name) && !name.endsWith('.tgz'))
    .flatMap((name) => filesBelow(name))
    .sort()
}

function filesBelow(name: string): string[] {
  if (!statSync(join(root, name)).isDirectory()) return [name]
  return readdirSync(join(root, name))
    .filter((child) => child !== 'node_modules')
    .flatMap((child) => filesBelow(join(name, child)))
}

/** Packages of trees that were there a while ago; one that another run uses now is younger. */
function dropOld(): void {
  const old = Date.now() - 60 * 60 * 1000
  for (const name of readdirSync(cache)) {
    if (/^pack(ed|ing)-/.test(name) && statSync(join(cache, name)).mtimeMs < old) {
      rmSync(join(cache, name), { recursive: true, force: true })
    }
  }
}
