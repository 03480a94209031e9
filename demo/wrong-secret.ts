import { createClient, SignatureError } from '../generated/202309/index.ts'
import type { FakeShop } from '../testing/index.ts'
import { heading, note } from './print.ts'

/** Shows what a caller sees who has the wrong secret. */
export async function useWrongSecret(shop: FakeShop, baseUrl: string, showRequests: () => void): Promise<void> {
  const { appKey, accessToken, shopCipher } = shop
  heading('A wrong secret', `createClient({ appSecret: 'not-the-secret', ... })`)
  const client = createClient({ appKey, appSecret: 'not-the-secret', accessToken, shopCipher, baseUrl })
  try {
    await client.order.getOrderList({ page_size: 5 })
    throw new Error('The fake shop accepted a wrong secret.')
  } catch (error) {
    if (!(error instanceof SignatureError)) throw error
    showRequests()
    note(`${error.name}: ${error.message}`)
  }
}
