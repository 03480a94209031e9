import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'
import { inspect } from 'node:util'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { loopback, respond } from './loopback.ts'
import { accessToken, rejection, shopAt } from './shop.ts'

describe('an answer that is no envelope', () => {
  test.each([
    [
      'HTML',
      '<html><title>Bad Gateway</title></html>',
      502,
      'text/html',
      'HTTP 502 with 39 characters of text/html',
      true,
    ],
    ['nothing', '', 200, 'application/json', 'HTTP 200 with 0 characters of application/json', false],
    [
      'JSON cut off',
      '{"code":0,"data":{"a',
      200,
      'application/json',
      'HTTP 200 with 20 characters of application/json',
      false,
    ],
    [
      'JSON without a code',
      '{"data":{}}',
      200,
      'application/json',
      'HTTP 200 with 11 characters of application/json',
      false,
    ],
    [
      'a code that is no number',
      '{"code":"x"}',
      200,
      'application/json',
      'HTTP 200 with 12 characters of application/json',
      false,
    ],
    ['null', 'null', 200, 'application/json', 'HTTP 200 with 4 characters of application/json', false],
    ['text', 'upstream connect error', 503, 'text/plain', 'HTTP 503 with 22 characters of text/plain', true],
    ['too many', 'slow down', 429, 'text/plain', 'HTTP 429 with 9 characters of text/plain', true],
    ['not found', 'no such page', 404, 'text/plain', 'HTTP 404 with 12 characters of text/plain', false],
  ])('%s', async (_, body, status, type, what, retryable) => {
    const { url } = await loopback((__, response) => respond(response, body, status, { 'content-type': type }))
    const error = await rejection(shopAt(url).order.getOrderDetail())
    const message = `order.getOrderDetail (202309): ${what} is no answer of the API`
    expect(error).toMatchObject({ name: 'AnswerError', kind: 'answer', status, retryable, message })
    expect(error.cause).toBeUndefined()
  })

  test('is not retryable for a write, but with 503, 429', async () => {
    const statusOf = (status: number) =>
      shopAt('http://localhost', { fetch: () => Promise.resolve(new Response('', { status })) })
    const retryable = async (status: number) => rejection(statusOf(status).order.deleteOrders({ ids: ['1'] }))
    expect(await retryable(500)).toMatchObject({ retryable: false })
    expect(await retryable(503)).toMatchObject({ retryable: true })
    expect(await retryable(429)).toMatchObject({ retryable: true })
  })
})

describe('a redirect', () => {
  test.each([301, 302, 303, 307, 308])(
    '%i is not followed, so that no credential goes to another host',
    async (status) => {
      const other = await loopback({ code: 0 })
      const { url } = await loopback((_, response) => respond(response, '', status, { location: `${other.url}/?a=1` }))
      const shop = shopAt(url)
      const calls = [
        () => shop.order.getOrderDetail(),
        () => shop.token.get({ auth_code: 'c' }),
        () => shop.legacy.search({ a: 1 }),
      ]
      for (const call of calls) {
        const error = await rejection(call())
        expect(error).toMatchObject({ name: 'AnswerError', status })
        expect(error.message).toContain('is no answer of the API')
      }
      expect(other.received).toEqual([])
    },
  )
})

describe('a connection', () => {
  test('that is refused', async () => {
    const { url, server } = await loopback({})
    await new Promise((resolve) => server.close(resolve))
    const error = await rejection(shopAt(url).order.deleteOrders({ ids: ['1'] }))
    const message = `order.deleteOrders (202309): no answer from ${new URL(url).host}: ECONNREFUSED`
    expect(error).toMatchObject({ name: 'ConnectionError', kind: 'connection', message, retryable: true })
  })

  test.each(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT'])(
    'that was never made (%s) may be tried again even for a write',
    async (code) => {
      const fetch = () =>
        Promise.reject(new TypeError('fetch failed', { cause: Object.assign(new Error(code), { code }) }))
      const error = await rejection(shopAt('http://localhost', { fetch }).order.deleteOrders({ ids: ['1'] }))
      expect(error).toMatchObject({ kind: 'connection', retryable: true })
    },
  )

  test('of a token operation may not be tried again, as a code is good for one use', async () => {
    const { url } = await loopback((_, response) => response.destroy())
    const error = await rejection(shopAt(url).token.get({ auth_code: 'c', grant_type: 'authorized_code' }))
    expect(error).toMatchObject({ kind: 'connection', retryable: false })
  })

  test('that breaks before the answer', async () => {
    const { url } = await loopback((_, response) => response.destroy())
    const { order } = shopAt(url)
    expect(await rejection(order.getOrderDetail())).toMatchObject({ name: 'ConnectionError', retryable: true })
    expect(await rejection(order.deleteOrders({ ids: ['1'] }))).toMatchObject({
      name: 'ConnectionError',
      retryable: false,
    })
  })

  test('that breaks within the answer', async () => {
    const { url } = await loopback((_, response) => {
      response.writeHead(200, { 'content-length': '1000' })
      response.write('{"code":0,', () => response.destroy())
    })
    expect(await rejection(shopAt(url).order.getOrderDetail())).toMatchObject({ name: 'ConnectionError' })
  })

  test('to a host that does not exist', async () => {
    const failure = Object.assign(new TypeError('fetch failed'), {
      cause: Object.assign(new Error('getaddrinfo'), { code: 'ENOTFOUND' }),
    })
    const shop = shopAt('https://nowhere.invalid', { fetch: () => Promise.reject(failure) })
    const message = 'order.deleteOrders (202309): no answer from nowhere.invalid: ENOTFOUND'
    expect(await rejection(shop.order.deleteOrders({ a: 1 }))).toMatchObject({ message, retryable: true })
  })
})

