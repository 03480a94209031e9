import { http } from 'msw'
import { setupServer } from 'msw/node'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createFakeShop, specsOf } from '../../testing/index.ts'
import type { Wish } from './naive-client.ts'
import { clientOf, sign } from './naive-client.ts'
import { legacyWidgets, widgets } from './widget-spec.ts'

const noon = Date.UTC(2026, 10, 21, 12)
const seconds = noon / 1000
const shop = createFakeShop({ specs: specsOf([widgets, legacyWidgets]), now: () => noon, seed: 3 })
const form = (fields: Record<string, string | Blob>) => {
  const data = new FormData()
  for (const [name, value] of Object.entries(fields)) data.append(name, value)
  return data
}
const image = new File([new Uint8Array([0x89, 0x50])], 'front.png', { type: 'image/png' })

const widgetsPath = '/widget_store/202399/widgets'
const list = `GET ${widgetsPath}`
const search = `POST ${widgetsPath}/search`
const create = `POST ${widgetsPath}`
const stock = `PUT ${widgetsPath}/17/stock`
const upload = 'POST /widget_store/202399/images/upload'
const colours = 'GET /widget_store/202399/colours'
const assets = 'GET /widget_store/202399/assets'
const allAssets = 'GET /widget_store/202399/assets/all'
const legacy = 'POST /api/widgets/search'
const pinned = 'GET /api/widgets/details'
const right = { name: 'Mug', skus: [{ price: '12.90' }] }
const json = (value: unknown) => JSON.stringify(value)

type Case = [name: string, operation: string, wish: Wish, status: number, code: number, message?: string]

// A row to a line, as in a table.
// prettier-ignore
const accepted: [name: string, operation: string, wish: Wish][] = [
  ['a right GET with a comma array', list, { query: { ids: '1,2,3' } }],
  ['a right POST with a body, blanks and all', create, { body: '{ "name": "Mug",\n "skus": [ {"price": "1"} ] }' }],
  ['a body in UTF-8', create, { body: json({ ...right, name: 'Tässchen 杯' }) }],
  ['a DELETE with a signed body', `DELETE ${widgetsPath}`, { body: json({ widget_ids: ['1'] }) }],
  ['a POST without a body where no field of it is required', search, { query: { page_size: 1 } }],
  ['a path segment that is percent-encoded', `GET ${widgetsPath}/a%20b`, {}],
  ['a form whose body is not signed', upload, { query: { shop_cipher: null }, body: form({ data: image }) }],
  ['a code that the spec does not know', create, { body: json({ ...right, colour: 'TEAL' }) }],
  ['a code that the spec does not know, in the query', search, { query: { page_size: 1, colour: 'TEAL' } }],
  ['a 64-bit number with all its digits', create, { body: '{"brand_id":7494049642642441621,"name":"a","skus":[]}' }],
  ['null in place of an optional field', create, { body: json({ ...right, colour: null }) }],
  ['a timestamp that is 5 minutes old', colours, { query: { shop_cipher: null, timestamp: seconds - 300 } }],
  ['a timestamp that is 30 seconds ahead', colours, { query: { shop_cipher: null, timestamp: seconds + 30 } }],
  ['an access_token in the query beside that in the header', list, { query: { ids: '1', access_token: 'x' } }],
  ['a GET without a content type', list, { query: { ids: '1' }, headers: { 'content-type': null } }],
  ['JSON with a charset', create, { body: json(right), headers: { 'content-type': 'application/json; charset=utf-8' } }],
  ['a category asset cipher where it is taken', assets, { query: { shop_cipher: null, category_asset_cipher: shop.categoryAssetCipher } }],
  ['a GET without the body that its spec has, and without a cipher that it may go without', allAssets, { query: { shop_cipher: null } }],
  ['a legacy request whose body is not signed', legacy, { body: json({ page_size: 1 }) }],
  ['a legacy request with a shop_id', legacy, { query: { shop_cipher: null, shop_id: shop.shopId }, body: json({ page_size: 1 }) }],
  ['a legacy request pinned to its version', pinned, { query: { version: 202306 } }],
  ['a legacy request without identity where none is taken', 'GET /api/widgets/colours', { query: { shop_cipher: null } }],
]

