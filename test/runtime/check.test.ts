import { afterEach, describe, expect, test, vi } from 'vitest'
import { createClientOf } from '../../runtime/client.ts'
import { createRawClientOf } from '../../runtime/raw-client.ts'
import type { ClientOptions } from '../../runtime/types.ts'
import { accessToken, appKey, appSecret, domains, rejection, shopAt } from './shop.ts'

afterEach(() => vi.unstubAllGlobals())

const create = (options: object) => () =>
  createClientOf('202309', domains, { appKey, appSecret, ...options } as ClientOptions)

describe('createClient refuses', () => {
  test.each([
    [{ appKey: undefined }, 'appKey is missing or has white space'],
    [{ appKey: '' }, 'appKey is missing or has white space'],
    [{ appSecret: undefined }, 'appSecret is missing or has white space'],
    [{ appSecret: null }, 'appSecret is missing or has white space'],
    [{ appSecret: 'from-a-file\n' }, 'appSecret is missing or has white space'],
    [{ baseUrl: 'http://open-api.tiktokglobalshop.com' }, 'baseUrl must be https:// and a host, without a path'],
    [{ baseUrl: 'http://localhost.evil.example' }, 'baseUrl must be https:// and a host, without a path'],
    [{ baseUrl: 'http://127.0.0.1.evil.example' }, 'baseUrl must be https:// and a host, without a path'],
    [{ baseUrl: 'http://localhost@evil.example' }, 'baseUrl must be https:// and a host, without a path'],
    [{ baseUrl: 'https://a@evil.example' }, 'baseUrl must be https:// and a host, without a path'],
    [{ baseUrl: 'https://proxy.example/tiktok' }, 'baseUrl must be https:// and a host, without a path'],
    [{ baseUrl: 'https://proxy.example?key=1' }, 'baseUrl must be https:// and a host, without a path'],
    [{ baseUrl: 'open-api.tiktokglobalshop.com' }, 'baseUrl must be https:// and a host, without a path'],
    [{ baseUrl: '' }, 'baseUrl must be https:// and a host, without a path'],
    [{ authBaseUrl: 'http://auth.tiktok-shops.com' }, 'authBaseUrl must be https:// and a host, without a path'],
    [{ authBaseUrl: 'https://a:99999' }, 'authBaseUrl must be https:// and a host, without a path'],
    [{ authBaseUrl: 'https://a:b' }, 'authBaseUrl must be https:// and a host, without a path'],
    [{ baseUrl: 'https://[' }, 'baseUrl must be https:// and a host, without a path'],
    [{ baseUrl: 'https://%' }, 'baseUrl must be https:// and a host, without a path'],
  ])('%j', (options, message) => {
    expect(create(options)).toThrow(expect.objectContaining({ name: 'InputError', kind: 'input', message }))
  })

  test('no options at all', () => {
    expect(() => createClientOf('202309', domains, {} as ClientOptions)).toThrow('appKey is missing')
    expect(() => createClientOf('202309', domains, undefined as unknown as ClientOptions)).toThrow('appKey is missing')
  })

  test('a browser, unless allowed', () => {
    vi.stubGlobal('window', { document: {} })
    const message = 'in a browser, appSecret is public: use a server, or dangerouslyAllowBrowser'
    expect(create({})).toThrow(message)
    expect(() => createRawClientOf('202309', domains, { appKey, appSecret })).toThrow(message)
    expect(create({ dangerouslyAllowBrowser: true })).not.toThrow()
  })

  test('a host that with() would change to', () => {
    const shop = shopAt('http://localhost')
    expect(() => shop.with({ baseUrl: 'http://evil.example' })).toThrow('baseUrl must be https://')
    expect(() => shop.with({ appSecret: '' } as object)).toThrow('appSecret is missing')
  })
})

describe('createClient accepts', () => {
  test.each([
    'https://open-api.tiktokglobalshop.com',
    'https://open-api.tiktokglobalshop.com/',
    'https://proxy.example:8443',
    'http://localhost',
    'http://localhost:3000/',
    'http://127.0.0.1:3000',
    'http://[::1]:3000',
  ])('%s', (baseUrl) => {
    expect(create({ baseUrl })).not.toThrow()
  })
})

