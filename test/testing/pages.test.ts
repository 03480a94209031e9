import { expect, test } from 'vitest'
import { createFakeShop, specsOf } from '../../testing/index.ts'
import { readOperations, type Found } from '../specs.ts'
import type { Answer } from './naive-client.ts'
import { clientOf } from './naive-client.ts'
import { rightRequest } from './right-request.ts'
import { widgets } from './widget-spec.ts'

const url = 'https://open-api.tiktokglobalshop.com'
const shop = createFakeShop()
const call = clientOf(shop, url, shop.fetch)
const paged = readOperations().filter(({ operation }) => operation['x-pagination'])
const search = 'POST /widget_store/202399/widgets/search'

type Pagination = {
  style: string
  in: string
  parameter: string
  sizeParameter?: string
  items: string
  next?: string
  more?: string
  total?: string
}

const at = (data: unknown, path: string | undefined) =>
  path?.split('.').reduce<unknown>((holder, step) => (holder as Record<string, unknown>)[step], data)

/** Asks for one page of 10 (or 20, where the operation leaves no choice), at a token, cursor, offset or page number. */
async function ask(found: Found, position: unknown): Promise<Answer> {
  const pagination = found.operation['x-pagination'] as Pagination
  const { operation, wish } = rightRequest(found, shop)
  const asked = {
    [pagination.parameter]: position,
    ...(pagination.sizeParameter && { [pagination.sizeParameter]: 10 }),
  }
  if (pagination.in === 'query')
    Object.assign(wish.query!, position === undefined ? { ...asked, [pagination.parameter]: null } : asked)
  else wish.body = JSON.stringify({ ...(JSON.parse(wish.body as string) as object), ...asked })
  return call(operation, wish)
}

test('the operations that page do so in four styles', () => {
  expect(paged.length).toBeGreaterThan(100)
  expect(new Set(paged.map(({ operation }) => operation['x-pagination']?.style))).toEqual(
    new Set(['token', 'cursor', 'offset', 'page-number']),
  )
})

test.each(paged.map((found) => [`${found.method} ${found.path}`, found] as const))(
  '%s gives 25 items, each once',
  async (_, found) => {
    const pagination = found.operation['x-pagination'] as Pagination
    const size = pagination.sizeParameter ? 10 : 20
    const items: unknown[] = []
    const ends: { more: unknown; next: unknown; total: unknown }[] = []
    let position: unknown = { offset: 0, 'page-number': 1 }[pagination.style]
    for (let page = 1; items.length < 25 && page <= 3; page++) {
      const { data, message } = await ask(found, position)
      const got = at(data, pagination.items) as unknown[]
      expect(got, message).toHaveLength(Math.min(size, 25 - items.length))
      items.push(...got)
      ends.push({ more: at(data, pagination.more), next: at(data, pagination.next), total: at(data, pagination.total) })
      position = { offset: items.length, 'page-number': page + 1 }[pagination.style] ?? at(data, pagination.next)
    }
    expect(new Set(items.map((item) => JSON.stringify(item))).size).toBe(25)
    const last = ends.pop()!
    if (pagination.next) {
      expect(last.next ?? '').toBe('')
      for (const { next } of ends) expect(next).toMatch(/^[\w+/]*\+[\w+/]*\/[\w+/]*=+$/)
    }
    if (pagination.more) expect([...ends.map(({ more }) => more), last.more]).toEqual([...ends.map(() => true), false])
    if (pagination.total) expect(Number(last.total)).toBe(25)
  },
)

const small = createFakeShop({ specs: specsOf([widgets]), collectionSize: 3 })
const callSmall = clientOf(small, url, small.fetch)

test('a list has as many items as the shop was told', async () => {
  const whole = await callSmall(search, { query: { page_size: 3 } })
  expect(whole.data?.['widgets']).toHaveLength(3)
  expect(whole.data).not.toHaveProperty('next_page_token')
  expect(whole.data?.['total_count']).toBe(3)
})

test('a token whose plus sign was not percent-encoded is refused, as its signature or the token itself is wrong', async () => {
  const { data } = await callSmall(search, { query: { page_size: 1 } })
  const token = data?.['next_page_token'] as string
  const encoded = await callSmall(search, { query: { page_size: 1, page_token: token } })
  expect(encoded.code).toBe(0)
  // Signed raw, sent raw: a plus sign arrives as a blank.
  const raw = await small.fetch(small.requests.at(-1)!.url.replaceAll('%2B', '+'), {
    method: 'POST',
    headers: small.requests.at(-1)!.headers,
  })
  expect(((await raw.json()) as { code: number }).code).toBe(106001)
  const signedAsBlank = await callSmall(search, { query: { page_size: 1, page_token: token.replaceAll('+', ' ') } })
  expect(signedAsBlank).toMatchObject({
    code: 36009004,
    message: 'PageToken is invalid, it is none that this operation gave.',
  })
})

test('a token of another operation is refused', async () => {
  const orders = await call('POST /order/202309/orders/search', { query: { page_size: 1 } })
  const wish = { query: { page_size: 10, page_token: orders.data?.['next_page_token'] as string } }
  expect(await call('POST /product/202309/products/search', wish)).toMatchObject({ code: 36009004 })
  expect(await call('POST /order/202309/orders/search', wish)).toMatchObject({ code: 0 })
})

test('filters that are named like a field of the items hold them', async () => {
  const from = Math.floor(Date.now() / 1000) - 2000
  const body = JSON.stringify({ create_time_ge: from, create_time_lt: from + 1000 })
  const { data } = await callSmall(search, { query: { page_size: 3, colour: 'TEAL' }, body })
  const got = data?.['widgets'] as { colour: string; create_time: number }[]
  expect(got.map(({ colour }) => colour)).toEqual(['TEAL', 'TEAL', 'TEAL'])
  for (const { create_time } of got) {
    expect(create_time).toBeGreaterThanOrEqual(from)
    expect(create_time).toBeLessThan(from + 1000)
  }
})
