import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { http } from 'msw'
import { setupServer } from 'msw/node'
import { beforeEach, expect, test } from 'vitest'
import type { FakeShop } from '../../testing/index.ts'
import { createFakeShop, specsFolder, specsOf } from '../../testing/index.ts'
import { clientOf } from './naive-client.ts'
import { legacyWidgets, widgets } from './widget-spec.ts'

const url = 'https://open-api.tiktokglobalshop.com'
const widget = 'GET /widget_store/202399/widgets/1729382476852921560'

let shop: FakeShop
let call: ReturnType<typeof clientOf>
beforeEach(() => {
  shop = createFakeShop({ specs: specsOf([widgets, legacyWidgets]) })
  call = clientOf(shop, url, shop.fetch)
})

test('the log tells what arrived, decoded and in order, and what the shop made of it', async () => {
  const body = '{"name": "Mug", "skus": []}'
  await call('POST /widget_store/202399/widgets', { body, headers: { 'X-Trace': '7' } })
  expect(shop.requests).toEqual([
    {
      method: 'POST',
      url: shop.requests[0]?.url,
      path: '/widget_store/202399/widgets',
      operation: 'widgetStore.createWidget',
      version: '202399',
      template: '/widget_store/202399/widgets',
      pathParameters: {},
      query: [
        ['app_key', shop.appKey],
        ['timestamp', expect.stringMatching(/^\d{10}$/)],
        ['shop_cipher', shop.shopCipher],
        ['sign', expect.stringMatching(/^[0-9a-f]{64}$/)],
      ],
      headers: { 'content-type': 'application/json', 'x-trace': '7', 'x-tts-access-token': shop.accessToken },
      body,
      ignored: [],
      verdict: { accepted: true, code: 0, status: 200, message: 'Success' },
    },
  ])
})

test('the log has the parts of a form, files with name, type and bytes', async () => {
  const form = new FormData()
  form.append('use_case', 'MAIN_IMAGE')
  form.append('data', new File([new Uint8Array([1, 2, 255])], 'front.png', { type: 'image/png' }))
  await call('POST /widget_store/202399/images/upload', { query: { shop_cipher: null }, body: form })
  const { parts, body, verdict } = shop.requests[0]!
  expect(verdict.accepted, verdict.message).toBe(true)
  expect(body).toBeUndefined()
  expect(parts?.map(({ name }) => name)).toEqual(['use_case', 'data'])
  const file = parts?.[1]?.value as File
  expect({ name: file.name, type: file.type, bytes: [...new Uint8Array(await file.arrayBuffer())] }).toEqual({
    name: 'front.png',
    type: 'image/png',
    bytes: [1, 2, 255],
  })
})

test('the log keeps as many requests as it was told, the latest', async () => {
  const forgetful = createFakeShop({ specs: specsOf([widgets]), keepRequests: 2 })
  const callForgetful = clientOf(forgetful, url, forgetful.fetch)
  for (const id of [1, 2, 3]) await callForgetful(`GET /widget_store/202399/widgets/${id}`)
  expect(forgetful.requests.map(({ pathParameters }) => pathParameters)).toEqual([
    { widget_id: '2' },
    { widget_id: '3' },
  ])
})

test('an answer can be replaced, by name or by method and path, and the replacement taken back', async () => {
  const takeBack = shop.on('widgetStore.getWidget', {
    status: 429,
    code: 36009002,
    message: 'Slow down',
    headers: { 'retry-after': '2' },
  })
  const limited = await call(widget)
  expect(limited).toMatchObject({ status: 429, code: 36009002, message: 'Slow down', data: null })
  expect(limited.headers.get('retry-after')).toBe('2')
  expect(shop.requests.at(-1)?.verdict).toEqual({ accepted: false, code: 36009002, status: 429, message: 'Slow down' })
  shop.on('GET /widget_store/202399/widgets/{widget_id}', { data: { id: '1', serial_id: 2n ** 63n - 1n } })
  expect((await call(widget)).text).toContain('"data":{"id":"1","serial_id":9223372036854775807}')
  takeBack()
  expect((await call(widget)).data).toEqual({ id: '1', serial_id: 'int64:9223372036854775807' })
})

test('a function decides request by request, and may build on what the shop made up', async () => {
  let count = 0
  shop.on('widgetStore.getWidget', async (request, made) => {
    await Promise.resolve()
    if (count++ > 0) return undefined
    return { data: { ...made.data, colour: request.pathParameters['widget_id'] } }
  })
  expect((await call(widget)).data).toMatchObject({ id: '1729382476852921560', colour: '1729382476852921560' })
  expect((await call(widget)).data?.['colour']).toMatch(/^RED|GREEN$/)
})

test('a body takes the place of the envelope, text or bytes', async () => {
  shop.on('widgetStore.getWidget', {
    status: 502,
    body: '<html>Bad gateway</html>',
    headers: { 'content-type': 'text/html' },
  })
  const signed = await call(widget).catch(() => shop.requests.at(-1))
  expect(signed).toMatchObject({ verdict: { status: 502 } })
  shop.on('widgetStore.getWidget', { body: new Uint8Array([0xff, 0x00]) })
  const raw = await shop.fetch(shop.requests.at(-1)!.url, { headers: shop.requests.at(-1)!.headers })
  expect({ status: raw.status, bytes: [...new Uint8Array(await raw.arrayBuffer())] }).toEqual({
    status: 200,
    bytes: [255, 0],
  })
})

test('an answer without a body can be asked for', async () => {
  shop.on('widgetStore.getWidget', { status: 204, body: '' })
  const silent = await call(widget).catch((error: Error) => error.name)
  expect({ silent, status: shop.requests.at(-1)?.verdict.status }).toEqual({ silent: 'SyntaxError', status: 204 })
})

