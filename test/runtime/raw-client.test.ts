import type { Middleware } from 'openapi-fetch'
import { describe, expect, test, vi } from 'vitest'
import { createRawClientOf } from '../../runtime/raw-client.ts'
import type { ClientOptions } from '../../runtime/types.ts'
import { expectedSign, loopback, respond } from './loopback.ts'
import { accessToken, appKey, appSecret, domains, rejection, shopCipher } from './shop.ts'

interface Query {
  parameters: { query?: Record<string, unknown>; path?: Record<string, string> }
  responses: { 200: { content: { 'application/json': { code: number; data?: unknown } } } }
}

interface WithBody extends Query {
  requestBody: { content: { 'application/json': Record<string, unknown> } }
}

interface Paths {
  '/order/202309/orders': { get: Query; delete: WithBody }
  '/order/202309/orders/search': { post: WithBody }
  '/order/202309/orders/{order_id}/split': { post: WithBody }
  '/order/202309/templates': { get: WithBody }
  '/product/202309/images/upload': { post: WithBody }
  '/product/202309/ids': { get: Query; post: WithBody }
  '/api/orders/search': { post: WithBody }
  '/api/v2/token/get': { get: Query }
  '/api/token/getAccessToken': { post: WithBody }
  '/order/202701/beta': { post: WithBody }
}

const fine = { code: 0, message: 'Success', request_id: 'r1', data: { ok: true } }

function rawAt(url: string, options: Partial<ClientOptions> = {}) {
  const all = { appKey, appSecret, accessToken, shopCipher, baseUrl: url, authBaseUrl: url, ...options }
  return createRawClientOf<Paths>('202212', domains, all)
}

