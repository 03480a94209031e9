import { expect, test } from 'vitest'
import type { Problem } from '../../../../codegen/specs/problem.ts'
import { parseSupplement } from '../../../../codegen/specs/read/supplement.ts'

function parse(text: string) {
  const problems: Problem[] = []
  const operations = parseSupplement(text, '202309/order.yaml', problems)
  return { operations, problems: problems.map(({ file, at, what }) => `${file}: ${at}: ${what}`) }
}

test('an operation is read with its entries; a bare type is short for one', () => {
  const { operations, problems } = parse(`
GET /order/202309/orders:
  name: GetOrderDetail
  data:
    orders: object[]
    orders[].cpf: { type: string, markets: [BR] }
    orders[].status: { type: integer, codes: { 100: UNPAID, 105: ON_HOLD } }
`)
  expect(problems).toEqual([])
  expect(operations[0]).toMatchObject({
    version: '202309',
    domain: 'order',
    method: 'GET',
    path: '/order/202309/orders',
  })
  expect([...(operations[0]?.data ?? [])]).toEqual([
    ['orders', { type: 'object[]' }],
    ['orders[].cpf', { type: 'string', markets: ['BR'] }],
    ['orders[].status', { type: 'integer', codes: ['100', '105'], codeNames: { 100: 'UNPAID', 105: 'ON_HOLD' } }],
  ])
})

test.each([
  ['data: { id: { typ: string } }', 'data.id: The entry has the unknown key "typ".'],
  ['data: { id: { type: text } }', 'data.id: The entry has a wrong value for "type".'],
  ['data: { id: { format: money } }', 'data.id: The entry has a wrong value for "format".'],
  ['data: { id: 5 }', 'data.id: The entry is neither a type nor a map.'],
  ['body: { id: { maximum: "5" } }', 'body.id: The entry has a wrong value for "maximum".'],
  ['body: { id: { codes: [[A]] } }', 'body.id: The entry has a wrong value for "codes".'],
])('%s is a problem', (line, problem) => {
  const key = 'GET /order/202309/orders'
  expect(parse(`${key}:\n  ${line}\n`).problems).toEqual([`202309/order.yaml: ${key} ${problem}`])
})

test('an unknown key of an operation is a problem', () => {
  expect(parse('GET /a:\n  titel: x\n').problems).toEqual([
    '202309/order.yaml: GET /a: The operation has the unknown key "titel".',
  ])
})

test('an operation without entries, and an empty section', () => {
  expect(parse('GET /a:\n').problems).toEqual(['202309/order.yaml: GET /a: The operation has no entries.'])
  expect(parse('GET /a: { name: A, body: }\n')).toMatchObject({ problems: [], operations: [{ body: new Map() }] })
})
