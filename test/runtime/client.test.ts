import { inspect } from 'node:util'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { createClientOf } from '../../runtime/client.ts'
import { expectedSign, loopback, respond } from './loopback.ts'
import { accessToken, appKey, appSecret, domains, rejection, shopAt, shopCipher } from './shop.ts'

const fine = { code: 0, message: 'Success', request_id: 'r1', data: { ok: true } }

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe('a request of 202309', () => {
  test('is signed and authorised: GET', async () => {
    const { url, received } = await loopback(fine)
    const before = Math.floor(Date.now() / 1000)
    expect(await shopAt(url).order.getOrderDetail({ ids: ['1', '2'] })).toEqual({ ok: true })
    const [one] = received
    expect(one).toMatchObject({
      method: 'GET',
      path: '/order/202309/orders',
      query: { app_key: appKey, ids: '1,2', shop_cipher: shopCipher, sign: expectedSign(one!, appSecret) },
      headers: { 'x-tts-access-token': accessToken, 'content-type': 'application/json' },
    })
    expect(Object.keys(one!.query).sort()).toEqual(['app_key', 'ids', 'shop_cipher', 'sign', 'timestamp'])
    const timestamp = Number(one!.query['timestamp'])
    expect(timestamp).toBeGreaterThanOrEqual(before)
    expect(timestamp).toBeLessThanOrEqual(Date.now() / 1000)
    expect(one!.body).toHaveLength(0)
  })

  test('signs the very body it sends', async () => {
    const { url, received } = await loopback(fine)
    await shopAt(url).order.getOrderList({
      page_size: 50,
      page_token: 'a+b/c==',
      note: 'né "x" \u2028',
      filter: { a: 1 },
    })
    const [one] = received
    expect(one!.body.toString()).toBe('{"note":"né \\"x\\" \u2028","filter":{"a":1}}')
    expect(one).toMatchObject({ method: 'POST', query: { page_size: '50', page_token: 'a+b/c==' } })
    expect(one!.search).toContain('page_token=a%2Bb%2Fc%3D%3D')
    expect(one!.query['sign']).toBe(expectedSign(one!, appSecret))
    expect(one!.headers).toMatchObject({ 'content-type': 'application/json', 'x-tts-access-token': accessToken })
  })

  test.each([
    ['markRead', { conversation_id: '7' }, 'POST', '/order/202309/conversations/7/read', ''],
    ['getOrderList', { page_size: 1 }, 'POST', '/order/202309/orders/search', ''],
    ['deleteOrders', { order_ids: ['1'] }, 'DELETE', '/order/202309/orders', '{"order_ids":["1"]}'],
    ['updateStock', { activity_id: '9', n: null }, 'PUT', '/order/202309/activities/9/products', '{"activity_id":"9"}'],
    ['getTemplates', { region: 'JP', attribute: { a: 1 } }, 'GET', '/order/202309/templates', ''],
    [
      'splitOrder',
      { order_id: 'a b&c=%é', x: 0 },
      'POST',
      '/order/202309/orders/a%20b%26c%3D%25%C3%A9/split',
      '{"x":0}',
    ],
  ] as const)('%s %j', async (name, args, method, path, body) => {
    const { url, received } = await loopback(fine)
    await shopAt(url).order[name](args)
    const [one] = received
    expect([one!.method, one!.path, one!.body.toString()]).toEqual([method, path, body])
    expect(one!.headers['content-type']).toBe('application/json')
    expect(one!.query['sign']).toBe(expectedSign(one!, appSecret))
  })

  test('sends the Content-Type that an operation asks for', async () => {
    const { url, received } = await loopback(fine)
    await shopAt(url).order.getFile({ file_id: '1' })
    expect(received[0]!.headers['content-type']).toBe('multipart/form-data')
    expect(received[0]!.query['sign']).toBe(expectedSign(received[0]!, appSecret))
  })

  test('adds a cipher exactly to the operations that list one', async () => {
    const { url, received } = await loopback(fine)
    const shop = shopAt(url, { categoryAssetCipher: 'asset' })
    await shop.order.markRead({ conversation_id: '7' })
    await shop.product.getCategories()
    await shop.order.getOrderDetail({ ids: ['1'] }, { shopCipher: 'other' })
    await shop.order.getOrderDetail({ ids: ['1'] }, { shopCipher: null })
    expect(received.map(({ query }) => [query['shop_cipher'], query['category_asset_cipher']])).toEqual([
      [undefined, undefined],
      [undefined, 'asset'],
      ['other', undefined],
      [undefined, undefined],
    ])
  })
})

