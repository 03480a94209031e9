import { http } from 'msw'
import { setupServer } from 'msw/node'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createFakeShop, specsOf } from '../../testing/index.ts'
import { legacyWidgets } from './widget-spec.ts'

const noon = Date.UTC(2026, 10, 21, 12)
const shop = createFakeShop({ specs: specsOf([legacyWidgets]), now: () => noon })
const server = setupServer(...shop.handlers(http))
beforeAll(() => server.listen({ onUnhandledFrame: 'error' }))
afterAll(() => server.close())

const right = { app_key: shop.appKey, app_secret: shop.appSecret, auth_code: 'ROW_code', grant_type: 'authorized_code' }
const get = async (path: string, query: Record<string, string>, host = 'auth.tiktok-shops.com') => {
  const response = await fetch(`https://${host}${path}?${new URLSearchParams(query).toString()}`)
  return { status: response.status, ...((await response.json()) as { code: number; message: string; data: unknown }) }
}

test('an authorisation code is exchanged for the token that the shop accepts, with absolute times of expiry', async () => {
  const { status, code, data } = await get('/api/v2/token/get', right)
  expect({ status, code }).toEqual({ status: 200, code: 0 })
  expect(data).toEqual({
    access_token: shop.accessToken,
    access_token_expire_in: noon / 1000 + 7 * 24 * 60 * 60,
    refresh_token: shop.refreshToken,
    refresh_token_expire_in: noon / 1000 + 372 * 24 * 60 * 60,
    open_id: expect.stringMatching(/./),
    user_type: 0,
  })
})

test('a refresh token is exchanged, under its own grant type or, as the vendor does it, under that of codes', async () => {
  const rest = { ...right, refresh_token: shop.refreshToken }
  expect(await get('/api/v2/token/refresh', { ...rest, grant_type: 'refresh_token' })).toMatchObject({ code: 0 })
  expect(await get('/api/v2/token/refresh', rest)).toMatchObject({ code: 0 })
})

test('the first version takes a JSON body', async () => {
  const response = await fetch('https://auth.tiktok-shops.com/api/token/getAccessToken', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(right),
  })
  expect(await response.json()).toMatchObject({ code: 0, data: { access_token: shop.accessToken } })
  expect(shop.requests.at(-1)?.ignored).toEqual([])
})

test.each([
  ['a wrong app key', { app_key: 'x' }, 36009004, 'Invalid credentials: no app has this `app_key`.'],
  ['a wrong secret', { app_secret: 'x' }, 36009004, 'Invalid credentials: `app_secret` is not that of the app.'],
  [
    'the grant type of OAuth',
    { grant_type: 'authorization_code' },
    36009004,
    'GrantType is invalid, allowed values: authorized_code.',
  ],
  ['no code', { auth_code: '' }, 36009004, 'AuthCode is a required field'],
  [
    'the code of a refused authorisation',
    { auth_code: 'null' },
    36004004,
    'The authorisation code is wrong, used or expired.',
  ],
])('%s is refused', async (_, wrong, code, message) => {
  expect(await get('/api/v2/token/get', { ...right, ...wrong })).toMatchObject({
    status: 400,
    code,
    message,
    data: null,
  })
})

test('token operations are not on the host of the others, nor these on theirs', async () => {
  expect(await get('/api/v2/token/get', right, 'open-api.tiktokglobalshop.com')).toMatchObject({
    status: 404,
    code: 36009009,
  })
  expect(await get('/api/widgets/colours', {})).toMatchObject({ status: 404, code: 36009009 })
  expect(await get('/api/widgets/colours', {}, 'open-api.tiktokglobalshop.com')).toMatchObject({
    status: 400,
    code: 36009004,
  })
})