describe('a time-out', () => {
  test('ends a call that gets no answer, and its connection', async () => {
    const closed = vi.fn()
    const { url } = await loopback((_, response) => void response.on('close', closed))
    const { order } = shopAt(url, { timeoutMs: 50 })
    const error = await rejection(order.getOrderDetail())
    const message = 'order.getOrderDetail (202309): no answer within 50 ms'
    expect(error).toMatchObject({ name: 'TimeoutError', kind: 'timeout', message, retryable: true })
    await vi.waitFor(() => expect(closed).toHaveBeenCalled())
    expect(await rejection(order.deleteOrders({ a: 1 }, { timeoutMs: 20 }))).toMatchObject({ retryable: false })
  })

  test('ends a body that drips', async () => {
    const { url } = await loopback((_, response) => {
      const timer = setInterval(() => response.write(' '), 10)
      response.on('close', () => clearInterval(timer))
    })
    expect(await rejection(shopAt(url).order.getOrderDetail({}, { timeoutMs: 60 }))).toMatchObject({ kind: 'timeout' })
  })

  test('ends a fetch, and a token function, that never settle', async () => {
    const never = () => new Promise<never>(() => undefined)
    const shop = shopAt('http://localhost', { fetch: never, timeoutMs: 20 })
    expect(await rejection(shop.order.getOrderDetail())).toMatchObject({ kind: 'timeout' })
    expect(await rejection(shop.order.getOrderDetail({}, { accessToken: never }))).toMatchObject({ kind: 'timeout' })
  })

  test.each([
    ['30 seconds', 'order', 'getOrderList', 30_000],
    ['120 seconds for an upload', 'product', 'uploadImage', 120_000],
  ] as const)('is %s by default', async (_, domain, name, ms) => {
    vi.useFakeTimers()
    const shop = shopAt('http://localhost', { fetch: () => new Promise(() => undefined) })
    const error = rejection(
      (shop[domain] as never as Record<string, typeof shop.order.getFile>)[name]!({ data: new Blob() }),
    )
    await vi.advanceTimersByTimeAsync(ms - 1)
    expect(vi.getTimerCount()).toBe(1)
    await vi.advanceTimersByTimeAsync(1)
    expect(await error).toMatchObject({ kind: 'timeout' })
    vi.useRealTimers()
  })

  test('can be as long as one likes', async () => {
    const { url } = await loopback({ code: 0 })
    expect(await shopAt(url).order.getOrderDetail({}, { timeoutMs: Infinity })).toEqual({})
  })
})

describe('a signal', () => {
  test('ends the call with its reason, and the connection', async () => {
    const closed = vi.fn()
    const controller = new AbortController()
    const { url } = await loopback((_, response) => {
      response.on('close', closed)
      controller.abort()
    })
    const error = await rejection(shopAt(url).order.getOrderDetail({}, { signal: controller.signal }))
    expect(error).toBe(controller.signal.reason)
    expect(error.name).toBe('AbortError')
    await vi.waitFor(() => expect(closed).toHaveBeenCalled())
  })

  test('and the timer are left alone when the call is over', async () => {
    const { url } = await loopback({ code: 0 })
    const controller = new AbortController()
    const add = vi.spyOn(controller.signal, 'addEventListener')
    const remove = vi.spyOn(controller.signal, 'removeEventListener')
    const clear = vi.spyOn(globalThis, 'clearTimeout')
    await shopAt(url).order.getOrderDetail({}, { signal: controller.signal })
    expect(add).toHaveBeenCalledTimes(1)
    expect(remove.mock.calls).toEqual(add.mock.calls.map(([type, listener]) => [type, listener]))
    expect(clear).toHaveBeenCalled()
    vi.restoreAllMocks()
  })
})

test('a server that speaks no HTTP is a connection error without secrets', async () => {
  const server = createServer((socket) => socket.end('220 smtp ready\r\n')).listen(0, '127.0.0.1')
  onTestFinished(() => void server.close())
  await once(server, 'listening')
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const error = await rejection(shopAt(url).legacy.search({ a: 1 }))
  expect(error).toMatchObject({ kind: 'connection' })
  const text = inspect(error, { depth: 9, showHidden: true }) + JSON.stringify(error)
  expect(text).not.toContain(accessToken)
  expect(text).not.toContain(encodeURIComponent(accessToken))
})
