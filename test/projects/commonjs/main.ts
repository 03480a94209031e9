import tiktokShop = require('tiktok-shop-openapi/202309')

/** By require(), against the shop whose first line is the argument. */
declare const process: { argv: string[] }

async function main(): Promise<void> {
  const { url, appKey, appSecret, accessToken, shopCipher } = JSON.parse(process.argv[2] ?? '{}') as Record<
    'url' | 'appKey' | 'appSecret' | 'accessToken' | 'shopCipher',
    string
  >
  const shop = tiktokShop.createClient({ appKey, appSecret, accessToken, shopCipher, baseUrl: url })
  const ids: string[] = []
  for await (const order of shop.order.getOrderList.iterate({ page_size: 20 })) ids.push(order.id ?? '')
  const orders: tiktokShop.Order[] | undefined = (await shop.order.getOrderDetail({ ids: ids.slice(0, 2) })).orders
  console.log(JSON.stringify({ listed: ids.length, detailed: orders?.length }))
}

void main()
