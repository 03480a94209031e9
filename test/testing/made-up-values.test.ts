import { expect, test } from 'vitest'
import { createFakeShop } from '../../testing/index.ts'
import { clientOf } from './naive-client.ts'

const url = 'https://open-api.tiktokglobalshop.com'
const noon = Date.UTC(2026, 10, 21, 12)
const day = 24 * 60 * 60
const shopWith = (seed: number, now = noon) => {
  const shop = createFakeShop({ seed, now: () => now })
  return { shop, call: clientOf(shop, url, shop.fetch, () => now) }
}
const orderList = { query: { page_size: 5 }, body: '{"order_status":"AWAITING_SHIPMENT"}' }
const orders = 'POST /order/202309/orders/search'

type Order = Record<'id' | 'status' | 'buyer_email', string> &
  Record<'create_time' | 'update_time' | 'paid_time', number> & {
    payment: Record<string, string>
    recipient_address: { phone_number: string; postal_code: string }
    line_items: { id: string; sku_image: string }[]
  }
const ordersOf = (data: Record<string, unknown> | null) => data?.['orders'] as Order[]

test('the same seed gives the same answers, to the byte, in another shop; another seed gives others', async () => {
  const texts = await Promise.all(
    [shopWith(7), shopWith(7), shopWith(8)].map(async ({ call }) => (await call(orders, orderList)).text),
  )
  expect(texts[0]).toBe(texts[1])
  expect(texts[2]).not.toBe(texts[0])
  expect([shopWith(7).shop.appKey, shopWith(7).shop.appSecret]).toEqual([
    shopWith(7).shop.appKey,
    shopWith(7).shop.appSecret,
  ])
  expect(shopWith(8).shop.appSecret).not.toBe(shopWith(7).shop.appSecret)
})

test('data stays what it is all day; only the request id tells requests apart', async () => {
  const morning = await shopWith(7, Date.UTC(2026, 10, 21, 0, 0, 1)).call(orders, orderList)
  const evening = await shopWith(7, Date.UTC(2026, 10, 21, 23, 59, 59)).call(orders, orderList)
  expect(evening.data).toEqual(morning.data)
  const { call } = shopWith(7)
  const [first, second] = [await call(orders, orderList), await call(orders, orderList)]
  expect(second.data).toEqual(first.data)
  expect(second.requestId).not.toBe(first.requestId)
})

test('values look like what they are', async () => {
  const { data } = await shopWith(7).call(orders, orderList)
  for (const order of ordersOf(data)) {
    expect(order.id).toMatch(/^17\d{17}$/)
    expect(order.status).toBe('AWAITING_SHIPMENT')
    expect(order.buyer_email).toMatch(/^buyer\.\d{4}@example\.com$/)
    expect(order.payment).toMatchObject({ currency: 'USD' })
    expect(order.payment['total_amount']).toMatch(/^\d+\.\d\d$/)
    expect(order.recipient_address.phone_number).toMatch(/^\(\+1\)202555\d{4}$/)
    expect(order.recipient_address.postal_code).toMatch(/^\d{5}$/)
    expect(order.line_items[0]?.sku_image).toMatch(/^https:\/\/shop\.example\.com\//)
    expect(order.create_time).toBeLessThan(order.paid_time)
    expect(order.paid_time).toBeLessThan(order.update_time)
    expect(order.update_time).toBeLessThanOrEqual(noon / 1000)
    expect(order.create_time).toBeGreaterThan(noon / 1000 - 13 * day)
  }
})

test('64-bit ids go out as JSON numbers that a double cannot hold', async () => {
  const answer = await shopWith(7).call('GET /analytics/202405/shop_products/performance', {
    query: { start_date_ge: '2026-11-01', end_date_lt: '2026-11-20', page_size: 2 },
  })
  const ids = [...answer.text.matchAll(/"id":(\d+)[,}]/g)].map(([, digits]) => digits!)
  expect(ids).toHaveLength(2)
  for (const id of ids) {
    expect(id).toMatch(/^17\d{17}$/)
    expect(String(Number(id))).not.toBe(id)
  }
})

test('a detail shows the order that the list showed, in the order of the ids', async () => {
  const { call } = shopWith(7)
  const list = ordersOf((await call(orders, orderList)).data)
  const ids = [list[3]!.id, list[1]!.id]
  const detail = ordersOf((await call('GET /order/202309/orders', { query: { ids: ids.join(',') } })).data)
  expect(detail.map(({ id }) => id)).toEqual(ids)
  expect(detail[0]!.payment).toEqual(list[3]!.payment)
  expect(detail[0]!.line_items.map(({ id }) => id)).toEqual(list[3]!.line_items.map(({ id }) => id))
})

test('a legacy detail shows what the list showed, found by order_id', async () => {
  const { call } = shopWith(7)
  const list = await call('POST /api/orders/search', { body: '{"page_size":2}' })
  const [, second] = list.data?.['order_list'] as Record<string, unknown>[]
  const body = JSON.stringify({ order_id_list: [second!['order_id']] })
  const detail = await call('POST /api/orders/detail/query', { query: { version: 202305 }, body })
  const [order] = detail.data?.['order_list'] as Record<string, unknown>[]
  const shared = Object.keys(second!).filter((name) => name in order!)
  expect(shared.length).toBeGreaterThan(1)
  for (const name of shared) expect({ [name]: order![name] }).toEqual({ [name]: second![name] })
})

test('a read by path answers with what the path names', async () => {
  const { data } = await shopWith(7).call('GET /product/202309/products/1729382476852921560')
  expect(data).toMatchObject({ id: '1729382476852921560' })
})

test('two products that differ get different ids, the same one twice the same', async () => {
  const { call } = shopWith(7)
  const create = async (title: string) => {
    const body = JSON.stringify({
      title,
      description: 'x',
      category_id: '600001',
      main_images: [{ uri: 'x' }],
      skus: [{ price: { amount: '1', currency: 'USD' }, inventory: [{ warehouse_id: '1', quantity: 1 }] }],
      package_weight: { value: '1', unit: 'KILOGRAM' },
    })
    const { data, message } = await call('POST /product/202309/products', { body })
    expect(data, message).not.toBeNull()
    return data!['product_id']
  }
  const [mug, bag, mugAgain] = [await create('Mug'), await create('Bag'), await create('Mug')]
  expect(mug).toMatch(/^17\d{17}$/)
  expect(bag).not.toBe(mug)
  expect(mugAgain).toBe(mug)
})

test('success has no failures in it: lists of errors are there, and empty', async () => {
  const { data } = await shopWith(7).call('DELETE /product/202309/products', {
    body: '{"product_ids":["1729382476852921560"]}',
  })
  expect(data).toEqual({ errors: [] })
})

test('the shops of the grant are the one shop, with its cipher', async () => {
  const { shop, call } = shopWith(7)
  const { data } = await call('GET /authorization/202309/shops', { query: { shop_cipher: null } })
  expect(data?.['shops']).toMatchObject([{ id: shop.shopId, cipher: shop.shopCipher }])
  const legacy = await call('GET /api/shop/get_authorized_shop', { query: { shop_cipher: null } })
  expect(legacy.data?.['shop_list']).toMatchObject([{ shop_id: shop.shopId }])
})