describe('before anything is sent, a call refuses', () => {
  const fetch = vi.fn()
  const shop = shopAt('http://localhost', { fetch, shopCipher: undefined })

  afterEach(() => {
    expect(fetch).not.toHaveBeenCalled()
  })

  test.each([
    [{}, 'order.splitOrder (202309): order_id is missing'],
    [{ order_id: '' }, 'order.splitOrder (202309): order_id is missing'],
    [{ order_id: null }, 'order.splitOrder (202309): order_id is missing'],
    [{ order_id: [] }, 'order.splitOrder (202309): order_id is missing'],
    [{ order_id: '1/2' }, 'order.splitOrder (202309): order_id would lead to another path'],
    [{ order_id: '..\\..' }, 'order.splitOrder (202309): order_id would lead to another path'],
    [{ order_id: '..' }, 'order.splitOrder (202309): order_id would lead to another path'],
    [{ order_id: '.' }, 'order.splitOrder (202309): order_id would lead to another path'],
    [{ order_id: '1' }, 'order.splitOrder (202309): shop_cipher is missing in the options'],
  ])('%j', async (args, message) => {
    const expected = { name: 'InputError', kind: 'input', operation: 'order.splitOrder', version: '202309', message }
    expect(await rejection(shop.order.splitOrder(args))).toMatchObject(expected)
  })

  test('without an access token', async () => {
    const { order } = shop.with({ shopCipher: 'c', accessToken: '' })
    const message = 'order.getOrderDetail (202309): accessToken is missing in the options'
    expect(await rejection(order.getOrderDetail())).toMatchObject({ kind: 'input', message })
  })

  test.each(['', 'two words', 'line\nbreak', 'é', undefined])('an access token that is none: %j', async (token) => {
    const error = await rejection(shop.order.getOrderDetail({}, { accessToken: () => token as string }))
    expect(error).toMatchObject({
      name: 'InputError',
      message: 'order.getOrderDetail (202309): accessToken is empty or no token',
    })
  })

  test('a body that has no JSON form', async () => {
    const circle: Record<string, unknown> = {}
    circle['circle'] = circle
    const { order, product } = shop.with({ shopCipher: 'c' })
    expect(await rejection(order.deleteOrders({ circle }))).toMatchObject({ kind: 'input' })
    expect(await rejection(order.deleteOrders({ big: 1n }))).toMatchObject({ kind: 'input' })
    const message =
      "product.saveIds (202309): body.items[0].ids[1] must be a 64-bit integer, such as '7494049642642441621'"
    const error = await rejection(product.saveIds({ items: [{ ids: ['1', 'x'] }] }))
    expect(error).toMatchObject({ name: 'InputError', operation: 'product.saveIds', message })
  })

  test('a signal that has ended', async () => {
    const reason = new Error('gone')
    const promise = shop.order.getOrderDetail({}, { signal: AbortSignal.abort(reason), accessToken })
    expect(await rejection(promise)).toBe(reason)
  })
})

describe('what would be sent wrongly is refused', () => {
  const shop = shopAt('http://localhost:1')

  test.each([null, 'abc', [1], 5])('arguments that are no object: %j', async (args) => {
    const error = await rejection(shop.order.getOrderDetail(args as unknown as Record<string, unknown>))
    const message = 'order.getOrderDetail (202309): the arguments must be one object'
    expect(error).toMatchObject({ kind: 'input', message })
  })

  test.each([NaN, Infinity, -(2 ** 53), 2 ** 53, () => 1, Symbol('s'), {}])(
    'a value without a text: %s',
    async (ids) => {
      const error = await rejection(shop.order.getOrderDetail({ ids }))
      expect(error).toMatchObject({
        kind: 'input',
        message: expect.stringContaining('ids must be text or a safe number') as string,
      })
    },
  )

  test('a number in the body that has lost digits', async () => {
    const error = await rejection(shop.order.getOrderList({ filter: { order_id: Number('576461413038785752') } }))
    expect(error).toMatchObject({
      kind: 'input',
      message: expect.stringContaining('order_id is a number that has lost digits') as string,
    })
  })

  test.each(['sign', 'timestamp', 'access_token'])('an argument that the client sets: %s', async (name) => {
    const error = await rejection(shop.order.getOrderDetail({ [name]: 'mine' }))
    expect(error).toMatchObject({
      kind: 'input',
      message: expect.stringContaining(`${name} is set by the client`) as string,
    })
  })

  test.each([0, -5, NaN])('a time-out of %s', async (timeoutMs) => {
    const error = await rejection(shop.order.getOrderDetail({}, { timeoutMs }))
    expect(error).toMatchObject({
      kind: 'input',
      message: expect.stringContaining('timeoutMs must be above 0') as string,
    })
  })

  test.each([['x-note', 'secret\nvalue']])('the header %j, without quoting its value', async (name, value) => {
    const error = (await rejection(shop.order.getOrderDetail({}, { headers: { [name]: value } }))) as Error
    expect(error).toMatchObject({ kind: 'input' })
    expect(error.message).toContain(`the header ${name} is not valid`)
    expect(error.message).not.toContain('secret')
  })
})

describe('the path client refuses', () => {
  const options = { appKey, appSecret, accessToken, baseUrl: 'http://localhost:1' }
  const raw = createRawClientOf<Record<string, { get: object }>>('202309', domains, options) as unknown as {
    GET(path: string, init?: object): Promise<unknown>
  }

  test.each(['@evil.example/x', '//evil.example/x', 'beta/x', ':80@evil.example'])(
    'the path %s, which would change the host',
    (path) => {
      expect(() => raw.GET(path)).toThrow('a path begins with one slash')
    },
  )

  test('another host without https', async () => {
    const error = await rejection(raw.GET('/order/202309/orders', { baseUrl: 'http://evil.example' }))
    expect(error).toMatchObject({ kind: 'input', message: 'baseUrl must be https:// and a host, without a path' })
  })
})
