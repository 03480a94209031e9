/** What must and must not compile. `tsc` checks this file as part of `npm run check`; types.test.ts checks it as loosely configured users would. */
import { expectTypeOf } from 'expect-type'
import type { ApiError, TikTokShopError } from 'tiktok-shop-openapi'
import { createClient, type KnownOrderStatus, type Order, type OrderStatus } from 'tiktok-shop-openapi/202309'
import { createClient as createLegacyClient } from 'tiktok-shop-openapi/202212'
import { createClient as createClient202405 } from 'tiktok-shop-openapi/202405'
import { createRawClient } from 'tiktok-shop-openapi/202309/raw'

declare const file: File

export async function calls() {
  const shop = createClient({ appKey: 'k', appSecret: 's', accessToken: () => Promise.resolve('t'), shopCipher: 'c' })

  const list = await shop.order.getOrderList({ page_size: 50, order_status: 'AWAITING_SHIPMENT' })
  expectTypeOf(list.orders).toEqualTypeOf<Order[] | undefined>()
  expectTypeOf(list.next_page_token).toEqualTypeOf<string | undefined>()

  // Codes are open: unknown ones compile, another type does not.
  await shop.order.getOrderList({ page_size: 50, order_status: 'A_STATUS_OF_NEXT_YEAR' })
  // @ts-expect-error a status is no number
  await shop.order.getOrderList({ page_size: 50, order_status: 1 })
  // @ts-expect-error page_size is required
  await shop.order.getOrderList({})
  // @ts-expect-error there is no argument of that name
  await shop.order.getOrderList({ page_size: 50, pageSize: 50 })
  // @ts-expect-error the cipher is an option, not an argument
  await shop.order.getOrderList({ page_size: 50, shop_cipher: 'c' })
  // @ts-expect-error there is no such domain
  void shop.orders
  // @ts-expect-error the operation is newer than this version
  void shop.order.getPriceDetail

  // Options of one call.
  await shop.order.getOrderDetail(
    { ids: ['57'] },
    { shopCipher: 'other', timeoutMs: 1_000, signal: AbortSignal.timeout(1) },
  )
  // @ts-expect-error the secret belongs to the client
  await shop.order.getOrderDetail({ ids: ['57'] }, { appSecret: 's' })

  // Data, request id and response.
  const result = await shop.order.getOrderDetail({ ids: ['57'] }).withResponse()
  expectTypeOf(result.requestId).toEqualTypeOf<string | undefined>()
  expectTypeOf(result.response).toEqualTypeOf<Response>()

  // Lists page; the item has its type.
  for await (const order of shop.order.getOrderList.iterate({ page_size: 100 }))
    expectTypeOf(order).toEqualTypeOf<Order>()
  // @ts-expect-error a detail read has no pages
  void shop.order.getOrderDetail.iterate

  // Operations without arguments are called without.
  await shop.authorization.getAuthorizedShops()
  // @ts-expect-error and take none
  await shop.authorization.getAuthorizedShops({ page_size: 1 })

  // Uploads.
  await shop.product.uploadProductImage({ data: file })
  await shop.product.uploadProductImage({ data: new Uint8Array() })
  // @ts-expect-error a path is no file
  await shop.product.uploadProductImage({ data: './image.png' })

  expectTypeOf(shop.with({ shopCipher: 'next' })).toEqualTypeOf(shop)
  // @ts-expect-error key and secret are required
  createClient({ appKey: 'k' })
}

export async function exactIds() {
  const { authorization } = createClient202405({ appKey: 'k', appSecret: 's', accessToken: 't' })
  const { category_assets } = await authorization.getAuthorizedCategoryAssets()
  expectTypeOf(category_assets?.[0]?.category?.id).toEqualTypeOf<string | undefined>()
}

export async function legacy() {
  const shop = createLegacyClient({ appKey: 'k', appSecret: 's', accessToken: 't', shopId: '1' })
  const { order_list } = await shop.order.getOrderList({ page_size: 10 })
  expectTypeOf(order_list?.[0]?.order_id).toEqualTypeOf<string | undefined>()
}

export async function paths() {
  const raw = createRawClient({ appKey: 'k', appSecret: 's', accessToken: 't' })
  const { data, error } = await raw.GET('/order/202309/orders', { params: { query: { ids: ['57'] } } })
  expectTypeOf(data?.data?.orders?.[0]?.id).toEqualTypeOf<string | undefined>()
  expectTypeOf(error?.code).toEqualTypeOf<number | undefined>()
  // @ts-expect-error no such path
  await raw.GET('/order/202309/order')
  // @ts-expect-error ids is required
  await raw.GET('/order/202309/orders', { params: { query: {} } })
}

/** Without OtherString a switch over the known codes is exhaustive. */
export function isOpen(status: KnownOrderStatus): boolean {
  switch (status) {
    case 'COMPLETED':
    case 'CANCELLED':
    case 'CALCELLED':
      return false
    case 'UNPAID':
    case 'ON_HOLD':
    case 'AWAITING_SHIPMENT':
    case 'PARTIALLY_SHIPPING':
    case 'AWAITING_COLLECTION':
    case 'IN_TRANSIT':
    case 'DELIVERED':
      return true
  }
}

export const anyStatus: OrderStatus = 'whatever comes'
expectTypeOf<ApiError>().toExtend<TikTokShopError>()
