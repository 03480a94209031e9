import { TikTokClient } from 'tiktok-shop-client'
import { TikTokShopSDK } from 'tiktok-shop-sdk'
import type * as Pin from '../generated/202309/index.ts'
import type * as RawPin from '../generated/202309/raw.ts'
import { callByHand, type App } from './by-hand.ts'
import type { Workplace } from './workplace.ts'

/** The calls that are measured: one with a body that is signed, one without. */
export interface Calls {
  /** The newest 20 orders of one status. */
  searchOrders(): Promise<unknown>
  /** All of one product. */
  getProduct(): Promise<unknown>
}

/** Who makes the calls, by the name that the report uses. */
export type Contender = 'typed client' | 'path client' | 'by hand' | 'tiktok-shop-client' | 'tiktok-shop-sdk'

/** Key, secret, token and cipher that all use; none of them is real. */
export const credentials = {
  appKey: '68xu9ks5p4i8',
  appSecret: '8f2b6c0d4e1a9753b1d0c2f4a6e8097531bdf0c2',
  accessToken: 'ROW_fV3qXAAAAAC1mZp8_jq0h4CqkYB2oT7uQn0dM5rWlXsPz9eKcAy6Hg',
  shopCipher: 'ROW_xkMbgAAAAAC2f7n1pQ0sKz8LmV4tR6wY',
}

const productId = '1729592969712207008'
const status = { order_status: 'AWAITING_SHIPMENT' }

/**
 * Makes all contenders, each as its README says, with what it does by itself. The typed and the path client are those of the built package;
 * they ask a function for the token and give up after a time, which the others cannot. All send through the global `fetch`, but
 * tiktok-shop-client, which has axios. tiktok-shop-client and tiktok-shop-sdk know no other host than the service's: whoever measures over
 * a wire turns their requests to it.
 */
export async function contenders(workplace: Workplace, baseUrl: string): Promise<Record<Contender, Calls>> {
  const app: App = { ...credentials, baseUrl }
  const options = { ...app, accessToken: () => credentials.accessToken }
  const { createClient } = await workplace.importInstalled<typeof Pin>('tiktok-shop-openapi/202309')
  const { createRawClient } = await workplace.importInstalled<typeof RawPin>('tiktok-shop-openapi/202309/raw')
  const typed = createClient(options)
  const raw = createRawClient(options)
  const client = TikTokClient({ ...credentials, shopId: '7495514739648597024' })
  const sdk = new TikTokShopSDK({ appKey: app.appKey, appSecret: app.appSecret })
  sdk.setAccessToken(app.accessToken)
  sdk.setShopCipher(app.shopCipher)
  return {
    'typed client': {
      searchOrders: () => typed.order.getOrderList({ page_size: 20, ...status }),
      getProduct: () => typed.product.getProduct({ product_id: productId }),
    },
    'path client': {
      searchOrders: () =>
        raw.POST('/order/202309/orders/search', { params: { query: { page_size: 20 } }, body: status }),
      getProduct: () =>
        raw.GET('/product/202309/products/{product_id}', { params: { path: { product_id: productId } } }),
    },
    'by hand': {
      searchOrders: () => callByHand(app, 'POST', '/order/202309/orders/search', { page_size: '20' }, status),
      getProduct: () => callByHand(app, 'GET', `/product/202309/products/${productId}`, {}),
    },
    'tiktok-shop-client': {
      searchOrders: () => client.getOrders(status),
      getProduct: () => client.getProduct(productId),
    },
    'tiktok-shop-sdk': {
      searchOrders: () => sdk.order.getOrderList({ query: { page_size: 20 }, body: status } as never),
      getProduct: () => sdk.product.getProduct({ product_id: productId } as never),
    },
  }
}