// prettier-ignore
const refused: Case[] = [
  ['an unknown path', 'GET /widget_store/202399/gadgets', {}, 404, 36009009],
  ['an unknown domain', 'GET /nothing/202399/gadgets', {}, 404, 36009009],
  ['an unknown legacy path', 'GET /api/gadgets', {}, 404, 36009009],
  ['a slash at the end', `${list}/`, { query: { ids: '1' } }, 404, 36009009],
  ['a wrong method', `PUT ${widgetsPath}`, {}, 400, 36009010, 'PUT is not a method of /widget_store/202399/widgets; GET, POST, DELETE is.'],
  ['a missing app_key', list, { query: { app_key: null } }, 400, 36009004, 'Missing credentials: there is no `app_key` in the query.'],
  ['a missing sign', list, { sign: null }, 400, 36009004, 'Missing credentials: there is no `sign` in the query.'],
  ['a missing timestamp', list, { query: { timestamp: null } }, 400, 36009004, 'Invalid timestamp: there is no `timestamp` in the query.'],
  ['an unknown app_key', list, { query: { app_key: 'other' } }, 400, 36009004, 'Invalid credentials: no app has this `app_key`.'],
  ['a parameter that is given twice', list, { query: { ids: '1' }, appended: '&ids=2' }, 400, 36009004, 'ids is given more than once.'],
  ['a GET of a POST search', `GET ${widgetsPath}/search`, {}, 400, 36009010, 'GET is not a method of /widget_store/202399/widgets/search; POST is.'],
  ['a timestamp that is no number', list, { query: { timestamp: 'now' } }, 400, 36009004, 'Invalid timestamp: `timestamp` must be Unix seconds.'],
  ['a timestamp below 0', list, { query: { timestamp: -1 } }, 400, 36009004, 'Invalid timestamp: `timestamp` is below 0.'],
  ['a timestamp 301 seconds old', list, { query: { timestamp: seconds - 301 } }, 400, 36009004, 'Invalid timestamp: `timestamp` is more than 5 minutes old.'],
  ['a timestamp 31 seconds ahead', list, { query: { timestamp: seconds + 31 } }, 400, 36009004, 'Invalid timestamp: `timestamp` is more than 30 seconds ahead.'],
  ['a timestamp in milliseconds', list, { query: { timestamp: noon } }, 400, 36009004, 'Invalid timestamp: `timestamp` is more than 30 seconds ahead.'],
  ['no access token', list, { headers: { 'x-tts-access-token': null } }, 400, 36009004, 'Invalid credentials: the header `x-tts-access-token` is missing.'],
  ['a wrong access token', list, { headers: { 'x-tts-access-token': 'ROW_other' } }, 401, 105001, 'The access token in the header `x-tts-access-token` is not valid.'],
  ['a token in the query only', list, { query: { access_token: shop.accessToken }, headers: { 'x-tts-access-token': null } }, 400, 36009004],
  ['a wrong secret', list, { query: { ids: '1' }, secret: 'wrong' }, 401, 106001, 'The signature is not that of this request.'],
  ['an unsigned body', create, { body: json(right), signedBody: '' }, 401, 106001],
  ['a body signed in another form', create, { body: '{"name": "Mug"}', signedBody: '{"name":"Mug"}' }, 401, 106001],
  ['a missing shop_cipher', list, { query: { shop_cipher: null } }, 400, 106013, 'Missing identifier: this operation needs `shop_cipher`.'],
  ['a missing category_asset_cipher', assets, { query: { shop_cipher: null } }, 400, 106013, 'Missing identifier: this operation needs `category_asset_cipher`.'],
  ['the cipher of another shop', list, { query: { shop_cipher: 'ROW_other' } }, 400, 101000, 'The access token gives no access to what `shop_cipher` stands for.'],
  ['a shop_cipher where none is taken', colours, {}, 400, 36009004, 'Unexpected identifier: this operation takes no `shop_cipher`.'],
  ['a category_asset_cipher where none is taken', list, { query: { category_asset_cipher: shop.categoryAssetCipher } }, 400, 36009004, 'Unexpected identifier: this operation takes no `category_asset_cipher`.'],
  ['text in place of JSON', create, { body: json(right), headers: { 'content-type': 'text/plain' } }, 415, 36009022, 'The content type must be application/json, not text/plain.'],
  ['JSON in place of a form', upload, { query: { shop_cipher: null }, body: '{}' }, 415, 36009023, 'The content type must be multipart/form-data, not application/json.'],
  ['a form in place of JSON', create, { body: form({ name: 'Mug' }) }, 415, 36009022, 'The content type must be application/json, not multipart/form-data.'],
  ['a missing query parameter', search, {}, 400, 36009004, 'PageSize is a required field'],
  ['an empty query parameter', search, { query: { page_size: '' } }, 400, 36009004, 'PageSize is a required field'],
  ['a query parameter of a wrong type', search, { query: { page_size: 'ten' } }, 400, 36009004, 'param query.page_size type invalid. actual type:string, expected type:int64'],
  ['a boolean spelt otherwise', search, { query: { page_size: 1, only_new: 'yes' } }, 400, 36009004, 'param query.only_new type invalid. actual type:string, expected type:bool'],
  ['a number above its maximum', search, { query: { page_size: 101 } }, 400, 36009004, 'PageSize is invalid, allowed range: 1 to 100.'],
  ['a number below its minimum', search, { query: { page_size: 0 } }, 400, 36009004, 'PageSize is invalid, allowed range: 1 to 100.'],
  ['a text that spells a number above its maximum', search, { query: { page_size: 1, weight: '50.5' } }, 400, 36009004, 'Weight is invalid, allowed range: 1 to 50.'],
  ['a text that should spell a number', search, { query: { page_size: 1, weight: 'heavy' } }, 400, 36009004, 'Weight is invalid, allowed range: 1 to 50.'],
  ['a text that is too long', search, { query: { page_size: 1, keyword: 'teapot' } }, 400, 36009004, 'Keyword is invalid, allowed length: 2 to 5.'],
  ['a text that is too short', search, { query: { page_size: 1, keyword: 'a' } }, 400, 36009004, 'Keyword is invalid, allowed length: 2 to 5.'],
  ['too few items in the body', `DELETE ${widgetsPath}`, { body: '{"widget_ids":[]}' }, 400, 36009004, 'param body.widget_ids is invalid, at least 1 items are needed, not 0.'],
  ['too many values', list, { query: { ids: '1,2,3,4' } }, 400, 36009004, 'Ids is invalid, at most 3 items are allowed, not 4.'],
  ['a path parameter of a wrong type', `PUT ${widgetsPath}/x/stock`, { body: '{}' }, 400, 36009004, 'param path.widget_id type invalid. actual type:string, expected type:int64'],
  ['a pagination token that was never given', search, { query: { page_size: 1, page_token: 'MQ==' } }, 400, 36009004, 'PageToken is invalid, it is none that this operation gave.'],
  ['a missing field of the body', create, { body: json({ name: 'Mug' }) }, 400, 36009004, 'param body.skus is missing'],
  ['null in place of a required field', create, { body: json({ ...right, name: null }) }, 400, 36009004, 'param body.name is missing'],
  ['a missing field deep in the body', create, { body: json({ ...right, skus: [{ price: '1' }, {}] }) }, 400, 36009004, 'param body.skus[1].price is missing'],
  ['a missing body', create, {}, 400, 36009004, 'param body.name is missing'],
  ['a field of a wrong type', create, { body: json({ ...right, name: 7 }) }, 400, 36009004, 'param body.name type invalid. actual type:int64, expected type:string'],
  ['a fraction in place of an integer', create, { body: json({ ...right, skus: [{ price: '1', quantity: 1.5 }] }) }, 400, 36009004, 'param body.skus[0].quantity type invalid. actual type:float64, expected type:int64'],
  ['a text in place of a 64-bit number', create, { body: json({ ...right, brand_id: '7494049642642441621' }) }, 400, 36009004, 'param body.brand_id type invalid. actual type:string, expected type:int64'],
  ['a text in place of a boolean', create, { body: json({ ...right, is_draft: 'true' }) }, 400, 36009004, 'param body.is_draft type invalid. actual type:string, expected type:bool'],
  ['an object in place of an array', create, { body: json({ ...right, skus: {} }) }, 400, 36009004, 'param body.skus type invalid. actual type:object, expected type:array'],
  ['an array in place of the body', create, { body: '[]' }, 400, 36009004, 'param body type invalid. actual type:array, expected type:object'],
  ['a number of the body above its maximum', create, { body: json({ ...right, skus: [{ price: '1', quantity: 100_000 }] }) }, 400, 36009004, 'param body.skus[0].quantity is invalid, allowed range: 0 to 99999.'],
  ['a text of the body that is too long', create, { body: json({ ...right, name: 'Enamel mugs' }) }, 400, 36009004, 'param body.name is invalid, allowed length: at most 10.'],
  ['too many items in the body', create, { body: json({ ...right, skus: [{ price: '1' }, { price: '1' }, { price: '1' }] }) }, 400, 36009004, 'param body.skus is invalid, at most 2 items are allowed, not 3.'],
  ['a range that the operation has a code of its own for', stock, { body: '{"quantity":11}' }, 400, 98001004, 'param body.quantity is invalid, allowed range: at most 10.'],
  ['a body that is no JSON', create, { body: '{"name":' }, 400, 36009004, 'The body is not valid JSON.'],
  ['a form without its file', upload, { query: { shop_cipher: null }, body: form({ use_case: 'MAIN_IMAGE' }) }, 400, 36009004, 'param body.data is missing'],
  ['a text in place of a file', upload, { query: { shop_cipher: null }, body: form({ data: 'iVBORw0KGgo=' }) }, 400, 36009004, 'param body.data type invalid. actual type:string, expected type:file'],
  ['a file in place of a text', upload, { query: { shop_cipher: null }, body: form({ data: image, use_case: image }) }, 400, 36009004, 'param body.use_case type invalid. actual type:file, expected type:string'],
  ['a form field of a wrong type', upload, { query: { shop_cipher: null }, body: form({ data: image, width: 'wide' }) }, 400, 36009004, 'param body.width type invalid. actual type:string, expected type:int64'],
  ['a file that is too big', upload, { query: { shop_cipher: null }, body: form({ data: new Blob([new Uint8Array(1024 * 1024 + 1)]) }) }, 400, 36009021],
  ['a form without a boundary', upload, { query: { shop_cipher: null }, body: 'x', signedBody: '', headers: { 'content-type': 'multipart/form-data' } }, 400, 36009004],
  ['a legacy request with a signed body', legacy, { body: '{}', secret: 'x' }, 401, 106001],
  ['a legacy request without a token', legacy, { query: { access_token: null } }, 400, 36009004, 'Invalid credentials: the query parameter `access_token` is missing.'],
  ['a legacy request with the token in the header only', legacy, { query: { access_token: null }, headers: { 'x-tts-access-token': shop.accessToken } }, 400, 36009004],
  ['a legacy request with a wrong token', legacy, { query: { access_token: 'x' } }, 401, 105001],
  ['a legacy request without shop_id and cipher', legacy, { query: { shop_cipher: null }, body: '{"page_size":1}' }, 400, 106013],
  ['a legacy request with the shop_id of another shop', legacy, { query: { shop_id: '1' }, body: '{"page_size":1}' }, 400, 36009004, 'Invalid identifier: `shop_id` is not a shop of this access token.'],
  ['a legacy request of another version', legacy, { query: { version: 202306 }, body: '{"page_size":1}' }, 400, 36009004, 'Invalid API version: `version` must be 202212 here, not 202306.'],
  ['a pinned legacy request without its version', pinned, { query: { version: null } }, 400, 36009004, 'Invalid API version: `version` must be 202306 here.'],
  ['a legacy cipher where none is taken', 'GET /api/widgets/colours', {}, 400, 36009004, 'Unexpected identifier: this operation takes no `shop_cipher`.'],
]

