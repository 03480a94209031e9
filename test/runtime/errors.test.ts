import { inspect } from 'node:util'
import { describe, expect, test } from 'vitest'
import { ApiError, TikTokShopError } from '../../runtime/errors.ts'
import * as runtime from '../../runtime/index.ts'
import { loopback, respond } from './loopback.ts'
import { rejection, shopAt } from './shop.ts'

type Row = [code: number, message: string, name: string, kind: string, retryable: boolean]

const table: Row[] = [
  [36009002, 'Too many requests', 'RateLimitError', 'rate-limit', true],
  [36009037, 'hourly limit', 'QuotaError', 'quota', false],
  [45101004, 'daily limit', 'QuotaError', 'quota', false],
  [36009003, 'Internal error', 'ServiceError', 'service', true],
  [36009007, 'Gateway time-out', 'ServiceError', 'service', true],
  [36009009, 'Invalid path', 'ApiError', 'not-found', false],
  [36009010, 'Invalid method', 'ApiError', 'not-found', false],
  [36009014, 'Retired', 'RetiredVersionError', 'retired-version', false],
  [36009021, 'File too big', 'ParameterError', 'upload', false],
  [36009022, 'JSON or multipart', 'ParameterError', 'upload', false],
  [36009023, 'must be multipart', 'ParameterError', 'upload', false],
  [36009033, 'IP', 'ApiError', 'ip-address', false],
  [36009043, 'Shop', 'DeactivatedError', 'deactivated', false],
  [36009044, 'Seller', 'DeactivatedError', 'deactivated', false],
  [101000, 'mismatch', 'ParameterError', 'cipher', false],
  [105001, 'invalid', 'TokenError', 'token-invalid', false],
  [105002, 'expired', 'TokenError', 'token-expired', false],
  [105005, 'scope', 'ScopeError', 'scope', false],
  [106001, 'sign', 'SignatureError', 'signature', false],
  [106013, 'cipher', 'ParameterError', 'cipher', false],
  [98001004, 'range', 'ParameterError', 'parameter', false],
  [36004004, 'auth code', 'TokenError', 'auth-code', false],
  [105004, 'region', 'ApiError', 'api', false],
  [12052024, 'Category is not final', 'ApiError', 'api', false],
  [11001027, 'try again', 'ApiError', 'api', true],
  [21001055, 'try again', 'ApiError', 'api', true],
]

// What the gateway says with 36009004, and variants in wording.
const overloaded: [message: string, name: string, kind: string][] = [
  [
    'Missing credentials. The request does not include a required signature in the query.',
    'SignatureError',
    'signature',
  ],
  ['The `sign` query parameter is missing', 'SignatureError', 'signature'],
  ['Invalid credentials. The `access_token` header is invalid.', 'TokenError', 'token-invalid'],
  [
    "Invalid credentials. The 'x-tts-access-token' header is invalid. For more details: https://x",
    'TokenError',
    'token-invalid',
  ],
  ['Invalid credentials. Invalid `app_key` query parameter.', 'SignatureError', 'app-key'],
  [
    'Invalid timestamp. The value of the `timestamp` query parameter must not be lesser than 0.',
    'SignatureError',
    'clock',
  ],
  ["Invalid timestamp. The value of the 'timestamp' query parameter is too late", 'SignatureError', 'clock'],
  [
    'Unexpected identifier. The `shop_cipher` query parameter is not required for this request.',
    'ParameterError',
    'cipher',
  ],
  ['Unexpected identifier. The `category_asset_cipher` query parameter is not required.', 'ParameterError', 'cipher'],
  ['Invalid identifier. The `shop_id` query parameter is invalid.', 'ParameterError', 'cipher'],
  ['Invalid API version. The `version` value is invalid or unsupported.', 'RetiredVersionError', 'api-version'],
  ['PageSize is a required field', 'ParameterError', 'parameter'],
  ['SortOrder is invalid, allowed values: ASC,DESC.', 'ParameterError', 'parameter'],
  ['CreateTimeGe type invalid. actual type:int64, expected type:string', 'ParameterError', 'parameter'],
  ['param body.address is missing', 'ParameterError', 'parameter'],
  ['design_file is required; assign one', 'ParameterError', 'parameter'],
  ['', 'ParameterError', 'parameter'],
]

/** The codes of operations whose own text asks to try again. */
// prettier-ignore
const temporary = [
  11001027, 11001031, 11006005, 11006010, 11006026, 12056001, 17027107, 17029054, 17029055, 21001003, 21001008, 21001011, 21001043,
  21001055, 21008300, 21022026, 21022029, 21022030, 21023022, 21042001, 25001028, 33001002, 38023025, 45101001, 600001001, 600001002,
]

