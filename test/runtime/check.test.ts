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
  ])('%j', (options, message) => {
    expect(create(options)).toThrow(expect.objectContaining({ name: 'InputError', kind: 'input', message }))
  })

  test('no options at all', () => {
    expect(() => createClientOf('202309', domains, {} as ClientOptions)).toThrow('appKey is missing')
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
    expect(error).toMatchObject({ name: 'InputError', message: 'accessToken is empty or no token' })
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