describe('an upload', () => {
  const boundary = /^multipart\/form-data; ?boundary=(.+)$/

  test('sends a form whose body is not signed', async () => {
    const { url, received } = await loopback(fine)
    const data = new File([new Uint8Array([1, 2, 255])], 'photo é.png', { type: 'image/png' })
    await shopAt(url).product.uploadImage({ data, use_case: 'MAIN_IMAGE', gone: undefined })
    const [one] = received
    expect(one!.headers['content-type']).toMatch(boundary)
    expect(one!.query['sign']).toBe(expectedSign(one!, appSecret))
    const form = await new Response(new Uint8Array(one!.body), {
      headers: { 'content-type': one!.headers['content-type']! },
    }).formData()
    const file = form.get('data') as File
    expect([file.name, file.type, [...new Uint8Array(await file.arrayBuffer())]]).toEqual([
      'photo é.png',
      'image/png',
      [1, 2, 255],
    ])
    expect([...form.keys()]).toEqual(['data', 'use_case'])
    expect(form.get('use_case')).toBe('MAIN_IMAGE')
  })
})

describe('a request of 202212', () => {
  test('has token, version and shop in the query, and an unsigned body', async () => {
    const { url, received } = await loopback(fine)
    await shopAt(url, { shopId: '7' }).legacy.search({ page_size: 20 })
    const [one] = received
    expect(one).toMatchObject({
      path: '/api/orders/search',
      query: { access_token: accessToken, version: '202212', shop_id: '7', sign: expectedSign(one!, appSecret) },
    })
    expect(one!.body.toString()).toBe('{"page_size":20}')
    expect(one!.headers['x-tts-access-token']).toBeUndefined()
    expect(one!.query['shop_cipher']).toBeUndefined()
  })

  test('names the version an operation is pinned to', async () => {
    const { url, received } = await loopback(fine)
    await shopAt(url).legacy.pinned({ offset: 1 })
    expect(received[0]!.query).toMatchObject({ version: '202307', sign: expectedSign(received[0]!, appSecret) })
  })
})

describe('a token operation', () => {
  test('has key and secret in the query, no signature and no access token', async () => {
    const { url, received } = await loopback(fine)
    await shopAt(url, { accessToken: undefined }).token.get({ auth_code: 'c/1', grant_type: 'authorized_code' })
    expect(received[0]).toMatchObject({ method: 'GET', path: '/api/v2/token/get' })
    expect(received[0]!.query).toEqual({
      app_key: appKey,
      app_secret: appSecret,
      auth_code: 'c/1',
      grant_type: 'authorized_code',
    })
    expect(received[0]!.headers['x-tts-access-token']).toBeUndefined()
  })

  test('has them in the body where it has one', async () => {
    const { url, received } = await loopback(fine)
    await shopAt(url).token.getV1({ auth_code: 'c/1', grant_type: 'authorized_code' })
    expect(received[0]!.search).toBe('')
    expect(JSON.parse(received[0]!.body.toString())).toEqual({
      app_key: appKey,
      app_secret: appSecret,
      auth_code: 'c/1',
      grant_type: 'authorized_code',
    })
  })

  test('goes to the host for tokens', async () => {
    const fetch = vi.fn(() => Promise.resolve(Response.json(fine)))
    const shop = shopAt('http://localhost', { authBaseUrl: undefined, baseUrl: undefined, fetch })
    await shop.token.get({ auth_code: 'c' })
    await shop.order.getOrderDetail({ ids: ['1'] })
    const hosts = fetch.mock.calls.map(([url]: unknown[]) => new URL(url as string).origin)
    expect(hosts).toEqual(['https://auth.tiktok-shops.com', 'https://open-api.tiktokglobalshop.com'])
  })
})

