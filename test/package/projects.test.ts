import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { build } from 'esbuild'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { installedRuntimes } from '../runtimes/installed.ts'
import { install } from './install.ts'
import { output, plainEnvironment, run } from './run.ts'

const root = new URL('../../', import.meta.url).pathname

interface Project {
  /** What npm installs beside the package. */
  beside?: string[]
  /** What the project prints when all went well. */
  prints: unknown
}

const projects: Record<string, Project> = {
  esm: {
    prints: {
      listed: 5,
      ofDomain: 5,
      ofNewerPin: '/order/202507/orders',
      raw: 5,
      legacy: 5,
      kinds: ['signature'],
      signature: 64,
      codes: 'object',
      verdicts: [true, true, true, true, true, false],
    },
  },
  commonjs: { prints: { listed: 25, detailed: 2 } },
  bundler: { prints: { listed: 5, requestId: 'string' } },
  'node-types': { beside: [`@types/node@${versionOf('@types/node')}`], prints: { uri: 'string', accepted: true } },
}
const compilers = ['typescript54', 'typescript', 'typescript6', 'typescript7']
const strictness: Record<string, string[]> = {
  strict: ['--strict', 'true', '--exactOptionalPropertyTypes', '--noUncheckedIndexedAccess', '--noImplicitOverride'],
  loose: ['--strict', 'false'],
}

let folder: string
let node20: string
let mock: ChildProcess
let shop: string

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'projects-'))
  cpSync(join(root, 'test/projects'), folder, { recursive: true })
  const installing = Object.entries(projects).map(([name, { beside = [] }]) => install(join(folder, name), ...beside))
  await Promise.all(installing)
  node20 = join(await installedRuntimes(), 'node20/bin/node')
  // The shop that the installed command starts.
  mock = spawn(join(folder, 'esm/node_modules/.bin/tiktok-shop'), ['mock'], { stdio: ['ignore', 'pipe', 'inherit'] })
  const [line] = (await once(createInterface(mock.stdout!), 'line')) as [string]
  shop = line
}, 600_000)

afterAll(() => {
  mock?.kill()
  rmSync(folder, { recursive: true, force: true })
})

test('the package brings openapi-fetch and nothing else', async () => {
  const listed = await output('npm', ['ls', '--all', '--parseable'], { cwd: join(folder, 'esm') })
  const names = listed.trim().split('\n').slice(1)
  expect(names.map((path) => path.replace(/.*\/node_modules\//, '')).sort()).toEqual([
    'openapi-fetch',
    'openapi-typescript-helpers',
    'tiktok-shop-openapi',
  ])
})

describe.each(Object.keys(projects))('%s', (name) => {
  describe.each(compilers)(`TypeScript as %s`, (compiler) => {
    test.each(Object.keys(strictness))('compiles %s, and makes signed calls', { timeout: 120_000 }, async (strict) => {
      const cwd = join(folder, name)
      const out = join(cwd, `${compiler}-${strict}`)
      const tsc = join(root, 'node_modules', compiler, 'bin/tsc')
      const flags = [...strictness[strict]!, ...forCommonJs(name, compiler)]
      const compiled = await run(process.execPath, [tsc, '-p', cwd, '--outDir', out, ...flags], { cwd })
      expect(compiled.stdout).toBe('')
      expect(compiled.code).toBe(0)
      if (name === 'bundler') await bundle(join(out, 'main.js'))
      const program = [join(out, 'main.js'), shop]
      const ended = await run(nodeFor(name), program, { cwd, env: plainEnvironment() })
      expect(ended.code, ended.stderr).toBe(0)
      expect(JSON.parse(ended.stdout)).toEqual(projects[name]!.prints)
    })
  })
})

/** Before 5.8, TypeScript did not know that Node can load ESM by require(): in a CommonJS file it takes `module: preserve`. */
function forCommonJs(project: string, compiler: string): string[] {
  return project === 'commonjs' && compiler === 'typescript54'
    ? ['--module', 'preserve', '--moduleResolution', 'bundler']
    : []
}

/** CommonJS runs on the oldest Node that can load ESM by require() without a flag. */
function nodeFor(project: string): string {
  return project === 'commonjs' ? node20 : process.execPath
}

async function bundle(file: string): Promise<void> {
  const { warnings } = await build({
    entryPoints: [file],
    outfile: file,
    allowOverwrite: true,
    bundle: true,
    format: 'esm',
    platform: 'node',
    logLevel: 'silent',
  })
  expect(warnings).toEqual([])
}

function versionOf(name: string): string {
  return (JSON.parse(readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8')) as { version: string })
    .version
}

describe('every entry', () => {
  test.each(compilers)('has declarations that %s finds clean', { timeout: 300_000 }, async (compiler) => {
    const cwd = join(folder, 'esm')
    const lines = everyEntry().map((entry, at) => `export type * as e${at} from '${entry}'`)
    writeFileSync(join(cwd, 'every-entry.ts'), lines.join('\n'))
    const tsc = join(root, 'node_modules', compiler, 'bin/tsc')
    const config = { extends: './tsconfig.json', compilerOptions: { noEmit: true }, files: ['every-entry.ts'] }
    writeFileSync(join(cwd, 'every-entry.json'), JSON.stringify(config))
    const args = [tsc, '-p', 'every-entry.json', ...strictness['strict']!]
    expect(await run(process.execPath, args, { cwd })).toEqual({ code: 0, stdout: '', stderr: '' })
  })

  test('is loaded by require() on Node 20.19, from plain JavaScript', async () => {
    const file = join(folder, 'commonjs/every-entry.cjs')
    const program = `
      const empty = ${JSON.stringify(everyEntry())}.filter((entry) => Object.keys(require(entry)).length === 0)
      console.log(process.version, empty)`
    writeFileSync(file, program)
    expect(await output(node20, [file], { env: plainEnvironment() })).toBe('v20.19.0 []\n')
  })
})

/** All that a user can import, with the patterns of package.json spelled out. */
function everyEntry(): string[] {
  const home = join(folder, 'esm/node_modules/tiktok-shop-openapi')
  const { exports } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as {
    exports: Record<string, { types: string } | string | null>
  }
  const entries = Object.entries(exports).flatMap(([key, target]) => {
    if (target === null || typeof target === 'string') return []
    const [start, end] = target.types.split('*')
    if (end === undefined) return [key]
    const names = readdirSync(join(home, start!)).filter((name) => name.endsWith(end))
    return names.map((name) => key.replace('*', name.slice(0, -end.length))).filter((entry) => exports[entry] !== null)
  })
  return [...new Set(entries)].map((entry) => entry.replace('.', 'tiktok-shop-openapi'))
}

test('nothing deeper than the entries can be imported', async () => {
  const program = `import('tiktok-shop-openapi/dist/runtime/client.js').catch((error) => console.log(error.code))`
  const cwd = join(folder, 'esm')
  expect(await output(process.execPath, ['-e', program], { cwd })).toBe('ERR_PACKAGE_PATH_NOT_EXPORTED\n')
})