describe('the path client', () => {
  test("takes openapi-fetch's arguments, and signs what it sends", async () => {
    const { url, received } = await loopback(fine)
    const client = rawAt(url)
    const { data, error, response } = await client.GET('/order/202309/orders', {
      params: { query: { ids: ['1', '2'] } },
    })
    expect([data, error, response.status]).toEqual([fine, undefined, 200])
    await client.POST('/order/202309/orders/search', { params: { query: { page_size: 1 } }, body: { note: 'é' } })
    await client.DELETE('/order/202309/orders', { body: { ids: ['1'] } })
    await client.request('post', '/order/202309/orders/{order_id}/split', {
      params: { path: { order_id: '7' } },
      body: {},
    })
    expect(received.map(({ method, path, body }) => [method, path, body.toString()])).toEqual([
      ['GET', '/order/202309/orders', ''],
      ['POST', '/order/202309/orders/search', '{"note":"é"}'],
      ['DELETE', '/order/202309/orders', '{"ids":["1"]}'],
      ['POST', '/order/202309/orders/7/split', '{}'],
    ])
    for (const one of received) {
      expect(one.query['sign']).toBe(expectedSign(one, appSecret))
      expect(one.query).toMatchObject({ app_key: appKey, shop_cipher: shopCipher })
      expect(one.headers).toMatchObject({ 'x-tts-access-token': accessToken, 'content-type': 'application/json' })
    }
    expect(received[0]!.query['ids']).toBe('1,2')
  })

  test.each([200, 400, 500])('gives the envelope as error when its code is not 0, with status %i', async (status) => {
    const envelope = { code: 36009004, message: 'PageSize is a required field', request_id: 'r2', data: null }
    const { url } = await loopback((_, response) => respond(response, envelope, status, { 'x-tt-logid': 'l1' }))
    const { data, error, response } = await rawAt(url).GET('/order/202309/orders')
    expect([data, error]).toEqual([undefined, envelope])
    expect([response.status, response.ok, response.headers.get('x-tt-logid')]).toEqual([status, false, 'l1'])
  })

  test.each([200, 404])('gives data when the code is 0, with status %i', async (status) => {
    const { url } = await loopback((_, response) => respond(response, fine, status))
    const { data, error, response } = await rawAt(url).GET('/order/202309/orders')
    expect([data, error, response.ok]).toEqual([fine, undefined, true])
  })

  test('throws what is no answer of the API', async () => {
    const { url } = await loopback((_, response) => respond(response, '<html>', 502))
    async function theCallersOwnFunction() {
      return await rawAt(url).GET('/order/202309/orders')
    }
    const error = await rejection(theCallersOwnFunction())
    expect(error).toMatchObject({ kind: 'answer', operation: 'order.getOrderDetail', version: '202309' })
    expect(error.stack).toContain('theCallersOwnFunction')
  })

  test('keeps 64-bit numbers, in data, error and body', async () => {
    const text = '{"code":%,"data":{"id":5,"items":[{"ids":[7494049642642441621]}],"other":576461413038785752}}'
    const data = { id: '5', items: [{ ids: ['7494049642642441621'] }], other: '576461413038785752' }
    const { url, received } = await loopback(({ method }, response) =>
      respond(response, text.replace('%', method === 'GET' ? '0' : '9')),
    )
    const client = rawAt(url)
    expect((await client.GET('/product/202309/ids')).data).toEqual({ code: 0, data })
    const { error } = await client.POST('/product/202309/ids', { body: data })
    expect(error).toEqual({ code: 9, data: { ...data, id: 5 } })
    expect(received[1]!.body.toString()).toContain('"ids":[7494049642642441621]')
  })

  test.each(['json', 'text', 'blob', 'arrayBuffer', 'stream'] as const)('parses as %s', async (parseAs) => {
    const { url } = await loopback(fine)
    const { data } = await rawAt(url).GET('/order/202309/orders', { parseAs })
    const text = parseAs === 'json' ? JSON.stringify(data) : await new Response(data as BodyInit).text()
    expect(text).toBe(JSON.stringify(fine))
  })

  test('uploads fields of an object and a FormData alike', async () => {
    const { url, received } = await loopback(fine)
    const form = new FormData()
    form.append('data', new Blob(['x']), 'a.png')
    await rawAt(url).POST('/product/202309/images/upload', { body: { data: new File(['x'], 'a.png') } })
    await rawAt(url).POST('/product/202309/images/upload', { body: form as never })
    for (const one of received) {
      expect(one.headers['content-type']).toMatch(/^multipart\/form-data; ?boundary=/)
      expect(one.body.toString()).toContain('filename="a.png"')
      expect(one.query['sign']).toBe(expectedSign(one, appSecret))
    }
  })

  test('leaves out the body of a GET', async () => {
    const { url, received } = await loopback(fine)
    await rawAt(url).GET('/order/202309/templates', { body: { attribute: 1 } })
    expect([received[0]!.method, received[0]!.body.length]).toEqual(['GET', 0])
    expect(received[0]!.query['sign']).toBe(expectedSign(received[0]!, appSecret))
  })

  test('calls 202212 and the token operations by their rules', async () => {
    const { url, received } = await loopback(fine)
    const client = rawAt(url, { shopId: '7' })
    await client.POST('/api/orders/search', { body: { page_size: 1 } })
    await client.GET('/api/v2/token/get', { params: { query: { auth_code: 'c' } } })
    await client.POST('/api/token/getAccessToken', { body: { auth_code: 'c' } })
    const [search, get, post] = received
    expect(search!.query).toMatchObject({ shop_id: '7', version: '202212', access_token: accessToken })
    expect(search!.query['sign']).toBe(expectedSign(search!, appSecret))
    expect(get!.query).toEqual({ app_key: appKey, app_secret: appSecret, auth_code: 'c' })
    expect([post!.search, JSON.parse(post!.body.toString())]).toEqual([
      '',
      { app_key: appKey, app_secret: appSecret, auth_code: 'c' },
    ])
  })

  test('takes the options of a call in the init', async () => {
    const { url, received } = await loopback(fine)
    const client = rawAt(url, { headers: { 'x-a': '1' } })
    const init = { accessToken: () => 'other', shopCipher: 'next', headers: { 'X-B': '2' } }
    await client.GET('/order/202309/orders', init)
    await client.GET('/order/202309/orders', { params: { query: { shop_cipher: 'mine', ids: undefined } } })
    expect(received[0]!.headers).toMatchObject({ 'x-tts-access-token': 'other', 'x-a': '1', 'x-b': '2' })
    expect(received.map(({ query }) => query['shop_cipher'])).toEqual(['next', 'mine'])
    const never = () => new Promise<never>(() => undefined)
    const error = await rejection(client.GET('/order/202309/orders', { fetch: never, timeoutMs: 10 }))
    expect(error).toMatchObject({ kind: 'timeout' })
  })

  test('signs and sends a path that the table does not have', async () => {
    const { url, received } = await loopback(fine)
    await rawAt(url).POST('/order/202701/beta', { body: { a: 1 } })
    expect(received[0]!.query['sign']).toBe(expectedSign(received[0]!, appSecret))
    expect(received[0]!.query).not.toHaveProperty('shop_cipher')
    const form = new FormData()
    form.append('a', '1')
    await rawAt(url).POST('/order/202701/beta', { body: form as never })
    expect(received[1]!.headers['content-type']).toMatch(/^multipart\/form-data; ?boundary=/)
    expect(received[1]!.query['sign']).toBe(expectedSign(received[1]!, appSecret))
  })

  test('refuses what the other client refuses', async () => {
    const fetch = vi.fn()
    const client = rawAt('http://localhost', { fetch, shopCipher: undefined })
    const split = '/order/202309/orders/{order_id}/split'
    const call = (order_id: string) => rejection(client.POST(split, { params: { path: { order_id } }, body: {} }))
    expect((await call('')).message).toBe('order.splitOrder (202309): order_id is missing')
    expect((await call('1/2')).message).toBe('order.splitOrder (202309): order_id would lead to another path')
    expect((await call('1')).message).toBe('order.splitOrder (202309): shop_cipher is missing in the options')
    expect(fetch).not.toHaveBeenCalled()
    expect(() => createRawClientOf('202309', domains, { appKey: '', appSecret })).toThrow('appKey is missing')
  })

  test("gives a user's own fetch a URL and an init", async () => {
    const fetch = vi.fn(() => Promise.resolve(Response.json(fine)))
    await rawAt('http://localhost', { fetch }).POST('/order/202309/orders/search', {
      body: { a: 1 },
      cache: 'no-store',
    })
    const [url, init] = fetch.mock.calls[0] as unknown as [string, RequestInit]
    expect(url).toMatch(/^http:\/\/localhost\/order\/202309\/orders\/search\?/)
    expect(init).toMatchObject({ method: 'POST', body: '{"a":1}', redirect: 'manual', cache: 'no-store' })
  })
})

