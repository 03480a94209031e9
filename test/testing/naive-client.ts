import { createHmac } from 'node:crypto'
import type { FakeShop } from '../../testing/index.ts'

/** Signs as the protocol's first section says, in as few lines as it takes; shares nothing with the shop or the runtime. */
export function sign(secret: string, path: string, query: Record<string, string>, body = ''): string {
  let text = path
  for (const name of Object.keys(query).sort())
    if (name !== 'sign' && name !== 'access_token') text += name + query[name]
  return createHmac('sha256', secret)
    .update(secret + text + body + secret)
    .digest('hex')
}

/** A request as a test writes it. What is left out is right: `query` and `headers` are laid over what a right request has; `null` takes away. */
export interface Wish {
  query?: Record<string, string | number | null>
  headers?: Record<string, string | null>
  body?: string | FormData | null
  /** What is signed in place of the body that is sent. */
  signedBody?: string
  /** Put behind the query as it stands, unsigned. */
  appended?: string
  secret?: string
  sign?: string | null
}

/** How a request travels: the global fetch, or one of its own. */
export type Send = (url: string, init: RequestInit) => Promise<Response>

/** The envelope, with 64-bit numbers as text. */
export interface Answer {
  status: number
  code: number
  message: string
  data: Record<string, unknown> | null
  requestId: string
  headers: Headers
  text: string
}

/** Makes a function that sends right requests, or wrong ones on demand: `call('GET /order/202309/orders', { query: { ids: '1' } })`. */
export function clientOf(shop: FakeShop, baseUrl: string, send: Send = fetch, now: () => number = Date.now) {
  return async (
    operation: string,
    { query, headers, body, signedBody, appended = '', secret, sign: given }: Wish = {},
  ): Promise<Answer> => {
    const [method = '', path = ''] = operation.split(' ')
    const legacy = path.startsWith('/api/')
    const all: Record<string, string> = withoutNull({
      app_key: shop.appKey,
      timestamp: Math.floor(now() / 1000),
      shop_cipher: shop.shopCipher,
      ...(legacy && { access_token: shop.accessToken, version: '202212' }),
      ...query,
    })
    const signed = signedBody ?? (typeof body === 'string' && !legacy ? body : '')
    if (given !== null) all['sign'] = given ?? sign(secret ?? shop.appSecret, decodeURI(path), all, signed)
    const response = await send(`${baseUrl}${path}?${new URLSearchParams(all).toString()}${appended}`, {
      method,
      headers: withoutNull({
        ...(!legacy && { 'x-tts-access-token': shop.accessToken }),
        ...(body instanceof FormData ? {} : { 'content-type': 'application/json' }),
        ...headers,
      }),
      ...(body != null && { body }),
    })
    return readAnswer(response)
  }
}

/** Reads an answer; a JSON number of more than 15 digits becomes text, so that none of its digits is lost. */
export async function readAnswer(response: Response): Promise<Answer> {
  const text = await response.text()
  const envelope = JSON.parse(text.replaceAll(/([:[,])(-?\d{16,})(?=[,\]}])/g, '$1"int64:$2"')) as Record<
    string,
    unknown
  >
  return {
    status: response.status,
    code: envelope['code'] as number,
    message: envelope['message'] as string,
    data: envelope['data'] as Record<string, unknown> | null,
    requestId: envelope['request_id'] as string,
    headers: response.headers,
    text,
  }
}

function withoutNull(record: Record<string, string | number | null>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(record)
      .filter(([, value]) => value !== null)
      .map(([name, value]) => [name, String(value)]),
  )
}