const productionUrl = 'https://open-api.tiktokglobalshop.com'

describe.each(['a server on loopback', 'msw', 'its fetch function'])('over %s, the shop', (way) => {
  let call: ReturnType<typeof clientOf>
  let close: () => unknown

  beforeAll(async () => {
    if (way === 'msw') {
      const server = setupServer(...shop.handlers(http))
      server.listen({ onUnhandledFrame: 'error' })
      call = clientOf(shop, productionUrl, fetch, () => noon)
      close = () => server.close()
    } else if (way === 'its fetch function') {
      call = clientOf(shop, productionUrl, shop.fetch, () => noon)
      close = () => {}
    } else {
      const server = await shop.listen()
      call = clientOf(shop, server.url, fetch, () => noon)
      close = () => server.close()
    }
  })
  afterAll(() => close())

  test.each(accepted)('accepts %s', async (_, operation, wish) => {
    const { status, code, message, data, requestId } = await call(operation, wish)
    expect({ status, code, message }).toEqual({ status: 200, code: 0, message: 'Success' })
    expect(data).toBeTypeOf('object')
    expect(requestId).toMatch(/^20261121120000[0-9A-F]{18}$/)
    expect(shop.requests.at(-1)?.verdict).toMatchObject({ accepted: true, code: 0, status: 200 })
    expect(shop.requests.at(-1)?.ignored).toEqual(
      operation === list && wish.query?.['access_token'] ? ['query.access_token'] : [],
    )
  })

  test.each(refused)('refuses %s', async (_, operation, wish, status, code, message) => {
    const answer = await call(operation, wish)
    expect({ status: answer.status, code: answer.code, data: answer.data }).toEqual({ status, code, data: null })
    expect(answer.message).toBe(message ?? shop.requests.at(-1)?.verdict.message)
    expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8')
    expect(answer.headers.get('date')).toBe('Sat, 21 Nov 2026 12:00:00 GMT')
    expect(shop.requests.at(-1)?.verdict).toMatchObject({ accepted: false, code, status })
  })
})

