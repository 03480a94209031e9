import { describe, expect, test } from 'vitest'
import { checkPlaces } from '../../../../codegen/specs/name/check-places.ts'
import { nameComponents } from '../../../../codegen/specs/name/components.ts'
import type { Problem } from '../../../../codegen/specs/problem.ts'
import { parseNames } from '../../../../codegen/specs/read/names-file.ts'
import { operationsOf } from '../operations.ts'

const orders = `
GET /order/202309/orders:
  name: GetOrderDetail
  data:
    orders: object[]
    orders[].id: string
    orders[].status: { type: string, codes: [UNPAID] }
    orders[].line_items: object[]
    orders[].line_items[].sku: string
POST /order/202309/orders/search:
  name: GetOrderList
  parameters:
    sort_order: { type: string, codes: [ASC, DESC] }
  body:
    filters: object
    filters.status: { type: string, codes: [UNPAID, ON_HOLD] }
  data:
    orders: object[]
    orders[].id: string
    orders[].note: string
    orders[].status: { type: string, codes: [UNPAID, COMPLETED] }
    orders[].line_items: object[]
    orders[].line_items[].price: string
`

function components(names: string, text = orders, file = '202309/order.yaml') {
  const problems: Problem[] = []
  const operations = operationsOf(text, file)
  const named = nameComponents(operations, parseNames(names), problems)
  const fields = (name: string) => [...(named.shapes.get(name)?.fields?.keys() ?? [])]
  return { ...named, fields, names: [...named.shapes.keys()].sort(), problems, operations }
}

describe('without short names', () => {
  test('shapes are named by their path, and code lists by the shape that holds them', () => {
    const { names, problems } = components('')
    expect(problems).toEqual([])
    expect(names).toEqual([
      'GetOrderDetailData',
      'GetOrderDetailOrder',
      'GetOrderDetailOrderLineItem',
      'GetOrderDetailOrderStatus',
      'GetOrderListData',
      'GetOrderListOrder',
      'GetOrderListOrderLineItem',
      'GetOrderListOrderStatus',
      'GetOrderListRequest',
      'GetOrderListRequestFilters',
      'GetOrderListRequestFiltersStatus',
      'GetOrderListSortOrder',
    ])
  })

  test('names stay when a field is added elsewhere', () => {
    const added = orders.replace(
      '    orders[].note: string\n',
      '    orders[].note: string\n    orders[].seller: object\n',
    )
    expect(components('', added).names.filter((name) => name !== 'GetOrderListOrderSeller')).toEqual(
      components('').names,
    )
  })

  test('directly in data, a code list has the name of the data and an object that of the operation', () => {
    const text =
      'GET /order/202309/orders: { name: GetOrder, data: { kind: { type: string, codes: [A] }, buyer: object } }'
    expect(components('', text).names).toEqual(['GetOrderBuyer', 'GetOrderData', 'GetOrderDataKind'])
  })

  test('two shapes of one name are a problem with a proposal', () => {
    const text = `
GET /order/202309/orders:
  name: GetOrder
  data: { item: object, items: 'object[]' }
`
    expect(components('', text).problems).toMatchObject([
      {
        file: 'names.yaml',
        what: 'Both GetOrder.data.item and GetOrder.data.items[] would be GetOrderItem.',
        remedy: "Add a name for one of them: order: { GetOrderItemInfo: ['GetOrder.data.items[]'] }.",
      },
    ])
  })
})

