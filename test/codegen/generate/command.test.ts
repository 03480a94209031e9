import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { smallSpec } from './small-spec.ts'

const main = fileURLToPath(new URL('../../../codegen/generate/main.ts', import.meta.url))
let folder = ''

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'generate-'))
  spec('202309', 'order', 'getOrders')
  spec('202507', 'order', 'getOrders')
})

afterEach(() => {
  rmSync(folder, { recursive: true })
})

function filesOf(version: string, domain: string): string[] {
  const files = ['error-codes.ts', 'index.ts', 'internal/error-codes.ts', 'internal/paths.ts', `${domain}.ts`, 'raw.ts']
  return files.map((name) => `${version}/${name}`)
}

test('writes a folder per version, says what it did, and is up to date afterwards', () => {
  const { status, stdout, stderr } = run()
  expect(status).toBe(0)
  expect(stdout).toMatch(
    /^generated 2 versions, 2 operations, 13 files, \d+ lines, \d+\.\d s; 0 changed, 13 new, 0 gone\n$/,
  )
  expect(stderr).toBe('202309: 1 operation (version 1 of 2)\n202507: 1 operation (version 2 of 2)\n')
  expect(tree()).toEqual([...filesOf('202309', 'order'), ...filesOf('202507', 'order'), 'manifest.json'])
  expect(JSON.parse(read('manifest.json'))[0]).toEqual({
    version: '202309',
    domain: 'order',
    domainKey: 'order',
    operation: 'getOrders',
    name: 'GetOrders',
    method: 'GET',
    path: '/order/202309/getOrders',
    summary: 'Lists them.',
    newer: '202507',
  })
  expect(run().stdout).toContain('; 0 changed, 0 new, 0 gone')
  expect(run('--check').status).toBe(0)
})

test('--check lists what is stale and writes nothing', () => {
  run()
  spec('202309', 'order', 'listOrders')
  spec('202309', 'product', 'listProducts')
  rmSync(join(folder, 'specs/202507'), { recursive: true })
  const before = read('202309/order.ts')
  const { status, stderr } = run('--check')
  expect(status).toBe(1)
  expect(stderr.split('\n').slice(1)).toEqual([
    'generate: generated/ does not match specs/. Run `npm run generate` and commit the result.',
    ...[...filesOf('202309', 'order'), 'manifest.json'].map((path) => `  changed  ${path}`),
    '  missing  202309/product.ts',
    ...filesOf('202507', 'order').map((path) => `  gone  ${path}`),
    '',
  ])
  expect(read('202309/order.ts')).toBe(before)
})

test('files that specs no longer lead to are removed, and no others', () => {
  run()
  rmSync(join(folder, 'specs/202507'), { recursive: true })
  writeFileSync(join(folder, 'out/202309/mine.ts'), 'export const mine = 1\n')
  expect(run().stdout).toContain('6 gone')
  expect(existsSync(join(folder, 'out/202507'))).toBe(false)
  expect(existsSync(join(folder, 'out/202309/mine.ts'))).toBe(true)
})

test('a broken spec leaves everything as it was', () => {
  run()
  const before = tree().map(read)
  writeFileSync(join(folder, 'specs/202507/order.json'), '{ "openapi": ')
  spec('202309', 'order', 'listOrders')
  const { status, stderr } = run()
  expect(status).toBe(1)
  expect(stderr).toBe(
    'generate: the specs cannot be read; nothing was written.\n' +
      'specs/202507/order.json: #\n  is not JSON: Unexpected end of JSON input\n  Correct the file, or write it again with `npm run specs`.\n',
  )
  expect(tree().map(read)).toEqual(before)
})

test('a folder without specs, and an argument that does not exist', () => {
  rmSync(join(folder, 'specs'), { recursive: true })
  expect(run().stderr).toContain('there are no documents <version>/<domain>.json')
  const { status, stderr } = run('--chekc')
  expect(status).toBe(2)
  expect(stderr).toContain('Usage: npm run generate')
})

function run(...flags: string[]) {
  const args = [main, '--specs', join(folder, 'specs'), '--out', join(folder, 'out'), ...flags]
  return spawnSync(process.execPath, ['--conditions=tiktok-shop-source', ...args], { encoding: 'utf8' })
}

function spec(version: string, domain: string, operationId: string): void {
  const path = join(folder, 'specs', version, `${domain}.json`)
  const name = operationId.replace(/^./, (letter) => letter.toUpperCase())
  const operation = { operationId, summary: 'Lists them.', 'x-operation-name': name }
  const { document } = smallSpec(`${version}/${domain}`, { [`GET /${domain}/${version}/${operationId}`]: operation })
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, JSON.stringify(document))
}

function tree(): string[] {
  const all = readdirSync(join(folder, 'out'), { recursive: true, encoding: 'utf8' })
  return all.filter((path) => path.includes('.')).sort()
}

function read(path: string): string {
  return readFileSync(join(folder, 'out', path), 'utf8')
}