describe('an answer', () => {
  test('gives data, request id and response', async () => {
    const { url } = await loopback((_, response) => respond(response, fine, 200, { 'x-tt-logid': 'l1' }))
    const { data, requestId, response } = await shopAt(url).order.getOrderDetail().withResponse()
    expect([data, requestId, response.status, response.headers.get('x-tt-logid')]).toEqual([
      { ok: true },
      'r1',
      200,
      'l1',
    ])
  })

  test.each([200, 201, 400, 404, 429, 500])('with code 0 is a success with status %i', async (status) => {
    const { url } = await loopback((_, response) => respond(response, fine, status))
    expect(await shopAt(url).order.getOrderDetail()).toEqual({ ok: true })
  })

  test.each([200, 201, 400, 401, 500])('with another code is an error with status %i', async (status) => {
    const { url } = await loopback((_, response) => respond(response, { code: 105002, message: 'expired' }, status))
    const expected = { name: 'TokenError', kind: 'token-expired', code: 105002, status }
    await expect(shopAt(url).order.getOrderDetail()).rejects.toMatchObject(expected)
  })

  test.each([{ code: 0 }, { code: 0, data: null }])('without data is empty: %j', async (envelope) => {
    const { url } = await loopback(envelope)
    expect(await shopAt(url).order.markRead({ conversation_id: '1' })).toEqual({})
  })

  test('keeps every digit of 64-bit numbers, in both directions', async () => {
    const { url, received } = await loopback((_, response) =>
      respond(
        response,
        '{"code":0,"data":{"id":5,"items":[{"ids":[7494049642642441621]}],"other":576461413038785752}}',
      ),
    )
    const { product } = shopAt(url)
    const data = await product.getIds()
    expect(data).toEqual({ id: '5', items: [{ ids: ['7494049642642441621'] }], other: '576461413038785752' })
    await product.saveIds(data)
    expect(received[1]!.body.toString()).toBe(
      '{"id":5,"items":[{"ids":[7494049642642441621]}],"other":"576461413038785752"}',
    )
    expect(received[1]!.query['sign']).toBe(expectedSign(received[1]!, appSecret))
  })

  test('that fails while withResponse() waits rejects once, unhandled nowhere', async () => {
    const unhandled = vi.fn()
    process.on('unhandledRejection', unhandled)
    const { url } = await loopback({ code: 1, message: 'no' })
    await rejection(shopAt(url).order.getOrderDetail().withResponse())
    await new Promise((resolve) => setTimeout(resolve, 20))
    process.off('unhandledRejection', unhandled)
    expect(unhandled).not.toHaveBeenCalled()
  })
})

describe('the access token', () => {
  test('is asked for before every request, per client and per call', async () => {
    const { url, received } = await loopback(fine)
    let count = 0
    const shop = shopAt(url, { accessToken: () => `sync${++count}` })
    await shop.order.getOrderDetail()
    await shop.order.getOrderDetail()
    await shop.order.getOrderDetail({}, { accessToken: () => Promise.resolve('async') })
    await shop.order.getOrderDetail({}, { accessToken: 'call' })
    const tokens = received.map(({ headers }) => headers['x-tts-access-token'])
    expect(tokens).toEqual(['sync1', 'sync2', 'async', 'call'])
  })

  test('whose function fails ends the call with that failure', async () => {
    const failure = new Error('store is down')
    const shop = shopAt('http://localhost', { accessToken: () => Promise.reject(failure) })
    expect(await rejection(shop.order.getOrderDetail())).toBe(failure)
  })
})

