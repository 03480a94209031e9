import { createClient, type GetOrderListData } from 'tiktok-shop-openapi/202309'

/** Goes through esbuild before it runs, against the shop whose first line is the argument. */
declare const process: { argv: string[] }

const { url, appKey, appSecret, accessToken, shopCipher } = JSON.parse(process.argv[2] ?? '{}') as Record<
  'url' | 'appKey' | 'appSecret' | 'accessToken' | 'shopCipher',
  string
>
const shop = createClient({ appKey, appSecret, accessToken, shopCipher, baseUrl: url })
const { data, requestId } = await shop.order.getOrderList({ page_size: 5 }).withResponse()
const { orders = [] }: GetOrderListData = data
console.log(JSON.stringify({ listed: orders.length, requestId: typeof requestId }))
