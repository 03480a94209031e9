import { describe, expect, test } from 'vitest'
import { parseOperation } from '../../runtime/operation.ts'

describe('parseOperation', () => {
  test('reads every part of the string', () => {
    const text =
      'PUT /order/202507/orders/{order_id}/items/{item_id}?page_token&shop_cipher! json both:order_id both:note ' +
      'int64:body.id int64:data.items[].ids[] int64:data.items[].sku.id page:token:page_token:next_page_token:data.items read'
    expect(parseOperation('order.test', text, '202510')).toEqual({
      about: { operation: 'order.test', version: '202507' },
      method: 'PUT',
      path: '/order/202507/orders/{order_id}/items/{item_id}',
      isAuth: false,
      pathNames: ['order_id', 'item_id'],
      queryNames: ['page_token', 'shop_cipher'],
      fixedQuery: {},
      requiredCipher: 'shop_cipher',
      body: 'json',
      inBothPlaces: ['order_id', 'note'],
      int64: { body: { id: {} }, data: { items: { '[]': { ids: { '[]': {} }, sku: { id: {} } } } } },
      paging: { style: 'token', parameter: 'page_token', next: 'next_page_token', items: 'data.items' },
      isRead: true,
      contentType: 'application/json',
    })
  })

  test('knows what strings leave out: the way to the domain, how most lists page, that GET reads', () => {
    expect(
      parseOperation('return_refund.get_list', 'GET 202309/returns page:returns newer:202602', '202505'),
    ).toMatchObject({
      about: { operation: 'returnRefund.getList', version: '202309' },
      path: '/return_refund/202309/returns',
      paging: { style: 'token', parameter: 'page_token', next: 'next_page_token', items: 'returns' },
      isRead: true,
      newer: '202602',
    })
  })

  test('reads the shortest string', () => {
    expect(parseOperation('event.test', 'POST /event/202309/tests', '202309')).toEqual({
      about: { operation: 'event.test', version: '202309' },
      method: 'POST',
      path: '/event/202309/tests',
      isAuth: false,
      pathNames: [],
      queryNames: [''],
      fixedQuery: {},
      requiredCipher: undefined,
      body: undefined,
      inBothPlaces: [],
      int64: {},
      paging: undefined,
      isRead: false,
      contentType: 'application/json',
    })
  })

  test.each([
    ['a form', 'POST /f/202309/upload form', { body: 'form' }],
    [
      'another type',
      'GET /f/202309/file type:multipart/form-data',
      { contentType: 'multipart/form-data', isRead: true },
    ],
    ['a path before 202309', 'GET /api/orders?shop_id', { fixedQuery: { version: '202212' }, queryNames: ['shop_id'] }],
    ['a later version before 202309', 'GET /api/orders?version=202306', { fixedQuery: { version: '202306' } }],
    [
      'a token operation',
      'GET https://auth.tiktok-shops.com/api/v2/token/get?auth_code',
      { isAuth: true, path: '/api/v2/token/get', queryNames: ['auth_code'] },
    ],
    [
      'pages without a field for the next',
      'GET /f/202309/x?page_number page:page-number:page_number::a.b',
      { paging: { style: 'page-number', parameter: 'page_number', next: '', items: 'a.b' } },
    ],
    [
      'pages whose token has a field of its own',
      'GET /f/202309/x page:more.token:a.b',
      { paging: { style: 'token', parameter: 'page_token', next: 'more.token', items: 'a.b' } },
    ],
  ])('reads %s', (_, text, expected) => {
    expect(parseOperation('a.b', text, '202212')).toMatchObject(expected)
  })
})
