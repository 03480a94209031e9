import { createClient } from '../generated/202212/index.ts'
import type { FakeShop } from '../testing/index.ts'
import { heading, note } from './print.ts'

/** Calls the legacy version 202212: list, page through, detail, upload an image, create a product. */
export async function callLegacy(shop: FakeShop, baseUrl: string, showRequests: () => void): Promise<void> {
  const { appKey, appSecret, accessToken, shopId } = shop
  const client = createClient({ appKey, appSecret, accessToken, shopId, baseUrl })

  heading('202212: list', 'client.order.getOrderList({ page_size: 5 })')
  const { order_list = [], total } = await client.order.getOrderList({ page_size: 5 })
  showRequests()
  note(`${order_list.length} of ${total} orders; token and shop id travel in the query, and the body is not signed.`)

  heading('202212: page through', 'for await (const order of client.order.getOrderList.iterate({ page_size: 20 }))')
  let count = 0
  for await (const { order_id } of client.order.getOrderList.iterate({ page_size: 20 })) if (order_id) count++
  showRequests()
  note(`${count} orders, by cursor.`)

  heading('202212: detail', 'client.order.getOrderDetail({ order_id_list: [two ids] })')
  const ids = order_list.slice(0, 2).map(({ order_id = '' }) => order_id)
  const detail = await client.order.getOrderDetail({ order_id_list: ids })
  showRequests()
  note(`${detail.order_list?.length} orders, by POST with the ids in the body.`)

  heading('202212: upload an image', 'client.product.uploadImage({ img_data: base64, img_scene: 1 })')
  const { img_id = '' } = await client.product.uploadImage({ img_data: btoa('the bytes of an image'), img_scene: 1 })
  showRequests()
  note(`The image is ${img_id}; this version took images as base64 in JSON.`)

  heading('202212: create a product', 'client.product.createProduct({ product_name, skus, ... })')
  const { product_id } = await client.product.createProduct({
    product_name: 'Enamel mug, 350 ml, forest green',
    description: '<p>An enamel mug for tea at home and coffee on the road.</p>',
    category_id: '600001',
    images: [{ id: img_id }],
    is_cod_open: false,
    package_weight: '0.4',
    skus: [{ original_price: '12.90', stock_infos: [{ warehouse_id: '7068517275539719942', available_stock: 40 }] }],
  })
  showRequests()
  note(`Product ${product_id}.`)
}
