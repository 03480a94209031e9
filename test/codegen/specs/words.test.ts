import { expect, test } from 'vitest'
import { camelCase, pascalCase, singularise, splitWords } from '../../../codegen/specs/words.ts'

test.each([
  ['GetOrderList', 'Get Order List'],
  ['GetLIVEProducts', 'Get LIVE Products'],
  ['GetAccessTokenV1', 'Get Access Token V1'],
  ['QuerySKUsByID', 'Query SKUs By ID'],
  ['GetDelivery-OrderPrintDocument', 'Get Delivery Order Print Document'],
  ['page_size', 'page size'],
  ['24h_live_gmv', '24h live gmv'],
])('%s splits into %s', (name, words) => {
  expect(splitWords(name).join(' ')).toBe(words)
})

test('acronyms are words like others', () => {
  expect(camelCase(splitWords('GetProductsSEOWords'))).toBe('getProductsSeoWords')
  expect(pascalCase(splitWords('default_RP'))).toBe('DefaultRp')
})

test.each([
  ['line_items', 'line item'],
  ['skus', 'sku'],
  ['SKUs', 'SKU'],
  ['categories', 'category'],
  ['diagnoses', 'diagnosis'],
  ['lives', 'live'],
  ['data', 'data'],
  ['status', 'status'],
  ['address', 'address'],
])('%s is %s in the singular', (name, singular) => {
  expect(singularise(splitWords(name)).join(' ')).toBe(singular)
})
