import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { typecheck } from '../typecheck.ts'

const page = readFileSync(new URL('../../docs/migrating.md', import.meta.url), 'utf8')

/** What the page says is in an import: an export, or a path on a client, with the names of some arguments. */
interface Claim {
  from: string
  name: string
}

/** The rows of the tables, whose last column names the imports. */
const rows = [...page.matchAll(/^\|[^|]+\| +([^|]+?) +\| +([^|]+?) +\|$/gm)]
  .map(([, here = '', from = '']) => ({ here, from }))
  .filter(({ from }) => from !== 'import' && !from.startsWith('--'))

/** The lists whose items begin with a version. */
const items = [...page.matchAll(/^- (\d{6}): (.*\n(?: {2}.*\n)*)/gm)].map(([, from = '', here = '']) => ({
  here,
  from,
}))

const claims: Claim[] = [...rows, ...items].flatMap(({ here, from }) => {
  const names = [...here.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name)
  const imports = from.match(/root|\d{6}(\/raw)?/g) ?? []
  return imports.flatMap((entry) => names.map((name) => ({ from: entry, name })))
})

/** A line of TypeScript that compiles if the claim is true; nothing where the name is no claim, such as `{ fetch }`. */
function proofOf({ from, name }: Claim, index: number): string {
  const entry = from === 'root' ? 'tiktok-shop-openapi' : `tiktok-shop-openapi/${from}`
  const [, path, names] = /^shop\.([\w.]+)(?:\((.*)\))?$/.exec(name) ?? []
  if (path) {
    const type = `import('${entry}').Client${path
      .split('.')
      .map((step) => `['${step}']`)
      .join('')}`
    const uses = (names?.match(/\w+/g) ?? []).map(
      (argument) => `Required<NonNullable<Parameters<${type}>[0]>>['${argument}']`,
    )
    return `export type Claim${index} = [${[type, ...uses].join(', ')}]`
  }
  return /^\w+$/.test(name) ? `import type { ${name} as Claim${index} } from '${entry}'` : ''
}

test('the page names an import for every counterpart', () => {
  expect(rows.length).toBeGreaterThan(90)
  expect(items.length).toBeGreaterThan(10)
  for (const { here, from } of rows) expect(from, here).toMatch(/^(root|–|\d{6}(\/raw)?(, \d{6})*)$/)
})

test('every counterpart that the page names exists, with the arguments that it names', () => {
  expect(typecheck({ 'docs/migrating.claims.ts': claims.map(proofOf).join('\n') })).toEqual([])
})

test('a counterpart, an argument or an export that does not exist would fail', () => {
  const wrong = ['shop.order.getOrders', 'shop.order.getOrderList({ page })', 'signByUrl']
  const proofs = wrong.map((name, index) => proofOf({ from: index < 2 ? '202309' : 'root', name }, index))
  const findings = typecheck({ 'docs/wrong.claims.ts': proofs.join('\n') }).join('\n')
  for (const name of ['getOrders', 'page', 'signByUrl']) expect(findings).toMatch(new RegExp(`'"?${name}"?'`))
})