test('an expired access token is told from a wrong one', async () => {
  const expired = createFakeShop({ specs: specsOf([widgets]), now: () => noon, accessTokenExpiresAt: seconds })
  const call = clientOf(expired, productionUrl, expired.fetch, () => noon)
  expect(await call(list, { query: { ids: '1' } })).toMatchObject({
    status: 401,
    code: 105002,
    message: 'The access token has expired.',
  })
  expect(await call(list, { headers: { 'x-tts-access-token': 'x' } })).toMatchObject({ code: 105001 })
})

test('the first thing wrong decides: path, method, common parameters, clock, token, signature, cipher, content type, parameters, body', async () => {
  const call = clientOf(shop, productionUrl, shop.fetch, () => noon)
  const wrong = {
    query: { app_key: 'x', timestamp: 1, shop_cipher: null } as Record<string, string | number | null>,
    headers: { 'x-tts-access-token': 'x', 'content-type': 'text/plain' },
    body: '{',
    sign: 'x' as string | undefined,
  }
  const codes: string[] = []
  const note = async (operation: string) => {
    const { code, message } = await call(operation, wrong as Wish)
    codes.push(`${code} ${message}`)
  }
  await note(`POST /nowhere`)
  await note(`PATCH ${widgetsPath}/search`)
  await note(search)
  wrong.query['app_key'] = shop.appKey
  await note(search)
  wrong.query['timestamp'] = seconds
  await note(search)
  wrong.headers['x-tts-access-token'] = shop.accessToken
  await note(search)
  wrong.sign = undefined
  await note(search)
  wrong.query['shop_cipher'] = shop.shopCipher
  await note(search)
  wrong.headers['content-type'] = 'application/json'
  await note(search)
  wrong.query['page_size'] = 10
  await note(search)
  expect(codes).toEqual([
    '36009009 No operation has the path /nowhere.',
    '36009010 PATCH is not a method of /widget_store/202399/widgets/search; POST is.',
    '36009004 Invalid credentials: no app has this `app_key`.',
    '36009004 Invalid timestamp: `timestamp` is more than 5 minutes old.',
    '105001 The access token in the header `x-tts-access-token` is not valid.',
    '106001 The signature is not that of this request.',
    '106013 Missing identifier: this operation needs `shop_cipher`.',
    '36009022 The content type must be application/json, not text/plain.',
    '36009004 PageSize is a required field',
    '36009004 The body is not valid JSON.',
  ])
})

