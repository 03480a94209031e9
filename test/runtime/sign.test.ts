import { createHmac } from 'node:crypto'
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hmacSha256 as webHmac } from '../../runtime/hmac.ts'
import { hmacSha256 as nodeHmac } from '../../runtime/node/hmac.ts'
import { sign, signUrl, stringToSign } from '../../runtime/sign.ts'

interface Vector {
  name: string
  version: string
  app_key: string
  app_secret: string
  path: string
  query: Record<string, string>
  content_type: string | null
  body: string | null
  expected_sign: string
}

const file = new URL('../fixtures/signing_vectors.json', import.meta.url)
const vectors = JSON.parse(readFileSync(file, 'utf8')) as Vector[]
const requests = vectors.filter(({ version }) => version !== 'webhook')
const webhooks = vectors.filter(({ version }) => version === 'webhook')
const host = 'https://open-api.tiktokglobalshop.com'

describe('published vectors', () => {
  test('are all here', () => {
    expect([requests.length, webhooks.length]).toEqual([54, 2])
  })

  test.each(requests)('$name: sign', async ({ path, query, body, content_type, app_secret, expected_sign }) => {
    const parts = { path, query, body: body ?? undefined, contentType: content_type }
    expect(await sign(parts, app_secret)).toBe(expected_sign)
  })

  test.each(requests.filter(({ query }) => query['timestamp']))(
    '$name: signUrl',
    async ({ path, query, body, content_type, app_secret, expected_sign }) => {
      const url = `${host}${path}?${new URLSearchParams({ sign: 'old', ...query }).toString()}`
      const signed = await signUrl(url, app_secret, { body: body ?? undefined, contentType: content_type })
      expect(signed.sign).toBe(expected_sign)
      expect(signed.timestamp).toBe(Number(query['timestamp']))
      const sent = Object.fromEntries(new URL(signed.url).searchParams)
      expect(sent).toEqual({ ...query, sign: expected_sign })
    },
  )

  test.each(webhooks)('$name: hmac over key and body', async ({ app_key, app_secret, body, expected_sign }) => {
    expect(await webHmac(app_secret, app_key + body)).toBe(expected_sign)
    expect(nodeHmac(app_secret, app_key + body)).toBe(expected_sign)
  })
})

describe('stringToSign', () => {
  const path = '/order/202309/orders'

  test.each([
    [
      'orders by code unit, capitals first',
      { query: { b: '2', B: '1', a: '3', _: '0' } },
      '/order/202309/ordersB1_0a3b2',
    ],
    [
      'leaves out sign and access_token only',
      { query: { sign: 'x', access_token: 'y', app_key: 'k' } },
      `${path}app_keyk`,
    ],
    ['leaves out undefined and null, keeps empty text', { query: { a: undefined, b: null, c: '' } }, `${path}c`],
    ['takes numbers', { query: { timestamp: 1700000000 } }, `${path}timestamp1700000000`],
    ['appends the body as it stands', { query: {}, body: '{"page_size": 10}' }, `${path}{"page_size": 10}`],
    ['decodes bytes', { query: {}, body: new TextEncoder().encode('\ufeff{"a":"é"}') }, `${path}\ufeff{"a":"é"}`],
    ['leaves out a form', { query: {}, body: 'x', contentType: 'Multipart/Form-Data; boundary=x' }, path],
    ['keeps the body of a similar type', { query: {}, body: 'x', contentType: 'multipart/form-database' }, `${path}x`],
    ['takes an empty body for none', { query: {}, body: '' }, path],
  ])('%s', (_, parts, expected) => {
    expect(stringToSign({ path, ...parts })).toBe(expected)
  })

  test('leaves the body out before 202309', () => {
    expect(stringToSign({ path: '/api/orders/search', query: { a: '1' }, body: '{}' })).toBe('/api/orders/searcha1')
  })

  test('does not reorder what it is given', () => {
    const query: [string, string][] = [['b', '1'], ['a', '2']] // prettier-ignore
    stringToSign({ path, query })
    expect(query).toEqual([['b', '1'], ['a', '2']]) // prettier-ignore
  })
})