describe('with short names', () => {
  const names = `
names:
  order:
    Order: ['GetOrderDetail.data.orders[]', 'GetOrderList.data.orders[]']
    OrderLineItem: ['Order.line_items[]']
    OrderStatus: [Order.status, GetOrderList.body.filters.status]
`

  test('answers that share a name become one shape with the fields of all', () => {
    const { fields, problems, shapes } = components(names)
    expect(problems).toEqual([])
    expect(fields('Order')).toEqual(['id', 'status', 'line_items', 'note'])
    expect(fields('OrderLineItem')).toEqual(['sku', 'price'])
    expect(shapes.has('GetOrderListOrder')).toBe(false)
  })

  test('what is inside a merged shape refers to its own component', () => {
    const { shapes, nameOf } = components(names)
    const lineItem = shapes.get('Order')?.fields?.get('line_items')?.items
    const status = shapes.get('Order')?.fields?.get('status')
    expect(lineItem && nameOf(lineItem)).toBe('OrderLineItem')
    expect(status && nameOf(status)).toBe('OrderStatus')
  })

  test('a name given to what is nested in one place holds for the same field of all places of the shape', () => {
    const { problems, fields } = components(
      names.replace('Order.line_items[]', 'GetOrderList.data.orders[].line_items[]'),
    )
    expect(problems).toEqual([])
    expect(fields('OrderLineItem')).toEqual(['sku', 'price'])
  })

  test('code lists that share a name have the codes of all, in the request too', () => {
    const { shapes, nameOf, operations } = components(names)
    expect(shapes.get('OrderStatus')?.codes).toEqual(['UNPAID', 'ON_HOLD', 'COMPLETED'])
    const status = operations[1]?.body?.fields?.get('filters')?.fields?.get('status')
    expect(status && nameOf(status)).toBe('OrderStatus')
  })

  test('shapes below a short name are named after it', () => {
    const only = "names: { order: { Order: ['GetOrderDetail.data.orders[]', 'GetOrderList.data.orders[]'] } }"
    expect(components(only).names).toContain('OrderLineItem')
    expect(components(only).fields('OrderLineItem')).toEqual(['sku', 'price'])
    expect(components(only).names).toContain('OrderStatus')
  })

  test('fields of different types cannot share a name', () => {
    const text = orders
      .replace('orders[].note: string', 'orders[].sku: string')
      .replace('orders[].line_items[].price', 'orders[].line_items[].sku')
    const other = text.replace(/sku: string(\s*)$/, 'sku: integer$1')
    expect(components(names, other).problems).toMatchObject([
      { at: 'order.OrderLineItem (202309)', what: 'The field sku is string and integer in different places.' },
    ])
  })

  test('a place cannot have two names', () => {
    const twice = "names: { order: { A: ['GetOrderList.data.orders[]'], B: ['GetOrderList.data.orders[]'] } }"
    expect(components(twice).problems).toMatchObject([
      { at: 'order.B', what: 'GetOrderList.data.orders[] is also named A.' },
    ])
  })

  test.each([
    ['skus[].id: string', 'skus[].code: string', 'code, id'],
    ['skus[].id: { type: string, required: true }', 'skus[].id: string', 'id, id (required)'],
  ])('requests that share a name must be equal: %s, %s', (create, edit, difference) => {
    const text = `
POST /product/202309/products:
  name: CreateProduct
  body: { skus: 'object[]', '${create.replace(': ', "': ")} }
PUT /product/202309/products:
  name: EditProduct
  body: { skus: 'object[]', '${edit.replace(': ', "': ")} }
`
    const shared = "names: { product: { SkuInput: ['CreateProduct.body.skus[]', 'EditProduct.body.skus[]'] } }"
    const { problems } = components(shared, text, '202309/product.yaml')
    expect(problems).toHaveLength(1)
    expect(problems[0]?.what).toMatch(
      /^CreateProduct\.body\.skus\[\] and EditProduct\.body\.skus\[\] differ in .*; what is sent must be the same\.$/,
    )
    for (const mark of difference.split(', ')) expect(problems[0]?.what).toContain(mark)
  })

  test('a place is of one version where it says so, and never of the legacy API where it does not', () => {
    const pinned =
      "names: { order: { Order: ['GetOrderList.data.orders[]'], OldOrder: ['202212:GetOrderDetail.data.orders[]'] } }"
    expect(components(pinned).names).toContain('Order')
    expect(components(pinned).names).not.toContain('OldOrder')
    const legacy = components(pinned, orders, '202212/order.yaml')
    expect(legacy.names).toContain('OldOrder')
    expect(legacy.names).not.toContain('Order')
  })

  test('the nearest place is found below a short name of one version, too', () => {
    const file = parseNames(
      "names: { order: { Order: ['202212:GetOrderList.data.orders[]'], Wrong: ['202212:Order.stats'] } }",
    )
    const problems: Problem[] = []
    const { usedEntries, places } = nameComponents(operationsOf(orders, '202212/order.yaml'), file, problems)
    checkPlaces(file, usedEntries, () => places, problems)
    expect(problems[0]?.remedy).toBe('Correct or remove it. The nearest place is Order.status.')
  })

  test.each([
    ['GetOrderList.data.order[]', 'GetOrderList.data.orders[]'],
    ['GetOrderList.data.orders[].stats', 'GetOrderList.data.orders[].status'],
    ['Order.line_item[]', 'Order.line_items[]'],
    ['GetOrderList.data.orders[].id', 'GetOrderList.data.orders[]'],
  ])('the place %s does not exist: %s is proposed', (wrong, near) => {
    const file = parseNames(`names: { order: { Order: ['GetOrderList.data.orders[]'], Wrong: ['${wrong}'] } }`)
    const problems: Problem[] = []
    const { usedEntries, places } = nameComponents(operationsOf(orders), file, problems)
    checkPlaces(file, usedEntries, () => places, problems)
    expect(problems).toEqual([
      {
        file: 'names.yaml',
        at: `order.Wrong ${wrong}`,
        what: 'No version has an object or a code list at this place.',
        remedy: `Correct or remove it. The nearest place is ${near}.`,
      },
    ])
  })
})
