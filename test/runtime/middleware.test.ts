import createFetchClient from 'openapi-fetch'
import { describe, expect, test, vi } from 'vitest'
import { accessTokenMiddleware, signingMiddleware } from '../../runtime/middleware.ts'
import { expectedSign, loopback } from './loopback.ts'
import { accessToken, appKey, appSecret, rejection } from './shop.ts'

interface Get {
  get: { responses: object }
}

interface Post {
  post: { responses: object; requestBody: { content: { 'application/json': object } } }
}

type Paths = Record<`/${string}/orders?${string}`, Get> &
  Record<`/${string}/search?${string}` | `/${string}/upload`, Post>

function clientAt(baseUrl: string, token: string | (() => string | Promise<string>) = accessToken) {
  const client = createFetchClient<Paths>({ baseUrl })
  client.use(accessTokenMiddleware({ accessToken: token }), signingMiddleware({ appKey, appSecret }))
  return client
}

describe("middlewares for a client of one's own", () => {
  test("authorise and sign on the platform's Request", async () => {
    const { url, received } = await loopback({ code: 0 })
    const client = clientAt(url)
    await client.GET('/order/202309/orders?ids=1,2')
    await client.POST('/order/202309/orders/search?page_token=a%2B%3D', { body: { note: 'é' } })
    const form = new FormData()
    form.append('data', new Blob([new Uint8Array([255, 254])]), 'a.png')
    await client.POST('/product/202309/images/upload', { body: form })
    await client.POST('/api/orders/search?shop_id=7', { body: { a: 1 } })
    for (const one of received) {
      expect(one.query['app_key']).toBe(appKey)
      expect(one.query['sign']).toBe(expectedSign(one, appSecret))
    }
    const [get, post, upload, legacy] = received
    expect([get!.query['ids'], get!.body.length]).toEqual(['1,2', 0])
    expect([post!.query['page_token'], post!.body.toString()]).toEqual(['a+=', '{"note":"é"}'])
    expect(upload!.headers['content-type']).toMatch(/^multipart\/form-data; ?boundary=/)
    expect(upload!.body.includes(Buffer.from([255, 254]))).toBe(true)
    expect(get!.headers['x-tts-access-token']).toBe(accessToken)
    expect(legacy!.headers['x-tts-access-token']).toBeUndefined()
    expect(legacy!.query['access_token']).toBe(accessToken)
  })

  test('sign anew a URL that is signed already', async () => {
    const { url, received } = await loopback({ code: 0 })
    await clientAt(url).GET('/order/202309/orders?sign=old&timestamp=1&app_key=other')
    expect(received[0]!.query['sign']).toBe(expectedSign(received[0]!, appSecret))
    expect(received[0]!.query['app_key']).toBe(appKey)
    expect(Number(received[0]!.query['timestamp'])).toBeGreaterThan(1_700_000_000)
  })

  test('ask for the token each time', async () => {
    const { url, received } = await loopback({ code: 0 })
    const token = vi.fn(() => Promise.resolve(`t${token.mock.calls.length}`))
    const client = clientAt(url, token)
    await client.GET('/order/202309/orders?ids=1')
    await client.GET('/order/202309/orders?ids=1')
    expect(received.map(({ headers }) => headers['x-tts-access-token'])).toEqual(['t1', 't2'])
  })

  test('refuse a missing secret and an empty token', async () => {
    expect(() => signingMiddleware({ appKey, appSecret: '' })).toThrow('appSecret is missing')
    expect(await rejection(clientAt('http://localhost', '').GET('/x/orders?ids=1'))).toMatchObject({ kind: 'input' })
  })
})
