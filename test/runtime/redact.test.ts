import { inspect } from 'node:util'
import { describe, expect, test } from 'vitest'
import { redact, redactError } from '../../runtime/redact.ts'
import { loopback, respond } from './loopback.ts'
import { accessToken, appSecret, rejection, shopAt, type Shop } from './shop.ts'

const authCode = 'ROW_code/1+x=='
const refreshToken = 'ROW_refresh/2+y=='
const secrets = [appSecret, accessToken, authCode, refreshToken]

function expectNoSecret(error: Error): void {
  const text = [
    inspect(error, { showHidden: true, depth: Infinity, getters: true }),
    JSON.stringify(error),
    String(error),
    error.stack,
    inspect(error.cause, { showHidden: true, depth: Infinity }),
  ].join('\n')
  for (const secret of secrets) {
    for (const form of [secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1)]) {
      expect(text).not.toContain(form)
    }
  }
  expect(text).not.toMatch(/sign=[0-9a-f]/)
}

// Every way of calling, and the secrets it sends.
const calls: [string, (shop: Shop) => Promise<unknown>, string[]][] = [
  ['202309', (shop) => shop.order.getOrderList({ page_size: 1, note: 'n' }), [appSecret, accessToken]],
  ['an upload', (shop) => shop.product.uploadImage({ data: new Blob(['x']) }), [appSecret, accessToken]],
  ['202212', (shop) => shop.legacy.search({ page_size: 1 }), [appSecret, accessToken]],
  [
    'a token operation with a query',
    (shop) => shop.token.get({ auth_code: authCode, refresh_token: refreshToken, empty: '' }),
    [appSecret, authCode, refreshToken],
  ],
  [
    'a token operation with a body',
    (shop) => shop.token.getV1({ auth_code: authCode, refresh_token: refreshToken, empty: '' }),
    [appSecret, authCode, refreshToken],
  ],
]

describe.each(calls)('no secret is in an error of %s', (_, call, sent) => {
  const echo = `${sent.join(' ')} ${sent.map(encodeURIComponent).join('&')}`

  test('when the service repeats what it got', async () => {
    for (const code of [106001, 105001, 36009004, 1]) {
      const { url } = await loopback((received, response) =>
        respond(
          response,
          { code, message: `${echo} ${received.search} ${received.body.toString()}`, request_id: 'r' },
          401,
        ),
      )
      const error = await rejection(call(shopAt(url)))
      expect(error).toMatchObject({ code })
      expectNoSecret(error)
    }
  })

  test('when the answer is no envelope', async () => {
    const { url } = await loopback((received, response) =>
      respond(response, `<p>${received.search} ${echo}`, 502, { 'content-type': 'text/html' }),
    )
    const error = await rejection(call(shopAt(url)))
    expect(error).toMatchObject({ kind: 'answer' })
    expectNoSecret(error)
  })

  test('when it is redirected to a URL that holds them', async () => {
    const { url } = await loopback((received, response) =>
      respond(response, '', 302, { location: `https://elsewhere.example/?${received.search}` }),
    )
    expectNoSecret(await rejection(call(shopAt(url))))
  })

  test('when fetch fails with the URL in message, fields and causes', async () => {
    const fetch = (url: string, init: RequestInit) => {
      const inner = Object.assign(new Error(`request to ${url} failed`), { code: 'ECONNRESET', url, init })
      const cause = Object.assign(new TypeError(`${String(init.body as string)} ${echo}`, { cause: inner }), {
        input: url,
      })
      return Promise.reject(new TypeError('fetch failed', { cause }))
    }
    const error = await rejection(call(shopAt('http://localhost', { fetch })))
    expect(error).toMatchObject({ kind: 'connection' })
    expectNoSecret(error)
  })

  test('when fetch throws something that is no error', async () => {
    const shop = shopAt('http://localhost', { fetch: (url) => Promise.reject(url as unknown as Error) })
    expectNoSecret(await rejection(call(shop)))
  })

  test('when the connection is cut, and when time is over', async () => {
    const cut = await loopback((_received, response) => response.destroy())
    expectNoSecret(await rejection(call(shopAt(cut.url))))
    const silent = await loopback(() => undefined)
    expectNoSecret(await rejection(call(shopAt(silent.url, { timeoutMs: 20 }))))
  })
})

describe('redact', () => {
  test.each([
    ['a secret', 'the s/1 here', ['s/1'], 'the *** here'],
    ['an encoded one', 'the s%2F1 here', ['s/1'], 'the *** here'],
    ['all of them, each time', 'a b a', ['a', 'b'], '*** *** ***'],
    ['parameters by name', '?a=1&sign=ab&access_token=cd&b=2', [], '?a=1&sign=***&access_token=***&b=2'],
    ['nothing where there is none', 'design=1 page_token=2', [], 'design=1 page_token=2'],
  ])('hides %s', (_, text, known, expected) => {
    expect(redact(text, known)).toBe(expected)
  })
})

test('redactError keeps what helps: message, code, stack and causes', () => {
  const cause = Object.assign(new Error('inner s3cret'), { code: 'ECONNRESET' })
  const copy = redactError(new TypeError('outer', { cause }), ['s3cret'])
  expect([copy.message, (copy.cause as Error).message]).toEqual(['outer', 'inner ***'])
  expect(copy.cause).toMatchObject({ code: 'ECONNRESET' })
  expect(copy.stack).toContain('TypeError: outer')
  expect(copy.stack).toContain('redact.test.ts')
})

test('an empty argument of a token operation leaves the message readable', async () => {
  const { url } = await loopback({ code: 36004004, message: 'auth code is invalid', request_id: 'r' })
  const error = await rejection(shopAt(url).token.get({ auth_code: '' }))
  expect(error.message).toBe('token.get (202212): auth code is invalid (code 36004004, HTTP 200, request_id r)')
})

test('redactError ends where causes go round in a circle', () => {
  const error = new Error('broken')
  error.cause = error
  expect(redactError(error, ['secret']).message).toBe('broken')
})
