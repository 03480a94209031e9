import { expect, test } from 'vitest'
import { markIdentifiers } from '../../../../codegen/specs/mark/identifiers.ts'
import { liftParameters } from '../../../../codegen/specs/mark/lift-parameters.ts'
import { markOperations } from '../../../../codegen/specs/mark/marks.ts'
import { isReadOnly } from '../../../../codegen/specs/mark/read-only.ts'
import type { Problem } from '../../../../codegen/specs/problem.ts'
import { operationOf } from '../operations.ts'

test.each([
  ['shop_cipher: string', { name: 'shop_cipher', required: false }, []],
  ['shop_cipher: { type: string, required: true }, ids: string', { name: 'shop_cipher', required: true }, ['ids']],
  ['category_asset_cipher: string', { name: 'category_asset_cipher', required: false }, []],
  [
    'category_asset_cipher: string, shop_cipher: string',
    { name: 'shop_cipher', required: false },
    ['category_asset_cipher'],
  ],
  ['app_key: string, sign: string, timestamp: integer, version: integer', undefined, ['version']],
])('of the parameters { %s } the SDK fills in its own', (parameters, cipher, left) => {
  const operation = operationOf(`GET /order/202309/orders: { name: GetOrder, parameters: { ${parameters} } }`)
  liftParameters(operation)
  expect(operation.cipher).toEqual(cipher)
  expect(operation.parameters.map(({ name }) => name)).toEqual(left)
})

test('of the legacy API the shop is lifted as well, and credentials leave the body of a token request', () => {
  const file = '202212/order.yaml'
  const parameters = 'shop_id: string, shop_cipher: string, access_token: string, version: string, order_id: string'
  const operation = operationOf(`GET /api/orders: { name: GetOrder, parameters: { ${parameters} } }`, file)
  liftParameters(operation)
  expect(operation.identity).toEqual(['shop_cipher', 'shop_id'])
  expect(operation.cipher).toBeUndefined()
  expect(operation.parameters.map(({ name }) => name)).toEqual(['order_id'])
  const body = 'app_key: string, app_secret: string, auth_code: string'
  const token = operationOf(
    `POST /api/token: { name: GetToken, server: https://auth.example, body: { ${body} } }`,
    file,
  )
  liftParameters(token)
  expect([...(token.body?.fields?.keys() ?? [])]).toEqual(['auth_code'])
})

test.each([
  ['order_id', 'integer, format: int64', true],
  ['ids', 'integer[]', true],
  ['order_id_list', 'integer[]', true],
  ['id', 'integer', true],
  ['category_id', 'integer, format: int32', undefined],
  ['status_id', 'integer, codes: [1, 2]', undefined],
  ['order_id', 'string', undefined],
  ['width', 'integer, format: int64', undefined],
  ['paid_time', 'integer, format: int64', undefined],
  ['unique_key', 'integer, format: int64, id64: true', true],
  ['order_id', 'integer, format: int64, id64: false', false],
])('the field %s of type %s is a 64-bit id: %s', (name, type, expected) => {
  const operation = operationOf(
    `GET /order/202309/orders: { name: GetOrder, data: { ${name}: { type: '${type.replace(/,/, "',")}${type.includes(',') ? '' : "'"} } } }`,
  )
  markIdentifiers(operation)
  const field = operation.data.fields?.get(name)
  expect((field?.items ?? field)?.id64).toBe(expected)
})

test.each([
  ['GET /order/202309/orders: { name: GetOrder }', true],
  ['POST /order/202309/orders/search: { name: OrderFinder }', true],
  ['POST /order/202309/performances: { name: GetPerformances }', true],
  ['POST /order/202309/orders: { name: GetawayOrder }', false],
  ['POST /order/202309/orders: { name: CreateOrder }', false],
  ['DELETE /order/202309/orders: { name: GetRidOfOrder }', false],
  ['GET /api/v2/token/get: { name: GetToken, server: https://auth.example }', false],
])('%s only reads: %s', (text, expected) => {
  expect(isReadOnly(operationOf(text))).toBe(expected)
})

test('a mark by hand outweighs the rule, and one without an operation is a problem', () => {
  const problems: Problem[] = []
  const operation = operationOf('POST /order/202309/price: { name: CalculatePrice }')
  markOperations([operation], { readOnly: { 'POST /order/202309/price': true, 'POST /gone': true } }, problems)
  expect(operation.readOnly).toBe(true)
  expect(problems.map(({ file, at }) => `${file} ${at}`)).toEqual(['marks.yaml POST /gone'])
})
