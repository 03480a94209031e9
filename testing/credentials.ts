import type { Dice } from './random.ts'

/** What a client needs to call the fake shop, and what the shop knows about itself. */
export interface Credentials {
  appKey: string
  appSecret: string
  accessToken: string
  refreshToken: string
  shopCipher: string
  categoryAssetCipher: string
  /** Identifier of the shop, which legacy operations take in place of the cipher. */
  shopId: string
}

const alphanumeric = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'
const hexadecimal = '0123456789abcdef'

/** Makes credentials that look like the service's: opaque, with the prefix of a shop outside the US. */
export function createCredentials(dice: Dice): Credentials {
  return {
    appKey: dice.text('app key', 13, 'abcdefghijklmnopqrstuvwxyz0123456789'),
    appSecret: dice.text('app secret', 40, hexadecimal),
    accessToken: `ROW_${dice.text('access token', 60, alphanumeric)}`,
    refreshToken: `ROW_${dice.text('refresh token', 60, alphanumeric)}`,
    shopCipher: `ROW_${dice.text('shop cipher', 28, alphanumeric)}`,
    categoryAssetCipher: `ROW_${dice.text('category asset cipher', 28, alphanumeric)}`,
    shopId: `7${dice.digits('shop id', 18)}`,
  }
}
