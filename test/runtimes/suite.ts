import type * as Current from 'tiktok-shop-openapi/202309'
import type * as Raw from 'tiktok-shop-openapi/202309/raw'
import type * as Legacy from 'tiktok-shop-openapi/202212'

/** What a runtime brings to the suite: the entries as it has loaded them, and the shop to call. */
export interface Stage {
  current: typeof Current
  raw: typeof Raw
  legacy: typeof Legacy
  shop: Credentials
}

export interface Credentials {
  url: string
  appKey: string
  appSecret: string
  accessToken: string
  shopCipher: string
  shopId: string
}

/** Beyond what a double holds: the last digits are lost where a number is made of it. */
export const largeId = '7494049642642441621'

/** The same for every runtime, so it uses no test framework and nothing that only one of them has. Throws at the first thing that is wrong. */
export async function suite({ current, raw, legacy, shop }: Stage): Promise<string[]> {
  const { url: baseUrl, appKey, appSecret, accessToken, shopCipher, shopId } = shop
  const options = { appKey, appSecret, accessToken, shopCipher, baseUrl }
  const client = current.createClient(options)
  const done: string[] = []
  const step = async (name: string, run: () => Promise<void>) => {
    try {
      await run()
      done.push(name)
    } catch (error) {
      throw new Error(`${name}: ${String(error)}`, { cause: error })
    }
  }
  let ids: string[] = []

  await step('list by POST with query and body', async () => {
    const { orders = [], total_count } = await client.order.getOrderList({ page_size: 5, order_status: 'UNPAID' })
    ids = orders.map(({ id = '' }) => id)
    same([ids.length, total_count, orders[0]?.status], [5, 25, 'UNPAID'])
  })
  await step('detail by GET with an array', async () => {
    const { data, requestId, response } = await client.order.getOrderDetail({ ids: ids.slice(0, 2) }).withResponse()
    same([data.orders?.length, typeof requestId, response.status], [2, 'string', 200])
  })
  await step('text beyond ASCII in query and body', async () => {
    const title = 'Tasse émaillée 珐琅杯 100% & more+'
    const product = await client.product.createProduct({
      title,
      description: `<p>${title}</p>`,
      category_id: '600001',
      main_images: [{ uri: 'tos/1' }],
      package_weight: { value: '0.4', unit: 'KILOGRAM' },
      skus: [{ price: { amount: '12.90', currency: 'USD' }, inventory: [{ warehouse_id: '7', quantity: 40 }] }],
    })
    same([typeof product.product_id, product.skus?.length], ['string', 1])
  })
  await step('upload', async () => {
    const data = new File([new Uint8Array([0x89, 0x50, 0x4e, 0x47])], 'front.png', { type: 'image/png' })
    const { uri } = await client.product.uploadProductImage({ data, use_case: 'MAIN_IMAGE' })
    same(typeof uri, 'string')
  })
  await step('iterate over pages', async () => {
    const all = new Set<string | undefined>()
    for await (const { id } of client.order.getOrderList.iterate({ page_size: 10 })) all.add(id)
    same(all.size, 25)
  })
  await step('path client', async () => {
    const query = { ids: ids.slice(0, 3) }
    const { data } = await raw.createRawClient(options).GET('/order/202309/orders', { params: { query } })
    same(data?.data?.orders?.length, 3)
  })
  await step('legacy version, 64-bit ids in both directions', async () => {
    const { fulfillment } = legacy.createClient({ ...options, shopId })
    const { result_list } = await fulfillment.verifyOrderSplit({ order_id_list: [largeId] })
    same(result_list?.[0]?.order_id, largeId)
  })
  await step('error with its class and kind', async () => {
    const thief = current.createClient({ ...options, appSecret: 'guessed' })
    const error: unknown = await thief.order.getOrderDetail({ ids }).catch((reason: unknown) => reason)
    if (!(error instanceof current.SignatureError)) throw error
    same(
      [error.kind, error.operation, `${error.message}${error.stack}`.includes('guessed')],
      ['signature', 'order.getOrderDetail', false],
    )
  })
  await step('abort', async () => {
    const signal = AbortSignal.abort(new RangeError('enough'))
    const error: unknown = await client.order.getOrderDetail({ ids }, { signal }).catch((reason: unknown) => reason)
    same(String(error), 'RangeError: enough')
  })
  return done
}

function same(found: unknown, wanted: unknown): void {
  if (JSON.stringify(found) !== JSON.stringify(wanted)) {
    throw new Error(`found ${JSON.stringify(found)} and not ${JSON.stringify(wanted)}`)
  }
}
