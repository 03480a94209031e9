import { expect, test } from 'vitest'
import { createClientOf } from '../../runtime/client.ts'
import { rejection, type Method } from './shop.ts'

const tables = { order: { get_order_detail: 'GET 202309/orders newer:202507', get_order_list: 'GET 202309/list' } }
const fetch = (code: number) => () => Promise.resolve(Response.json({ code, message: 'No.', request_id: 'r1' }))
const orders = (code: number) => {
  const options = { appKey: 'k', appSecret: 's', accessToken: 't', fetch: fetch(code) }
  return (createClientOf('202309', tables, options) as { order: Record<string, Method> }).order
}

test('a retired version is an error that names the newer version that is there', async () => {
  const error = await rejection(orders(36009014)['getOrderDetail']!())
  expect(error.name).toBe('RetiredVersionError')
  expect(error.message).toBe(
    'order.getOrderDetail (202309): No. (code 36009014, HTTP 200, request_id r1): import a newer version, such as 202507',
  )
})

test('without a newer one that is known, it only says what to do', async () => {
  const error = await rejection(orders(36009014)['getOrderList']!())
  expect(error.message).toMatch(/\): import a newer version$/)
})

test('other errors of a replaced operation do not speak of it', async () => {
  expect((await rejection(orders(105005)['getOrderDetail']!())).message).not.toContain('202507')
})
