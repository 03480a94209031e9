import { readFileSync } from 'node:fs'
import ts from 'typescript'
import { beforeAll, describe, expect, test } from 'vitest'
import { readOperations } from '../../specs.ts'
import { domainKeyOf } from '../client-of.ts'
import { methodsOf, versions } from './surface.ts'

const operations = readOperations()
const pins: Record<string, Record<string, string>> = {}
beforeAll(async () => {
  for (const version of versions) pins[version] = await methodsOf(version)
})

test('202309 is exactly 202309', () => {
  const own = operations.filter(({ version }) => version === '202309')
  expect(Object.values(pins['202309']!).sort()).toEqual(own.map(({ method, path }) => `${method} ${path}`).sort())
})

test('202507 has what is new in it, and the rest from before', () => {
  expect(pins['202507']).toMatchObject({
    'order.getOrderDetail': 'GET /order/202507/orders',
    'order.getOrderList': 'POST /order/202309/orders/search',
    'product.searchProducts': 'POST /product/202502/products/search',
  })
  expect(pins['202506']!['order.getOrderDetail']).toBe('GET /order/202309/orders')
})

/** The rule once more: of each method and path without version, the newest that is not later. */
function expectedOf(pin: string): Record<string, string> {
  const newest = new Map<string, { name: string; request: string; version: string }>()
  const upTo = operations.filter(({ version }) => (pin === '202212' ? version === pin : version !== '202212' && version <= pin))
  for (const { version, domain, method, path, operation } of upTo) {
    const name = `${domainKeyOf(domain)}.${operation.operationId}`
    const key = `${method} ${path.replace(`/${version}/`, '/')}`
    if ((newest.get(key)?.version ?? '') < version) newest.set(key, { name, request: `${method} ${path}`, version })
  }
  return Object.fromEntries([...newest.values()].map(({ name, request }) => [name, request]))
}

test.each(versions)('%s has every operation in its newest version that is not later', (version) => {
  expect(pins[version]).toEqual(expectedOf(version))
})

test('202604, the newest, has 398 operations', () => {
  expect(Object.keys(pins['202604']!)).toHaveLength(398)
})

describe('types', () => {
  const root = new URL('../../../', import.meta.url).pathname
  const { config } = ts.readConfigFile(`${root}tsconfig.json`, (path) => readFileSync(path, 'utf8')) as { config: object }
  const { options } = ts.parseJsonConfigFileContent({ ...config, include: [] }, ts.sys, root)
  const entries = versions.map((version) => `${root}generated/${version}/index.ts`)
  const program = ts.createProgram(entries, options)
  const checker = program.getTypeChecker()

  /** The names that an entry exports, with the file that declares each. */
  const exportsOf = (entry: string): Map<string, string> => {
    const module = checker.getSymbolAtLocation(program.getSourceFile(entry)!)!
    return new Map(
      checker.getExportsOfModule(module).map((symbol) => {
        const target = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol
        return [symbol.name, target.declarations![0]!.getSourceFile().fileName.replace(`${root}generated/`, '')]
      }),
    )
  }

  const missing = (exported: ReadonlyMap<string, string>, older: ReadonlyMap<string, string>) =>
    [...older.keys()].filter((name) => !exported.has(name))

  test('no later pin lacks a type that an earlier one has, and a name never goes back to an older declaration', () => {
    const all = entries.slice(1).map(exportsOf)
    for (const [index, exported] of all.entries()) {
      const before = all[index - 1]
      if (!before) continue
      expect(missing(exported, before)).toEqual([])
      const back = [...exported].filter(([name, file]) => /^\d/.test(file) && (before.get(name) ?? '') > file.slice(0, 7) + '~')
      expect(back).toEqual([])
    }
  })

  test('a pin exports each type that its own version declares, as that version declares it', () => {
    const exported = exportsOf(`${root}generated/202507/index.ts`)
    expect(exported.get('GetOrderDetail')).toBe('202507/order.ts')
    expect(exported.get('GetOrderList')).toBe('202309/order.ts')
    expect(exported.get('Order')).toBe('202507/order.ts')
    expect(exported.get('OrderOperations')).toBe('202507/order.ts')
    expect(exported.get('createClient')).toBe('202507/index.ts')
  })
})
