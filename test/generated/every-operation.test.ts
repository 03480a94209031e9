import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createFakeShop } from '../../testing/index.ts'
import { readOperations, resolve, type Found } from '../specs.ts'
import { argumentsFromSpec } from './arguments-from-spec.ts'
import { clientOf, domainKeyOf } from './client-of.ts'
import { expectedRequest, expectedSignature, readExactly, wireValue, type Identity } from './expected-request.ts'
import { startRecordingServer } from './recording-server.ts'

const operations = readOperations()
const versions = [...new Set(operations.map(({ version }) => version))]
const shop = createFakeShop({ seed: 1 })
const identity: Identity = {
  shop_cipher: shop.shopCipher,
  category_asset_cipher: shop.categoryAssetCipher,
  shop_id: shop.shopId,
  access_token: shop.accessToken,
}

let server: Awaited<ReturnType<typeof startRecordingServer>>
beforeAll(async () => {
  server = await startRecordingServer((url, init) => shop.fetch(url, init))
})
afterAll(() => server.close())

test('the specs hold 554 operations: 472 in 31 versions from 202309 to 202604, and 82 of 202212', () => {
  const legacy = operations.filter(({ version }) => version === '202212')
  expect({ all: operations.length, legacy: legacy.length, versions: versions.length }).toEqual({ all: 554, legacy: 82, versions: 32 })
  expect([versions[0], versions[1], versions.at(-1)]).toEqual(['202212', '202309', '202604'])
})

let called = 0
describe.each(versions)('%s', (version) => {
  const ofVersion = operations.filter((found) => found.version === version)
  test.each(ofVersion.map((found) => [`${found.method} ${found.path}`, found] as const))('%s', async (_, found) => {
    const client = await clientOf(version, shop, server.url)
    const method = client[domainKeyOf(found.domain)]?.[found.operation.operationId]
    expect(method, `${found.domain}.${found.operation.operationId}`).toBeTypeOf('function')
    const args = argumentsFromSpec(found)

    const before = server.requests.length
    await method?.(args)
    expect(server.requests.length - before).toBe(1)

    const { method: verb, target, headers, body } = server.requests[before]!
    const expected = expectedRequest(found, args, identity)
    const url = new URL(target, server.url)
    const { app_key, timestamp, sign, ...query } = Object.fromEntries(url.searchParams)
    expect({ method: verb, path: url.pathname }).toEqual({ method: expected.method, path: expected.path })
    if (found.operation.servers) {
      await expectTokenRequest(found, url, body)
    } else {
      expect(query).toEqual(expected.query)
      expect([...url.searchParams.keys()].length, 'no name twice').toBe(Object.keys(query).length + 3)
      expect(app_key).toBe(shop.appKey)
      expect(Math.abs(Number(timestamp) - Date.now() / 1000)).toBeLessThan(60)
      if (version !== '202212') expect(headers['x-tts-access-token']).toBe(identity.access_token)
      await expectBody(found, expected.body, expected.multipart, headers, body)
      expect(sign).toBe(expectedSignature(shop.appSecret, target, headers['content-type'] ?? '', body))
    }
    called++

    const { 'x-pagination': paging } = found.operation
    if (!method || !paging) return
    const first = paging.style === 'offset' ? 0 : 1
    const start = typeof args[paging.parameter] === 'number' ? { ...args, [paging.parameter]: first } : args
    let pages = 0
    for await (const page of method.pages(start)) {
      expect(itemsOf(page, paging.items).length, `items of page ${pages + 1}`).toBeGreaterThan(0)
      if (++pages === 2) break
    }
    const { parameter } = paging
    const second = server.requests.at(-1)!
    const sent =
      paging.in === 'query'
        ? new URL(second.target, server.url).searchParams.get(parameter)
        : (JSON.parse(second.body.toString()) as Record<string, unknown>)[parameter]
    expect({ pages, sent: Boolean(sent) }).toMatchObject({ pages: 2, sent: true })
    expect(sent).not.toBe(start[parameter as keyof typeof start])
  })
})

function itemsOf(page: Record<string, unknown>, path: string): unknown[] {
  return path.split('.').reduce<unknown>((value, name) => (value as Record<string, unknown>)[name], page) as unknown[]
}

test('each of the 554 was called', () => {
  expect(called).toBe(554)
})

async function expectBody(
  found: Found,
  expected: Record<string, unknown> | undefined,
  multipart: boolean,
  headers: Record<string, string>,
  body: Buffer,
): Promise<void> {
  if (!expected) return expect(body.toString()).toBe('')
  if (!multipart) {
    const schema = found.operation.requestBody!.content['application/json']!.schema
    expect(headers['content-type']).toBe(found.operation['x-content-type'] ?? 'application/json')
    return expect(readExactly(body.toString())).toEqual(readExactly(wireValue(found, schema, expected)))
  }
  expect(headers['content-type']).toMatch(/^multipart\/form-data; ?boundary=/)
  const form = await new Response(new Uint8Array(body), { headers }).formData()
  expect([...form.keys()].sort()).toEqual(Object.keys(expected).sort())
  for (const [name, value] of Object.entries(expected)) {
    const part = form.get(name)
    if (value instanceof Blob) expect(await (part as File).arrayBuffer()).toEqual(await value.arrayBuffer())
    else expect(part).toBe(typeof value === 'string' ? value : JSON.stringify(value))
  }
}

/** Token operations are not signed; key and secret come from the client. */
async function expectTokenRequest(found: Found, url: URL, body: Buffer): Promise<void> {
  const sent = found.method === 'GET' ? Object.fromEntries(url.searchParams) : (JSON.parse(body.toString()) as object)
  expect(sent).toMatchObject({ app_key: shop.appKey, app_secret: shop.appSecret })
  expect(url.searchParams.has('sign')).toBe(false)
  const names = Object.keys(argumentsFromSpec(found))
  expect(Object.keys(sent).sort()).toEqual([...names, 'app_key', 'app_secret'].sort())
}

test('the expectations follow references', () => {
  const { document, operation } = operations.find(({ path }) => path === '/order/202309/orders/search')!
  const body = operation.requestBody!.content['application/json']!.schema
  expect(Object.keys(resolve(document, body).properties ?? {})).toContain('order_status')
})
