import { readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, posix } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { packageSources } from '../../codegen/package/package-sources.ts'
import { relativeImports } from '../../codegen/package/reachable.ts'
import { packed, type Packed } from './packed.ts'
import { run } from './run.ts'

const root = new URL('../../', import.meta.url)
let parcel: Packed
let paths: string[]

beforeAll(async () => {
  parcel = await packed()
  paths = parcel.files.map(({ path }) => path).sort()
}, 300_000)

test('the package unpacks to at most 8 MB', () => {
  const byFolder = new Map<string, number>()
  for (const { path, size } of parcel.files) {
    const folder = /^dist\/\w+|^[^/]+/.exec(path)![0]
    byFolder.set(folder, (byFolder.get(folder) ?? 0) + size)
  }
  const lines = [...byFolder].map(([folder, size]) => `  ${folder.padEnd(16)}${(size / 1e3).toFixed(0)} kB`)
  console.log(`unpacked: ${(parcel.unpackedSize / 1e6).toFixed(2)} MB in ${paths.length} files\n${lines.join('\n')}`)
  expect(parcel.unpackedSize).toBeLessThanOrEqual(8_000_000)
})

test('it holds the build, the sources that maps lead to, and what npm asks for', () => {
  const kinds = paths.map((path) => kindOf(path) ?? path)
  expect([...new Set(kinds)].sort()).toEqual([
    'declarations',
    'legal and readme',
    'manifest',
    'maps of runtime/ and testing/',
    'scripts',
    'sources of runtime/ and testing/',
    'specs of the fake shop',
  ])
})

function kindOf(path: string): string | undefined {
  const kinds: [RegExp, string][] = [
    [/^package\.json$/, 'manifest'],
    [/^(LICENSE|README\.md|CHANGELOG\.md)$/, 'legal and readme'],
    [/^dist\/source\/(runtime|testing)\/[\w/-]+\.ts$/, 'sources of runtime/ and testing/'],
    [/^dist\/(runtime|testing)\/[\w/-]+(\.d\.ts|\.js)\.map$/, 'maps of runtime/ and testing/'],
    [/^dist\/(runtime|testing|generated)\/[\w/-]+\.d\.ts$/, 'declarations'],
    [/^dist\/(runtime|testing|generated|cli|codegen)\/[\w/-]+\.js$/, 'scripts'],
    [/^dist\/specs\/\d{6}\/\w+\.json$/, 'specs of the fake shop'],
  ]
  return kinds.find(([pattern]) => pattern.test(path))?.[1]
}

test('every entry, import and command of package.json leads to a file', () => {
  const manifest = JSON.parse(readFileSync(join(parcel.folder, 'package.json'), 'utf8')) as Record<string, unknown>
  const targets = ['exports', 'imports', 'bin'].flatMap((field) => published(manifest[field]))
  expect(targets.length).toBeGreaterThan(200)
  const isThere = (target: string) => {
    const [start, end = ''] = target.replace(/^\.\//, '').split('*')
    return paths.some((path) => (target.includes('*') ? path.startsWith(start!) && path.endsWith(end) : path === start))
  }
  expect(targets.filter((target) => !isThere(target))).toEqual([])
})

/** Targets of all conditions but the one that this repository has for itself. */
function published(target: unknown): string[] {
  if (target === null) return []
  if (typeof target === 'string') return [target]
  return Object.entries(target as Record<string, unknown>)
    .filter(([condition]) => condition !== 'tiktok-shop-source')
    .flatMap(([, child]) => published(child))
}

test('every script and declaration is reached by an entry or the command, and whatever one imports is there', () => {
  const entries = packageSources(root).map((source) => `dist/${source.replace(/\.ts$/, '')}`)
  for (const extension of ['.js', '.d.ts']) {
    const reached = new Set<string>()
    const missing: string[] = []
    const follow = (path: string, from: string) => {
      if (reached.has(path)) return
      if (!paths.includes(path)) return void missing.push(`${path} for ${from}`)
      reached.add(path)
      for (const imported of relativeImports(readFileSync(join(parcel.folder, path), 'utf8'))) {
        follow(posix.join(posix.dirname(path), imported).replace(/\.js$/, extension), path)
      }
    }
    for (const entry of entries) {
      if (extension === '.js' || !entry.startsWith('dist/cli/')) follow(entry + extension, 'package.json')
    }
    const there = paths.filter((path) => path.startsWith('dist/') && path.endsWith(extension))
    expect(missing).toEqual([])
    expect(there.filter((path) => !reached.has(path))).toEqual([])
  }
})

test('no declaration imports a source', () => {
  const declarations = paths.filter((path) => path.endsWith('.d.ts'))
  const imports = declarations.flatMap((path) => relativeImports(readFileSync(join(parcel.folder, path), 'utf8')))
  expect(imports.filter((path) => !path.endsWith('.js'))).toEqual([])
})

test('maps lead to sources that are there, and no source is there without', () => {
  const maps = paths.filter((path) => path.endsWith('.map'))
  const led = new Set<string>()
  for (const path of maps) {
    const { sources } = JSON.parse(readFileSync(join(parcel.folder, path), 'utf8')) as { sources: string[] }
    for (const source of sources) led.add(posix.join(posix.dirname(path), source))
  }
  expect([...led].sort()).toEqual(paths.filter((path) => path.startsWith('dist/source/')))
})

test('a script or declaration names a map exactly when it has one', () => {
  const code = paths.filter((path) => /^dist\/.*(\.js|\.d\.ts)$/.test(path))
  const naming = code.filter((path) =>
    /^\/\/# sourceMappingURL=/m.test(readFileSync(join(parcel.folder, path), 'utf8')),
  )
  expect(naming).toEqual(code.filter((path) => paths.includes(`${path}.map`)))
})

test('the specs of the fake shop are all there, each document of specs/ once', () => {
  const specs = new URL('specs/', root).pathname
  const documents = readdirSync(specs)
    .filter((name) => /^\d{6}$/.test(name))
    .flatMap((version) => readdirSync(join(specs, version)).map((file) => `dist/specs/${version}/${file}`))
  expect(paths.filter((path) => path.startsWith('dist/specs/'))).toEqual(documents.sort())
})

test('publint finds nothing', async () => {
  const publint = new URL('node_modules/publint/src/cli.js', root).pathname
  const { code, stdout } = await run(process.execPath, [publint, 'run', '--strict', parcel.tarball])
  expect(stdout).toContain('All good!')
  expect(code).toBe(0)
})

test('no file names a folder of the machine that built it', () => {
  const folders = [root.pathname, tmpdir()]
  const naming = paths.filter((path) => {
    const text = readFileSync(join(parcel.folder, path), 'utf8')
    return folders.some((folder) => text.includes(folder))
  })
  expect(naming).toEqual([])
})
