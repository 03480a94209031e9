import { expect, test } from 'vitest'
import { mergeSupplement } from '../../../../codegen/specs/merge/merge-supplement.ts'
import type { Problem } from '../../../../codegen/specs/problem.ts'
import { shapeAt, parsePlace } from '../../../../codegen/specs/place.ts'
import { parseSupplement } from '../../../../codegen/specs/read/supplement.ts'
import { operationsOf } from '../operations.ts'

const vendor = () =>
  operationsOf(`
POST /order/202309/orders/search:
  name: GetOrderList
  from: [vendor-openapi]
  parameters:
    page_size: { type: integer, format: int32, required: true }
  body:
    order_status: string
  data:
    orders: object[]
    orders[].id: string
    orders[].paid_time: { type: integer, format: int64, unit: unix-seconds }
`)

function merge(text: string) {
  const problems: Problem[] = []
  const merged = mergeSupplement(vendor(), parseSupplement(text, '202309/order.yaml', problems), problems)
  const at = (place: string) => shapeAt(merged.operations[0]?.data, parsePlace(place))
  return { ...merged, at, problems: problems.map(({ at: key, what }) => `${key}: ${what}`) }
}

const entry = (section: string, line: string) => merge(`POST /order/202309/orders/search:\n  ${section}: { ${line} }\n`)

test('constraints and codes come from the supplement, the type from the vendor', () => {
  const { at, contradictions } = entry('data', "'orders[].paid_time': { minimum: 1, deprecated: true, markets: [BR] }")
  expect(at('orders[].paid_time')).toEqual({
    type: 'integer',
    format: 'int64',
    unit: 'unix-seconds',
    minimum: 1,
    deprecated: true,
    markets: ['BR'],
  })
  expect(contradictions).toEqual([])
})

test('a field that the vendor lacks is added below one that exists', () => {
  const { at } = entry('data', "'orders[].items': 'object[]', 'orders[].items[].sku': string")
  expect(at('orders[].items[].sku')).toEqual({ type: 'string' })
  expect(at('orders[].id')).toEqual({ type: 'string' })
})

test.each([
  [
    'data',
    "'orders[].paid_time': { type: number }",
    'type integer (vendor), number (supplement)',
    'vendor, which is more precise',
  ],
  ['data', "'orders[].id': { type: integer }", 'type string (vendor), integer (supplement)', 'vendor'],
  ['data', "'orders[].paid_time': { format: int32 }", 'format int64 (vendor), int32 (supplement)', 'vendor'],
  [
    'data',
    "'orders[].paid_time': { unit: unix-milliseconds }",
    "unit unix-seconds (vendor's example), unix-milliseconds (supplement)",
    'supplement',
  ],
  ['parameters', 'page_size: { required: false }', 'required (vendor), not required (supplement)', 'required'],
])('%s %s is reported as a contradiction', (section, line, what, stands) => {
  const { contradictions } = entry(section, line)
  expect(contradictions).toMatchObject([{ operation: 'POST /order/202309/orders/search', what, stands }])
})

test('what stands after a contradiction', () => {
  expect(entry('data', "'orders[].paid_time': { type: number, format: int32 }").at('orders[].paid_time')).toMatchObject(
    {
      type: 'integer',
      format: 'int64',
    },
  )
  expect(entry('data', "'orders[].paid_time': { unit: unix-milliseconds }").at('orders[].paid_time')?.unit).toBe(
    'unix-milliseconds',
  )
  expect(entry('parameters', 'page_size: { required: false }').operations[0]?.parameters[0]?.shape.required).toBe(true)
})

test.each([
  [
    'data',
    "'orders[].lines[].id': { maximum: 1 }",
    'data.orders[].lines[].id: The operation has no field "orders[].lines".',
  ],
  ['data', "'orders[].lines[].id': string", 'data.orders[].lines[].id: The operation has no field "orders[].lines".'],
  ['body', 'status: { maxLength: 1 }', 'body.status: The operation has no field "status".'],
  ['parameters', 'size: { maximum: 1 }', 'parameters.size: The operation has no such parameter.'],
])('%s %s no longer applies', (section, line, problem) => {
  expect(entry(section, line).problems).toEqual([`POST /order/202309/orders/search ${problem}`])
})

test('an operation that the vendor lacks needs a name', () => {
  expect(merge('GET /order/202309/orders: { scopes: [Order] }').problems).toEqual([
    "GET /order/202309/orders: The vendor's files have no such operation.",
  ])
  const { operations } = merge(
    'GET /order/202309/orders: { name: GetOrderDetail, errors: [5, 36009003], data: { id: string } }',
  )
  expect(operations.map(({ name, path }) => `${name} ${path}`)).toEqual([
    'GetOrderDetail /order/202309/orders',
    'GetOrderList /order/202309/orders/search',
  ])
  expect([...(operations[0]?.errors.keys() ?? [])]).toEqual(['5', '36009003'])
})

test('codes are numbers where the wire has numbers, also when they are keys of a map', () => {
  const data = "data: { level: { type: integer, codes: { 100: Express } }, kind: { type: string, codes: [1, '2'] } }"
  const { operations } = merge(`GET /order/202309/orders: { name: GetOrderDetail, ${data} }`)
  const fields = operations[0]?.data.fields
  expect(fields?.get('level')).toEqual({ type: 'integer', codes: [100], codeNames: { 100: 'Express' } })
  expect(fields?.get('kind')?.codes).toEqual(['1', '2'])
})

test('sources of both are kept', () => {
  const { operations } = merge('POST /order/202309/orders/search: { from: [sdk-2026-04] }')
  expect(operations[0]?.sources).toEqual(['sdk-2026-04', 'vendor-openapi'])
})