const fetchOf =
  (envelope: object, status = 200) =>
  () =>
    Promise.resolve(Response.json(envelope, { status }))
const failureOf = (envelope: object, status?: number) =>
  rejection(shopAt('http://localhost', { fetch: fetchOf(envelope, status) }).order.getOrderDetail())

describe('the code of an answer', () => {
  test.each(table)('%i "%s" is a %s of kind %s, retryable: %s', async (code, message, name, kind, retryable) => {
    const error = await failureOf({ code, message, request_id: 'r9' }, 400)
    const facts = { name, kind, code, retryable, serviceMessage: message, requestId: 'r9', status: 400 }
    expect(error).toMatchObject({ ...facts, operation: 'order.getOrderDetail', version: '202309' })
    expect(error).toBeInstanceOf(runtime[name as 'ApiError'])
    expect(error).toBeInstanceOf(ApiError)
    expect(error).toBeInstanceOf(TikTokShopError)
  })

  test.each(overloaded)('36009004 "%s" is a %s of kind %s', async (message, name, kind) => {
    expect(await failureOf({ code: 36009004, message })).toMatchObject({ name, kind, retryable: false })
  })

  test.each([
    [106001, 'check appSecret'],
    [105001, 'the seller must authorise again'],
    [105002, 'renew the access token'],
    [105005, 'add the scope in Partner Center, then the seller must authorise again'],
    [106013, 'use the cipher of a shop of this access token'],
    [36009014, 'import a newer version'],
  ])('%i says what to do: %s', async (code, advice) => {
    expect((await failureOf({ code, message: 'm', request_id: 'r9' }, 401)).message).toBe(
      `order.getOrderDetail (202309): m (code ${code}, HTTP 401, request_id r9): ${advice}`,
    )
  })

  test('of a clock that is wrong says what to do', async () => {
    const error = await failureOf({ code: 36009004, message: 'Invalid timestamp.' })
    expect(error.message).toMatch(/: set this machine's clock$/)
  })

  test('is not retryable where a write may have been done', async () => {
    const { order } = shopAt('http://localhost', { fetch: fetchOf({ code: 36009003, message: 'm' }) })
    expect(await rejection(order.deleteOrders({ ids: ['1'] }))).toMatchObject({ kind: 'service', retryable: false })
  })

  test.each(temporary)('%i asks for another try', async (code) => {
    expect(await failureOf({ code, message: 'm' })).toMatchObject({ kind: 'api', retryable: true })
  })

  test('of an unknown kind counts as a rate limit with status 429', async () => {
    expect(await failureOf({ code: 1, message: 'm' }, 429)).toMatchObject({ kind: 'rate-limit', retryable: true })
  })
})

describe('an error', () => {
  const envelope = { code: 105005, message: 'no permission', request_id: '2026R' }
  const message =
    'order.getOrderDetail (202309): no permission (code 105005, HTTP 401, request_id 2026R): ' +
    'add the scope in Partner Center, then the seller must authorise again'

  test('says what happened, where, and what to do', async () => {
    const error = await failureOf(envelope, 401)
    expect(error.message).toBe(message)
    expect(String(error)).toBe(`ScopeError: ${message}`)
  })

  test('is whole in JSON', async () => {
    expect(JSON.parse(JSON.stringify(await failureOf(envelope, 401)))).toEqual({
      name: 'ScopeError',
      message,
      kind: 'scope',
      code: 105005,
      serviceMessage: 'no permission',
      operation: 'order.getOrderDetail',
      version: '202309',
      status: 401,
      requestId: '2026R',
      retryable: false,
    })
  })

  test('begins with its name and message when it is printed', async () => {
    expect(inspect(await failureOf(envelope, 401))).toMatch(`ScopeError: ${message}`)
  })

  test("shows the caller's line in its stack, whatever the kind", async () => {
    const { url } = await loopback((received, response) => {
      if (received.query['ids'] === 'html') respond(response, '<html>', 502, { 'content-type': 'text/html' })
      else if (received.query['ids'] === 'reset') response.destroy()
      else if (received.query['ids'] === 'code') respond(response, { code: 1, message: 'm' })
    })
    const { order } = shopAt(url)
    async function theCallersOwnFunction(ids: string, timeoutMs: number) {
      return await order.getOrderDetail({ ids }, { timeoutMs })
    }
    for (const [ids, kind] of [
      ['html', 'answer'],
      ['reset', 'connection'],
      ['code', 'api'],
      ['never', 'timeout'],
    ] as const) {
      // prettier-ignore
      const error = await rejection(theCallersOwnFunction(ids, 300))
      expect(error).toMatchObject({ kind })
      expect(error.stack).toContain('theCallersOwnFunction')
    }
    const error = await rejection((async () => await order.splitOrder({}))())
    expect(error.stack).toContain('errors.test.ts')
  })
})