test('its fetch function gives up when the signal is aborted, before or while the answer is made', async () => {
  shop.on('widgetStore.getWidget', () => new Promise(() => {}))
  const abortable = (signal: AbortSignal) =>
    clientOf(shop, url, (target, init) => shop.fetch(target, { ...init, signal }))
  await expect(abortable(AbortSignal.abort())(widget)).rejects.toMatchObject({ name: 'AbortError' })
  await expect(abortable(AbortSignal.timeout(20))(widget)).rejects.toMatchObject({ name: 'TimeoutError' })
})

test('a wrong request is refused whatever its answer would be', async () => {
  shop.on('widgetStore.getWidget', { data: {} })
  expect(await call(widget, { secret: 'wrong' })).toMatchObject({ status: 401, code: 106001 })
})

test('a replacement for an operation that does not exist is an error', () => {
  const words =
    "There is no operation 'widgetStore.getWidgit'. Name it like 'order.getOrderList' or 'GET /order/202309/orders'."
  expect(() => shop.on('widgetStore.getWidgit', {})).toThrow(words)
  expect(() => shop.on('PUT /widget_store/202399/widgets', {})).toThrow('There is no operation')
})

test('a name stands for the operation in every version that has it', async () => {
  const real = createFakeShop()
  const callReal = clientOf(real, url, real.fetch)
  real.on('order.getOrderDetail', { data: { orders: [] } })
  for (const version of ['202309', '202507']) {
    const { data } = await callReal(`GET /order/${version}/orders`, { query: { ids: '1' } })
    expect(data).toEqual({ orders: [] })
  }
})

test('what it was given is what it accepts', async () => {
  const own = createFakeShop({
    specs: specsOf([widgets]),
    appKey: 'key',
    appSecret: 'secret',
    accessToken: 'token',
    shopCipher: 'cipher',
    shopId: '7',
  })
  expect(own).toMatchObject({
    appKey: 'key',
    appSecret: 'secret',
    accessToken: 'token',
    shopCipher: 'cipher',
    shopId: '7',
  })
  expect(await clientOf(own, url, own.fetch)(widget)).toMatchObject({ code: 0 })
})

test('the server listens on loopback only, on the port it is given, and is gone once closed', async () => {
  const server = await shop.listen()
  expect(server.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
  const port = Number(new URL(server.url).port)
  await expect(shop.listen(port)).rejects.toMatchObject({ code: 'EADDRINUSE' })
  expect(await clientOf(shop, server.url)(widget)).toMatchObject({ code: 0 })
  await server.close()
  await expect(fetch(server.url)).rejects.toThrow('fetch failed')
  const again = await shop.listen(port)
  expect(again.url).toBe(server.url)
  await again.close()
})

test('the server hears nothing but 127.0.0.1', async () => {
  const server = await shop.listen()
  await expect(fetch(server.url.replace('127.0.0.1', '127.0.0.2'))).rejects.toThrow('fetch failed')
  await server.close()
})

test('closing the server drops requests that are still waiting for their answer', async () => {
  const server = await shop.listen()
  const asked = new Promise<void>((resolve) =>
    shop.on('widgetStore.getWidget', () => {
      resolve()
      return new Promise(() => {})
    }),
  )
  const waiting = expect(clientOf(shop, server.url)(widget)).rejects.toThrow('fetch failed')
  await asked
  expect(shop.requests).toHaveLength(1)
  await server.close()
  await waiting
})

test('handlers for msw can stand for any host', async () => {
  const server = setupServer(...shop.handlers(http, 'https://proxy.example.com/'))
  server.listen({ onUnhandledFrame: 'error' })
  expect(await clientOf(shop, 'https://proxy.example.com')(widget)).toMatchObject({ code: 0 })
  server.close()
})

test('specs come from a folder, and a missing one is named', () => {
  expect(specsFolder().names()).toContain('202309/order')
  expect(specsFolder(new URL('../../specs', import.meta.url)).load('202309/order').info.version).toBe('202309')
  expect(() => specsFolder('/nowhere')).toThrow(
    'There are no specs in /nowhere/. Give the folder that holds 202309/order.json.',
  )
})

test('a folder of specs is read by version; what else lies in it is left aside', () => {
  const folder = mkdtempSync(join(tmpdir(), 'specs-'))
  for (const [name, file] of [
    ['202399', 'widget_store.json'],
    ['202399', 'notes.md'],
    ['drafts', 'widget_store.json'],
  ] as const) {
    mkdirSync(join(folder, name), { recursive: true })
    writeFileSync(join(folder, name, file), JSON.stringify(widgets))
  }
  expect(specsFolder(folder).names()).toEqual(['202399/widget_store'])
  expect(specsFolder(folder).load('202399/widget_store')).toEqual(widgets)
  rmSync(folder, { recursive: true })
})

test('a spec with a reference to nothing says where, and the server says that it is the fake that failed', async () => {
  const broken = createFakeShop({ specs: specsOf([{ ...widgets, components: {} }]) })
  const message = 'TikTok Shop Open API: widget_store 202399: no schema stands behind #/components/schemas/Widget'
  await expect(clientOf(broken, url, broken.fetch)(widget)).rejects.toThrow(message)
  const server = await broken.listen()
  let text = ''
  await clientOf(broken, server.url, async (...args) => {
    const response = await fetch(...args)
    text = await response.text()
    return new Response('{}', { status: response.status })
  })(widget)
  expect(text).toBe(`The fake shop itself failed: Error: ${message}`)
  await server.close()
})
