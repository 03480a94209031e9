import { createClient } from 'tiktok-shop-openapi/202309'
import { createFakeShop, type LoggedRequest } from 'tiktok-shop-openapi/testing'

/** Without the types of browsers: fetch, Blob and AbortSignal come from @types/node, as on a server. */
const requests: LoggedRequest[] = []
const fake = createFakeShop({ onRequest: (request) => requests.push(request) })
const { appKey, appSecret, accessToken, shopCipher } = fake
const shop = createClient({ appKey, appSecret, accessToken, shopCipher, fetch: fake.fetch })

const image = new Blob([new Uint8Array([0x89, 0x50, 0x4e, 0x47])], { type: 'image/png' })
const { uri } = await shop.product.uploadProductImage(
  { data: image, use_case: 'MAIN_IMAGE' },
  { signal: AbortSignal.timeout(10_000) },
)
process.stdout.write(JSON.stringify({ uri: typeof uri, accepted: requests[0]?.verdict.accepted }) + '\n')