describe('signUrl', () => {
  const secret = 's'

  test.each([
    ['orders', `${host}/p?b=2&a=1&timestamp=5`, {}, '/pa1b2timestamp5', 'b=2&a=1&timestamp=5'],
    ['replaces an old signature', `${host}/p?sign=old&timestamp=5`, {}, '/ptimestamp5', 'timestamp=5'],
    ['keeps the timestamp of the URL', `${host}/p?timestamp=5&a=1`, {}, '/pa1timestamp5', 'timestamp=5&a=1'],
    ['prefers the timestamp that is given', `${host}/p?timestamp=5`, { timestamp: 6 }, '/ptimestamp6', 'timestamp=6'],
    [
      'signs decoded, sends encoded',
      `${host}/p?t=a%2B%2F%3D%26&timestamp=5`,
      {},
      '/pta+/=&timestamp5',
      't=a%2B%2F%3D%26&timestamp=5',
    ],
    ['keeps commas together', `${host}/p?ids=1,2&timestamp=5`, {}, '/pids1,2timestamp5', 'ids=1%2C2&timestamp=5'],
    ['drops the fragment', `${host}/p?timestamp=5#here`, {}, '/ptimestamp5', 'timestamp=5'],
    ['takes a URL without a query', `${host}/p`, { timestamp: 7 }, '/ptimestamp7', 'timestamp=7'],
    ['signs a body', `${host}/p?timestamp=5`, { body: '{}' }, '/ptimestamp5{}', 'timestamp=5'],
    [
      'keeps access_token, unsigned',
      `${host}/api/p?access_token=t&timestamp=5`,
      { body: '{}' },
      '/api/ptimestamp5',
      'access_token=t&timestamp=5',
    ],
  ])('%s', async (_, url, options, text, search) => {
    const digest = createHmac('sha256', secret)
      .update(secret + text + secret)
      .digest('hex')
    const signed = await signUrl(url, secret, options)
    expect(signed.url).toBe(`${url.split('?')[0]}?${search}&sign=${digest}`)
    expect(signed.sign).toBe(digest)
    expect(await signUrl(signed.url, secret, options)).toEqual(signed)
  })

  test('takes now, rounded down, without a timestamp', async () => {
    const before = Math.floor(Date.now() / 1000)
    const { timestamp, url } = await signUrl(new URL(`${host}/p?app_key=k`), secret)
    expect(timestamp).toBeGreaterThanOrEqual(before)
    expect(timestamp).toBeLessThanOrEqual(Date.now() / 1000)
    expect(url).toContain(`timestamp=${timestamp}&`)
  })

  test('refuses a URL that is not absolute, without quoting it', async () => {
    const promise = signUrl('/p?access_token=token-in-url', secret)
    await expect(promise).rejects.toMatchObject({ kind: 'input', message: 'the URL to sign is not absolute' })
  })

  test('refuses an empty secret', async () => {
    await expect(signUrl(`${host}/p`, '')).rejects.toMatchObject({ kind: 'input' })
    await expect(sign({ path: '/p', query: {} }, '')).rejects.toMatchObject({ kind: 'input' })
  })
})

describe('properties', () => {
  const runs = { numRuns: 10_000 }
  // Code points of any kind, but no lone surrogates, which have no UTF-8.
  const text = fc.string({ unit: 'binary', maxLength: 12 })

  // The rule once more, naively: collect, sort, concatenate, wrap.
  const naive = (path: string, pairs: [string, string][], body: string, secret: string) => {
    const order = [...new Set(pairs.map(([name]) => name))].filter((name) => !['sign', 'access_token'].includes(name))
    order.sort((a, b) => (a === b ? 0 : a < b ? -1 : 1))
    let message = secret + path
    for (const name of order) for (const [other, value] of pairs) if (other === name) message += name + value
    return createHmac('sha256', secret)
      .update(message + body + secret)
      .digest('hex')
  }

  test('sign agrees with a naive reading of the rule', async () => {
    const name = fc.oneof(text, fc.constantFrom('sign', 'access_token', 'app_key', 'Sign'))
    const property = fc.asyncProperty(
      fc.array(fc.tuple(name, text), { maxLength: 6 }),
      text,
      text.filter(Boolean),
      async (query, body, secret) => {
        expect(await sign({ path: '/p', query, body }, secret)).toBe(naive('/p', query, body, secret))
      },
    )
    await fc.assert(property, runs)
  })

  test('signUrl signs what a server reads from its URL', async () => {
    const pairs = fc.uniqueArray(
      fc.tuple(
        text.filter((name) => !['sign', 'timestamp'].includes(name)),
        text,
      ),
      {
        maxLength: 5,
        selector: ([name]) => name,
      },
    )
    const property = fc.asyncProperty(pairs, text, fc.nat(), async (query, body, timestamp) => {
      const signed = await signUrl(`${host}/p?${new URLSearchParams(query).toString()}`, 'secret', { body, timestamp })
      const { searchParams } = new URL(signed.url)
      expect(naive('/p', [...searchParams], body, 'secret')).toBe(searchParams.get('sign'))
      searchParams.delete('sign')
      expect([...searchParams]).toEqual([...query, ['timestamp', String(timestamp)]])
    })
    await fc.assert(property, runs)
  })

  test('both HMAC implementations agree', async () => {
    const property = fc.asyncProperty(text.filter(Boolean), text, async (secret, message) => {
      expect(await webHmac(secret, message)).toBe(nodeHmac(secret, message))
    })
    await fc.assert(property, { numRuns: 2_000 })
  })
})

describe('signUrl refuses', () => {
  const url = `${host}/order/202309/orders`

  test('bytes that are no text, which it could not sign as they are sent', async () => {
    await expect(signUrl(url, 's', { body: new Uint8Array([0xff, 0xfe]) })).rejects.toThrow('must be UTF-8 text')
  })

  test.each([['abc'], ['1.5'], ['1623812664000'], ['-1']])('the timestamp %s', async (timestamp) => {
    await expect(signUrl(`${url}?timestamp=${timestamp}`, 's')).rejects.toThrow(
      'the timestamp must be whole Unix seconds',
    )
    await expect(signUrl(url, 's', { timestamp: Number(timestamp) })).rejects.toThrow(
      'the timestamp must be whole Unix seconds',
    )
  })

  test('no empty timestamp: it counts as none', async () => {
    const { timestamp } = await signUrl(`${url}?timestamp=`, 's')
    expect(Math.abs(timestamp - Date.now() / 1000)).toBeLessThan(60)
  })
})
