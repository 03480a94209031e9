import { signUrl, type TikTokShopError } from 'tiktok-shop-openapi'
import { ApiError, createClient, type KnownOrderStatus, type Order } from 'tiktok-shop-openapi/202309'
import { createClient as createLegacyClient } from 'tiktok-shop-openapi/202212'
import { errorCodes } from 'tiktok-shop-openapi/202309/error-codes'
import { createClient as createOrderClient } from 'tiktok-shop-openapi/202309/order'
import { createRawClient } from 'tiktok-shop-openapi/202309/raw'
import { createClient as createNewerClient } from 'tiktok-shop-openapi/202507'
import { createFakeShop } from 'tiktok-shop-openapi/testing'

/** Every kind of entry, against the fake shop of the installed package in this very process. */
const fake = createFakeShop()
const { url, close } = await fake.listen()
const { appKey, appSecret, accessToken, shopCipher, shopId } = fake
const options = { appKey, appSecret, accessToken, shopCipher, baseUrl: url }

const shop = createClient(options)
const status: KnownOrderStatus = 'AWAITING_SHIPMENT'
const { orders = [] } = await shop.order.getOrderList({ page_size: 5, order_status: status })
const ids = orders.map(({ id }: Order) => id ?? '')

const ofDomain = await createOrderClient(options).order.getOrderDetail({ ids })
const ofNewerPin = await createNewerClient(options).order.getOrderDetail({ ids }).withResponse()
const { data } = await createRawClient(options).GET('/order/202309/orders', { params: { query: { ids } } })
const legacy = await createLegacyClient({ ...options, shopId }).order.getOrderDetail({ order_id_list: ids })

const kinds: TikTokShopError['kind'][] = []
const thief = createClient({ ...options, appSecret: 'guessed' })
await thief.order.getOrderDetail({ ids }).catch((error: unknown) => {
  if (error instanceof ApiError) kinds.push(error.kind)
})

const signed = await signUrl(`${url}/order/202309/orders?app_key=${appKey}`, appSecret)
await close()
console.log(
  JSON.stringify({
    listed: ids.length,
    ofDomain: ofDomain.orders?.length,
    ofNewerPin: new URL(ofNewerPin.response.url).pathname,
    raw: data?.data?.orders?.length,
    legacy: legacy.order_list?.length,
    kinds,
    signature: signed.sign.length,
    codes: typeof errorCodes,
    verdicts: fake.requests.map(({ verdict }) => verdict.accepted),
  }),
)
