import { createClientOf } from '../../runtime/client.ts'
import type { Call, CallOptions, ClientOptions, ClientOverrides, Operations } from '../../runtime/types.ts'

export const appKey = '68xu9ks5p4i8'
export const appSecret = 'c0ffee+secret/of=the app'.replaceAll(' ', '_')
export const accessToken = 'ROW_token/of+the=seller'
export const shopCipher = 'ROW_xkMbgAAAeVAQra0eZWebFQq5aIK'

/** A small table of operations, one of each kind. */
export const domains: Record<string, Operations> = {
  order: {
    getOrderDetail: 'GET /order/202309/orders?ids&shop_cipher read',
    getOrderList:
      'POST /order/202309/orders/search?page_size&page_token&sort_order&shop_cipher json page:token:page_token:next_page_token:orders read',
    markRead: 'POST /order/202309/conversations/{conversation_id}/read',
    splitOrder: 'POST /order/202309/orders/{order_id}/split?shop_cipher! json',
    updateStock: 'PUT /order/202309/activities/{activity_id}/products?shop_cipher json both:activity_id',
    deleteOrders: 'DELETE /order/202309/orders?shop_cipher json',
    getTemplates: 'GET /order/202309/templates?region&shop_cipher json read',
    getFile: 'GET /order/202309/files/{file_id} type:multipart/form-data read',
  },
  product: {
    uploadImage: 'POST /product/202309/images/upload form',
    getNested: 'GET /product/202309/nested?page_token page:token:page_token:page.next:page.items read',
    getCategories: 'GET /product/202309/categories?category_asset_cipher! read',
    getIds: 'GET /product/202309/ids int64:data.id int64:data.items[].ids[] read',
    saveIds: 'POST /product/202309/ids json int64:body.id int64:body.items[].ids[]',
  },
  legacy: {
    getOrder: 'GET /api/orders/detail?order_id&shop_id&shop_cipher read',
    search: 'POST /api/orders/search?shop_id json page:cursor:cursor:next_cursor:order_list read',
    pinned: 'POST /api/reverse/list?shop_id&version=202307 json page:offset:offset:more:list read',
    getProducts: 'POST /api/products/search json page:page-number:page_number::result.products read',
  },
  token: {
    get: 'GET https://auth.tiktok-shops.com/api/v2/token/get?auth_code&grant_type',
    getV1: 'POST https://auth.tiktok-shops.com/api/token/getAccessToken json',
  },
}

export type Fields = Record<string, unknown>

export interface Method {
  (args?: Fields, options?: CallOptions): Call<Fields>
  pages(args?: Fields, options?: CallOptions): AsyncGenerator<Fields, void, undefined>
  iterate(args?: Fields, options?: CallOptions): AsyncGenerator<unknown, void, undefined>
}

export interface Shop {
  order: Record<
    | 'getOrderDetail'
    | 'getOrderList'
    | 'markRead'
    | 'splitOrder'
    | 'updateStock'
    | 'deleteOrders'
    | 'getTemplates'
    | 'getFile',
    Method
  >
  product: Record<'uploadImage' | 'getNested' | 'getCategories' | 'getIds' | 'saveIds', Method>
  legacy: Record<'getOrder' | 'search' | 'pinned' | 'getProducts', Method>
  token: Record<'get' | 'getV1', Method>
  with(overrides: ClientOverrides): Shop
}

/** A client of the table above; all hosts are the one given. */
export function shopAt(url: string, options: Partial<ClientOptions> = {}): Shop {
  const all = { appKey, appSecret, accessToken, shopCipher, baseUrl: url, authBaseUrl: url, ...options }
  return createClientOf('202212', domains, all) as Shop
}

/** What a promise is rejected with. */
export async function rejection(promise: Promise<unknown>): Promise<Error> {
  try {
    await promise
  } catch (error) {
    return error as Error
  }
  throw new Error('expected a rejection')
}
