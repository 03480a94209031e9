/** What `npm run demo` runs after generating: a fake shop on loopback, and signed calls on 202212 and on 202309. */
import { createClient } from '../generated/202309/index.ts'
import { createClient as createLegacyClient } from '../generated/202212/index.ts'
import { ApiError } from '../runtime/index.ts'
import { createFakeShop } from '../testing/index.ts'
import { heading, line, requestsOf, table } from './print.ts'

const shop = createFakeShop({ seed: 7 })
const server = await shop.listen()
const { appKey, appSecret, accessToken, shopCipher } = shop
const show = requestsOf(shop)

heading('A fake shop answers on loopback', `${server.url}, checks every signature, knows every operation of the specs`)

const client = createClient({ appKey, appSecret, accessToken, shopCipher, baseUrl: server.url })

heading('202309: list', `client.order.getOrderList({ page_size: 5, order_status: 'AWAITING_SHIPMENT' })`)
const { orders = [], total_count } = await client.order.getOrderList({
  page_size: 5,
  order_status: 'AWAITING_SHIPMENT',
})
show()
table(
  ['id', 'status', 'buyer pays', 'line items'],
  orders.map(({ id, status, payment, line_items }) => [
    id,
    status,
    `${payment?.total_amount} ${payment?.currency}`,
    line_items?.length,
  ]),
)
line(`${orders.length} of ${total_count} orders on this page`)

heading('202309: page through', `for await (const order of client.order.getOrderList.iterate({ page_size: 10 }))`)
let count = 0
for await (const order of client.order.getOrderList.iterate({ page_size: 10 })) if (order.id) count++
show()
line(`${count} orders, every page asked for with the token of the one before`)

heading('202309: detail', `client.order.getOrderDetail({ ids: [two ids] })`)
const ids = orders.slice(0, 2).map(({ id }) => id ?? '')
const detail = await client.order.getOrderDetail({ ids }).withResponse()
show()
line(
  `request ${detail.requestId}: ${detail.data.orders?.length} orders; the two ids went out as one value, joined by a comma`,
)

heading('202309: upload an image', `client.product.uploadProductImage({ data: blob, use_case: 'MAIN_IMAGE' })`)
const image = await client.product.uploadProductImage({
  data: new File([new Uint8Array([0x89, 0x50, 0x4e, 0x47])], 'front.png', { type: 'image/png' }),
  use_case: 'MAIN_IMAGE',
})
show()
line(`uri ${image.uri}`)

heading('202309: create a product', `client.product.createProduct({ title, main_images: [{ uri }], skus, ... })`)
const product = await client.product.createProduct({
  title: 'Enamel mug, 350 ml, forest green',
  description: '<p>An enamel mug for tea at home and coffee on the road.</p>',
  category_id: '600001',
  main_images: [{ uri: image.uri ?? '' }],
  skus: [
    {
      seller_sku: 'MUG-350-GREEN',
      price: { amount: '12.90', currency: 'USD' },
      inventory: [{ warehouse_id: '7068517275539719942', quantity: 40 }],
    },
  ],
  package_weight: { value: '0.4', unit: 'KILOGRAM' },
})
show()
line(`product ${product.product_id} with SKU ${product.skus?.[0]?.id}`)

heading('202212: list', `legacy.order.getOrderList({ page_size: 5 })`)
const legacy = createLegacyClient({ appKey, appSecret, accessToken, shopId: shop.shopId, baseUrl: server.url })
const legacyList = await legacy.order.getOrderList({ page_size: 5 })
show()
line(`${legacyList.order_list?.length} orders; the token travels in the query and the body is not signed`)

heading('A wrong secret', `createClient({ appSecret: 'not-the-secret', ... })`)
try {
  await createClient({
    appKey,
    appSecret: 'not-the-secret',
    accessToken,
    shopCipher,
    baseUrl: server.url,
  }).order.getOrderList({
    page_size: 5,
  })
} catch (error) {
  show()
  if (!(error instanceof ApiError)) throw error
  line(`${error.name}: ${error.message}`)
}

await server.close()