test('a path may be signed as sent, percent-encoding included', async () => {
  const call = clientOf(shop, productionUrl, shop.fetch, () => noon)
  const query = { app_key: shop.appKey, timestamp: String(seconds), shop_cipher: shop.shopCipher }
  const signature = sign(shop.appSecret, `${widgetsPath}/a%20b`, query)
  expect(await call(`GET ${widgetsPath}/a%20b`, { sign: signature })).toMatchObject({ code: 0 })
})

test('names are signed in the order of their code units, upper case first', async () => {
  const call = clientOf(shop, productionUrl, shop.fetch, () => noon)
  expect(await call(list, { query: { ids: '1', Zone: 'x' } })).toMatchObject({ code: 0 })
})

test('a GET with a body signs it like any other', async () => {
  const timestamp = String(seconds)
  const signature = sign(
    shop.appSecret,
    '/widget_store/202399/assets/all',
    { app_key: shop.appKey, timestamp },
    '{"widget_ids":["1"]}',
  )
  const answer = await shop.answer({
    method: 'GET',
    url: `/widget_store/202399/assets/all?app_key=${shop.appKey}&timestamp=${timestamp}&sign=${signature}`,
    headers: { 'x-tts-access-token': shop.accessToken, 'content-type': 'application/json' },
    body: '{"widget_ids":["1"]}',
  })
  expect(answer.verdict).toMatchObject({ accepted: true })
})

