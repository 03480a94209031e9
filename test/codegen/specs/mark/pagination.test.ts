import { expect, test } from 'vitest'
import { paginationOf } from '../../../../codegen/specs/mark/pagination.ts'
import { operationOf } from '../operations.ts'

const page = (parts: string) => operationOf(`POST /order/202309/orders/search: { name: GetOrderList, ${parts} }`)

test.each([
  [
    "parameters: { page_size: integer, page_token: string }, data: { next_page_token: string, total_count: integer, orders: 'object[]' }",
    {
      style: 'token',
      in: 'query',
      parameter: 'page_token',
      sizeParameter: 'page_size',
      next: 'next_page_token',
      total: 'total_count',
      items: 'orders',
    },
  ],
  [
    "body: { page_size: integer, page_token: string }, data: { next_page_token: string, has_more: boolean, orders: 'object[]' }",
    {
      style: 'token',
      in: 'body',
      parameter: 'page_token',
      sizeParameter: 'page_size',
      next: 'next_page_token',
      more: 'has_more',
      items: 'orders',
    },
  ],
  [
    "parameters: { page_token: string }, data: { data: object, data.next_page_token: string, 'data.orders': 'object[]' }",
    { style: 'token', in: 'query', parameter: 'page_token', next: 'data.next_page_token', items: 'data.orders' },
  ],
  [
    "body: { cursor: string, page_size: integer }, data: { next_cursor: string, more: boolean, order_list: 'object[]' }",
    {
      style: 'cursor',
      in: 'body',
      parameter: 'cursor',
      sizeParameter: 'page_size',
      next: 'next_cursor',
      more: 'more',
      items: 'order_list',
    },
  ],
  [
    "body: { page_number: integer, offset: integer }, data: { total: integer, list: 'object[]' }",
    { style: 'page-number', in: 'body', parameter: 'page_number', total: 'total', items: 'list' },
  ],
  [
    "body: { offset: integer, size: integer }, data: { more: boolean, list: 'object[]' }",
    { style: 'offset', in: 'body', parameter: 'offset', sizeParameter: 'size', more: 'more', items: 'list' },
  ],
  ["data: { orders: 'object[]' }", undefined],
  ["parameters: { page_token: string }, data: { orders: 'object[]' }", undefined],
])('%s', (parts, pagination) => {
  expect(paginationOf(page(parts))).toEqual(pagination)
})

test('where the rule cannot decide, it says why, and a mark decides', () => {
  const two = page(
    "parameters: { page_token: string }, data: { next_page_token: string, ids: 'string[]', orders: 'object[]' }",
  )
  expect(paginationOf(two)).toBe('it has the arrays ids, orders')
  expect(paginationOf(two, { items: 'orders' })).toMatchObject({ style: 'token', items: 'orders' })
  expect(paginationOf(two, 'none')).toBeUndefined()
  const none = page('parameters: { page_token: string }, data: { next_page_token: string }')
  expect(paginationOf(none)).toBe('it has no array beside the next token')
})
