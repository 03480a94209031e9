import { createHmac } from 'node:crypto'

/** What somebody needs who writes calls by hand. */
export interface App {
  appKey: string
  appSecret: string
  accessToken: string
  shopCipher: string
  baseUrl: string
}

/**
 * The call as a user would write it without any package, on `fetch` and node:crypto: composes the URL, signs, sends, reads, and takes any
 * code but 0 for an error. Everything else is measured against it.
 */
export async function callByHand<T>(
  app: App,
  method: string,
  path: string,
  parameters: Readonly<Record<string, string>>,
  content?: object,
): Promise<T> {
  const { appKey, appSecret, accessToken, shopCipher, baseUrl } = app
  const timestamp = String(Math.floor(Date.now() / 1000))
  const query: Record<string, string> = { ...parameters, app_key: appKey, shop_cipher: shopCipher, timestamp }
  const body = content === undefined ? '' : JSON.stringify(content)
  let text = appSecret + path
  for (const name of Object.keys(query).sort()) text += name + query[name]!
  const sign = createHmac('sha256', appSecret)
    .update(text + body + appSecret)
    .digest('hex')
  const response = await fetch(`${baseUrl}${path}?${new URLSearchParams({ ...query, sign }).toString()}`, {
    method,
    headers: { 'content-type': 'application/json', 'x-tts-access-token': accessToken },
    body: body || null,
  })
  const envelope = JSON.parse(await response.text()) as { code: number; message: string; data: T }
  if (envelope.code !== 0) throw new Error(`${path}: ${String(envelope.code)} ${envelope.message}`)
  return envelope.data
}