describe("a user's middlewares", () => {
  test('run before the signature, which covers what they changed', async () => {
    const { url, received } = await loopback(fine)
    const client = rawAt(url)
    const seen: unknown[] = []
    const mutating: Middleware = {
      async onRequest({ request, schemaPath, params }) {
        seen.push(
          request.url.split('?')[0],
          schemaPath,
          params.query,
          await request.clone().text(),
          await request.json(),
        )
        seen.push(
          String(request) === request.url,
          request.url.includes(accessToken),
          request.headers.has('x-tts-access-token'),
        )
        request.headers.set('x-mine', '1')
        return request
      },
    }
    const replacing: Middleware = {
      onRequest: ({ request }) => new Request(`${request.url}&sort_order=ASC`, request),
    }
    client.use(mutating)
    await client.POST('/order/202309/orders/search', { body: { a: 1 }, middleware: [replacing] })
    const [one] = received
    expect(seen.slice(0, 2)).toEqual([`${url}/order/202309/orders/search`, '/order/202309/orders/search'])
    expect(seen.slice(3)).toEqual(['{"a":1}', { a: 1 }, true, false, false])
    expect(one).toMatchObject({ headers: { 'x-mine': '1' }, query: { sort_order: 'ASC' } })
    expect(one!.body.toString()).toBe('{"a":1}')
    expect(one!.query['sign']).toBe(expectedSign(one!, appSecret))
    client.eject(mutating)
    await client.POST('/order/202309/orders/search', { body: { a: 1 } })
    expect(received[1]!.headers).not.toHaveProperty('x-mine')
  })

  test('may put a Request of the platform in place of an upload', async () => {
    const { url, received } = await loopback(fine)
    const client = rawAt(url)
    client.use({
      async onRequest({ request }) {
        const form = new FormData()
        form.append('note', await request.clone().text().then((text) => String(text.includes('filename="a.png"')))) // prettier-ignore
        return new Request(request.url, { method: 'POST', body: form })
      },
    })
    await client.POST('/product/202309/images/upload', { body: { data: new File(['x'], 'a.png') } })
    expect(received[0]!.body.toString()).toContain('\r\n\r\ntrue\r\n')
    expect(received[0]!.query['sign']).toBe(expectedSign(received[0]!, appSecret))
  })

  test('see the answer, with numbers as strings', async () => {
    const { url } = await loopback((_, response) => respond(response, '{"code":0,"data":{"n":576461413038785752}}'))
    const client = rawAt(url)
    const seen = vi.fn()
    client.use({
      async onResponse({ response }) {
        seen(await response.clone().json())
      },
    })
    await client.GET('/order/202309/orders')
    expect(seen).toHaveBeenCalledWith({ code: 0, data: { n: '576461413038785752' } })
  })
})