describe('options', () => {
  test('headers of client and call are joined', async () => {
    const { url, received } = await loopback(fine)
    const shop = shopAt(url, { headers: { 'x-a': '1', 'x-b': '1' } })
    await shop.order.getOrderDetail({}, { headers: { 'X-B': '2', 'x-c': '3' } })
    expect(received[0]!.headers).toMatchObject({ 'x-a': '1', 'x-b': '2', 'x-c': '3' })
  })

  test('with() changes what is given and leaves the rest, and the client it came from', async () => {
    const { url, received } = await loopback(fine)
    const shop = shopAt(url, { headers: { 'x-a': '1' } })
    const next = shop.with({ shopCipher: 'next', accessToken: undefined, headers: { 'x-b': '2' } })
    await next.order.getOrderDetail()
    await shop.order.getOrderDetail()
    await next.with({ accessToken: 'other' }).order.getOrderDetail()
    expect(
      received.map(({ query, headers }) => [query['shop_cipher'], headers['x-tts-access-token'], headers['x-b']]),
    ).toEqual([
      ['next', accessToken, '2'],
      [shopCipher, accessToken, undefined],
      ['next', 'other', '2'],
    ])
    expect(received[0]!.headers['x-a']).toBe('1')
  })

  test('later changes of the options object change nothing', async () => {
    const { url, received } = await loopback(fine)
    const options = { appKey, appSecret, accessToken, baseUrl: url }
    const shop = createClientOf('202309', domains, options) as ReturnType<typeof shopAt>
    options.accessToken = 'changed'
    await shop.order.getOrderDetail()
    expect(received[0]!.headers['x-tts-access-token']).toBe(accessToken)
  })
})

describe("a user's own fetch", () => {
  test('gets a URL string and an init, never a Request, and is called bare', async () => {
    const calls: { self: unknown; args: unknown[] }[] = []
    function fetch(this: unknown, ...args: unknown[]) {
      calls.push({ self: this, args })
      return Promise.resolve(Response.json(fine))
    }
    await shopAt('http://localhost:1', { fetch }).order.getOrderList({ page_size: 1, note: 'n' })
    const [url, init, ...rest] = calls[0]!.args as [string, RequestInit]
    expect(url).toMatch(/^http:\/\/localhost:1\/order\/202309\/orders\/search\?.*&sign=[0-9a-f]{64}$/)
    expect(Object.getPrototypeOf(init)).toBe(Object.prototype)
    expect({ ...init, headers: Object.fromEntries(new Headers(init.headers)) }).toEqual({
      method: 'POST',
      body: '{"note":"n"}',
      headers: { 'content-type': 'application/json', 'x-tts-access-token': accessToken },
      redirect: 'manual',
      signal: expect.any(AbortSignal) as AbortSignal,
    })
    expect(rest).toEqual([])
    expect(calls[0]!.self).toBeUndefined()
  })

  test('gets a form that can be sent again', async () => {
    const bodies: unknown[] = []
    const fetch = (_: string, { body }: RequestInit) => {
      bodies.push(body)
      return Promise.resolve(Response.json(fine))
    }
    await shopAt('http://localhost', { fetch }).product.uploadImage({ data: new Uint8Array([1]) })
    expect(bodies[0]).toBeInstanceOf(FormData)
  })

  test('is the global one of the moment when none is given', async () => {
    const shop = shopAt('http://localhost')
    vi.stubGlobal('fetch', () => Promise.resolve(Response.json({ code: 0, data: { stubbed: true } })))
    expect(await shop.order.getOrderDetail()).toEqual({ stubbed: true })
  })
})

describe('a client', () => {
  test('makes domains and methods when they are touched, once', () => {
    const shop = shopAt('http://localhost')
    expect(Object.keys(shop)).toEqual(['with', ...Object.keys(domains)])
    expect(Object.getOwnPropertyDescriptor(shop, 'order')).toHaveProperty('get')
    expect(shop.order).toBe(shop.order)
    expect(Object.getOwnPropertyDescriptor(shop.order, 'getFile')).toHaveProperty('get')
    expect(shop.order.getFile).toBe(shop.order.getFile)
    expect((shop.order as object as { missing: unknown }).missing).toBeUndefined()
  })

  test('can be awaited and spied on', async () => {
    const shop = shopAt('http://localhost')
    expect(await Promise.resolve(shop)).toBe(shop)
    vi.spyOn(shop.order, 'getOrderDetail').mockResolvedValue({ spied: true })
    expect(await shop.order.getOrderDetail()).toEqual({ spied: true })
  })

  test('shows no secret when it is printed', () => {
    const shop = shopAt('http://localhost')
    void shop.order.getOrderList
    const print = (value: unknown) => inspect(value, { showHidden: true, depth: 9, getters: true, showProxy: true })
    const text = print(shop) + print(shop.order.getOrderList) + JSON.stringify(shop)
    expect(text).not.toContain(appSecret)
    expect(text).not.toContain(accessToken)
  })
})
