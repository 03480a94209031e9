import { expect, test } from 'vitest'
import { describeField, describeOperation, plainWords } from '../../../../codegen/specs/describe/describe-operation.ts'
import { operationObject } from '../../../../codegen/specs/describe/operation-object.ts'
import { parsePlace, shapeAt } from '../../../../codegen/specs/place.ts'
import { operationOf } from '../operations.ts'

test.each([
  ['getOrderDetail', 'order'],
  ['getOrderList', 'order'],
  ['searchSizeCharts', 'size chart'],
  ['createProduct', 'product'],
  ['partialEditGlobalProduct', 'global product'],
  ['gsFullServicePreviewGetBrands', 'brand'],
  ['sellerSearchSampleApplications', 'sample application'],
  ['removeCreatorFromOpenCollaboration', 'creator'],
  ['getTransactionsByOrder', 'transaction'],
  ['inventorySearch', 'inventory'],
  ['gsCreateProductV2', 'product'],
  ['updateTheBlindBoxOpeningResults', 'blind box opening result'],
])('%s is about the %s', (operationId, object) => {
  expect(operationObject({ operationId }).join(' ')).toBe(object)
})

test.each([
  [['order'], 'order'],
  [['global', 'sku'], 'global SKU'],
  [['manufacturer', 'list'], 'manufacturer'],
  [['tracking', 'info'], 'tracking'],
  [['avg', 'price'], 'average price'],
])('%j reads %s', (words, text) => {
  expect(plainWords(words)).toBe(text)
})

const glossary = {
  fields: {
    note: 'Remark.',
    'line_item.note': 'Remark on the line.',
    'order/line_item.note': 'Remark on the line of the order.',
    'order.name': 'Name of the buyer.',
  },
  rules: { id: 'Identifier of the {parent}.', name: 'Name of the {parent}.' },
}

test.each([
  ['order', ['line', 'items'], 'note', 'Remark on the line of the order.'],
  ['product', ['line', 'item'], 'note', 'Remark on the line.'],
  ['product', ['sku'], 'note', 'Remark.'],
  ['product', ['skus'], 'id', 'Identifier of the SKU.'],
  ['order', ['order'], 'name', 'Name of the buyer.'],
  ['order', ['warehouse'], 'name', 'Name of the warehouse.'],
  ['order', ['order'], 'zip', undefined],
])('in %s, %j has for %s the words: %s', (domain, parent, name, words) => {
  expect(describeField(domain, parent, name, glossary, new Set())).toBe(words)
})

test('every field is described with what it belongs to, and used entries are noted', () => {
  const operation = operationOf(`
POST /order/202309/orders/search:
  name: GetOrderList
  parameters: { id: string }
  body: { name: string }
  data:
    data: object
    data.id: string
    line_items: object[]
    line_items[].id: string
    line_items[].shipping_info: object
    line_items[].shipping_info.id: string
`)
  const used = new Set<string>()
  describeOperation(operation, glossary, used)
  const at = (place: string) => shapeAt(operation.data, parsePlace(place))?.description
  expect(operation.parameters[0]?.shape.description).toBe('Identifier of the order.')
  expect(operation.body?.fields?.get('name')?.description).toBe('Name of the buyer.')
  expect(at('data.id')).toBe('Identifier of the order.')
  expect(at('line_items[].id')).toBe('Identifier of the line item.')
  expect(at('line_items[].shipping_info.id')).toBe('Identifier of the shipping.')
  expect([...used]).toEqual(['rules.id', 'order.name'])
})

test.each([
  ['array', 'Only orders in these states.'],
  ['object', 'Order and parcel, state by state.'],
  ['string', 'State of the order.'],
])('an entry for the type %s comes before one for any type', (type, words) => {
  const fields = {
    status: 'State.',
    'order.status': 'State of the order.',
    'order.status[]': 'Only orders in these states.',
    'order.status{}': 'Order and parcel, state by state.',
  }
  expect(describeField('order', ['order'], 'status', { fields, rules: {} }, new Set(), type)).toBe(words)
})
