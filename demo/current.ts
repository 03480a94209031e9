import { createClient } from '../generated/202309/index.ts'
import type { FakeShop } from '../testing/index.ts'
import { heading, note, table } from './print.ts'

/** Calls version 202309: list, page through, detail, upload an image, create a product. */
export async function callCurrent(shop: FakeShop, baseUrl: string, showRequests: () => void): Promise<void> {
  const { appKey, appSecret, accessToken, shopCipher } = shop
  const client = createClient({ appKey, appSecret, accessToken, shopCipher, baseUrl })

  heading('202309: list', `client.order.getOrderList({ page_size: 5, order_status: 'AWAITING_SHIPMENT' })`)
  const list = await client.order.getOrderList({ page_size: 5, order_status: 'AWAITING_SHIPMENT' })
  const { orders = [], total_count } = list
  showRequests()
  table(
    ['id', 'status', 'buyer pays', 'line items'],
    orders.map(({ id, status, payment, line_items }) => [
      id,
      status,
      `${payment?.total_amount} ${payment?.currency}`,
      line_items?.length,
    ]),
  )
  note(`${orders.length} of ${total_count} orders are on this page.`)

  heading('202309: page through', 'for await (const order of client.order.getOrderList.iterate({ page_size: 10 }))')
  const ids: string[] = []
  for await (const { id = '' } of client.order.getOrderList.iterate({ page_size: 10 })) ids.push(id)
  showRequests()
  note(`${new Set(ids).size} orders, every page asked for with the token of the one before.`)

  heading('202309: detail', 'client.order.getOrderDetail({ ids: [two ids] }).withResponse()')
  const { data, requestId } = await client.order.getOrderDetail({ ids: ids.slice(0, 2) }).withResponse()
  showRequests()
  note(`${data.orders?.length} orders; the two ids travel as one value, joined by a comma. Request ${requestId}.`)

  heading('202309: upload an image', `client.product.uploadProductImage({ data: file, use_case: 'MAIN_IMAGE' })`)
  const file = new File([new Uint8Array([0x89, 0x50, 0x4e, 0x47])], 'front.png', { type: 'image/png' })
  const { uri = '' } = await client.product.uploadProductImage({ data: file, use_case: 'MAIN_IMAGE' })
  showRequests()
  note(`The image is ${uri}.`)

  heading('202309: create a product', 'client.product.createProduct({ title, main_images: [{ uri }], skus, ... })')
  const product = await client.product.createProduct({
    title: 'Enamel mug, 350 ml, forest green',
    description: '<p>An enamel mug for tea at home and coffee on the road.</p>',
    category_id: '600001',
    main_images: [{ uri }],
    package_weight: { value: '0.4', unit: 'KILOGRAM' },
    skus: [
      {
        seller_sku: 'MUG-350-GREEN',
        price: { amount: '12.90', currency: 'USD' },
        inventory: [{ warehouse_id: '7068517275539719942', quantity: 40 }],
      },
    ],
  })
  showRequests()
  note(`Product ${product.product_id} has the SKU ${product.skus?.[0]?.id}.`)
}