test('the searches of return_refund have a code of their own for a size out of range', async () => {
  const real = createFakeShop()
  const call = clientOf(real, productionUrl, real.fetch)
  const answer = await call('POST /return_refund/202309/returns/search', { query: { page_size: 9 }, body: '{}' })
  expect(answer).toMatchObject({
    status: 400,
    code: 98001004,
    message: 'PageSize is invalid, allowed range: 10 to 50.',
  })
})

test('a shop that is not cross-border goes without ciphers that the spec does not require, and insists on the others', async () => {
  const local = createFakeShop({ specs: specsOf([widgets, legacyWidgets]), now: () => noon, crossBorder: false })
  const call = clientOf(local, productionUrl, local.fetch, () => noon)
  const without = { shop_cipher: null }
  expect(await call(list, { query: { ids: '1', ...without } })).toMatchObject({ code: 0 })
  expect(await call(legacy, { query: without, body: '{"page_size":1}' })).toMatchObject({ code: 0 })
  expect(await call(stock, { query: without, body: '{}' })).toMatchObject({ code: 106013 })
  expect(await call(assets, { query: without })).toMatchObject({ code: 106013 })
})

test('a wrong signature comes with the string to sign in the log, its secret masked, and not in the answer', async () => {
  const call = clientOf(shop, productionUrl, shop.fetch, () => noon)
  const answer = await call(create, { body: '{"name": "Mug"}', signedBody: '' })
  const hint = shop.requests.at(-1)?.verdict.hint
  expect(hint).toBe(
    `the body was left out: <app secret>${widgetsPath}app_key${shop.appKey}shop_cipher${shop.shopCipher}timestamp${seconds}{"name": "Mug"}<app secret>`,
  )
  expect(answer.text).not.toContain('left out')
})

test('what the spec does not have is noted, and refuses nothing', async () => {
  const call = clientOf(shop, productionUrl, shop.fetch, () => noon)
  const answer = await call(create, {
    query: { colour: 'RED' },
    body: json({ ...right, skus: [{ price: '1', size: 3 }], extra: true }),
  })
  expect(answer.code).toBe(0)
  expect(shop.requests.at(-1)?.ignored).toEqual(['query.colour', 'body.skus[0].size', 'body.extra'])
})
