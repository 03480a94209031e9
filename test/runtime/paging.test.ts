import { describe, expect, test, vi } from 'vitest'
import { rejection, shopAt, type Fields, type Method, type Shop } from './shop.ts'

/** A shop whose fetch answers with these pages, one after the other, and keeps the arguments it was asked with. */
function paged(pages: object[], pick: (shop: Shop) => Method): { method: Method; asked: Fields[] } {
  const asked: Fields[] = []
  const fetch = (url: string, { body }: RequestInit) => {
    const data = pages[asked.length]
    asked.push({
      ...Object.fromEntries(new URL(url).searchParams),
      ...(body ? (JSON.parse(body as string) as object) : {}),
    })
    return Promise.resolve(Response.json(data ? { code: 0, data } : { code: 1, message: 'asked for too many pages' }))
  }
  return { method: pick(shopAt('http://localhost', { fetch })), asked }
}

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = []
  for await (const item of items) list.push(item)
  return list
}

const places = (asked: Fields[], name: string) => asked.map((args) => args[name])

describe('pages by token', () => {
  const three = [
    { orders: [1, 2], next_page_token: 'b+/=' },
    { orders: [], next_page_token: 'c' },
    { orders: [3], next_page_token: '' },
  ]
  const pick = (shop: Shop) => shop.order.getOrderList

  test('are walked item by item to the empty token', async () => {
    const { method, asked } = paged(three, pick)
    expect(await all(method.iterate({ page_size: 2, status: 'X' }))).toEqual([1, 2, 3])
    expect(places(asked, 'page_token')).toEqual([undefined, 'b+/=', 'c'])
    expect(places(asked, 'page_size')).toEqual(['2', '2', '2'])
    expect(places(asked, 'status')).toEqual(['X', 'X', 'X'])
  })

  test('are walked when token and items stand one level down', async () => {
    const pages = [{ page: { items: [1], next: 'b' } }, { page: { items: [2] } }]
    const { method, asked } = paged(pages, (shop) => shop.product.getNested)
    expect(await all(method.iterate())).toEqual([1, 2])
    expect(places(asked, 'page_token')).toEqual([undefined, 'b'])
  })

  test('are given whole', async () => {
    expect(await all(paged(three, pick).method.pages())).toEqual(three)
  })

  test('begin where the arguments say', async () => {
    const { method, asked } = paged(three.slice(1), pick)
    expect(await all(method.iterate({ page_token: 'b+/=' }))).toEqual([3])
    expect(places(asked, 'page_token')).toEqual(['b+/=', 'c'])
  })

  test.each([
    {},
    { orders: [1] },
    { orders: [1], next_page_token: null },
    { orders: [1], next_page_token: 'x', has_more: false },
  ])('end with %j', async (last) => {
    const { method, asked } = paged([last], pick)
    await all(method.iterate())
    expect(asked).toHaveLength(1)
  })

  test.each([
    ['at once', [{ next_page_token: 'a' }, { next_page_token: 'a' }], 2],
    ['in a circle', [{ next_page_token: 'a' }, { next_page_token: 'b' }, { next_page_token: 'a' }], 3],
  ])('end in an error when a token comes twice %s', async (_, pages, count) => {
    const { method, asked } = paged(pages, pick)
    const seen: unknown[] = []
    const walk = async () => {
      for await (const page of method.pages()) seen.push(page)
    }
    const message = 'order.getOrderList (202309): the same next_page_token came twice'
    expect(await rejection(walk())).toMatchObject({ name: 'PagingError', kind: 'paging', message })
    expect([seen.length, asked.length]).toEqual([count, count])
  })

  test('end in an error when the token that was given comes back', async () => {
    const { method, asked } = paged([{ next_page_token: 'a' }], pick)
    expect(await rejection(all(method.pages({ page_token: 'a' })))).toMatchObject({ kind: 'paging' })
    expect(asked).toHaveLength(1)
  })

  test('are asked for one at a time, and no further than the loop goes', async () => {
    const { method, asked } = paged(three, pick)
    for await (const item of method.iterate()) if (item === 1) break
    expect(asked).toHaveLength(1)
  })

  test('pass the options of the call on, and its errors out', async () => {
    const fetch = vi.fn(() => Promise.resolve(Response.json({ code: 105002, message: 'expired' })))
    const { order } = shopAt('http://localhost', { fetch })
    const error = await rejection(all(order.getOrderList.iterate({}, { accessToken: 'mine' })))
    expect(error).toMatchObject({ kind: 'token-expired' })
    const [, init] = fetch.mock.calls[0] as unknown as [string, RequestInit]
    expect(new Headers(init.headers).get('x-tts-access-token')).toBe('mine')
  })
})

describe('pages of 202212', () => {
  test('by cursor end with more: false, whatever the cursor', async () => {
    const pages = [
      { order_list: [1], next_cursor: 'b', more: true },
      { order_list: [2], next_cursor: 'c', more: false },
    ]
    const { method, asked } = paged(pages, (shop) => shop.legacy.search)
    expect(await all(method.iterate())).toEqual([1, 2])
    expect(places(asked, 'cursor')).toEqual([undefined, 'b'])
  })

  test('by offset begin at 0 and move on by what came', async () => {
    const pages = [
      { list: [1, 2], more: true },
      { list: [3], more: true },
      { list: [4], more: false },
    ]
    const { method, asked } = paged(pages, (shop) => shop.legacy.pinned)
    expect(await all(method.iterate())).toEqual([1, 2, 3, 4])
    expect(places(asked, 'offset')).toEqual([0, 2, 3])
  })

  test('by offset begin where the arguments say and end with an empty page', async () => {
    const { method, asked } = paged([{ list: [1] }, { list: [] }], (shop) => shop.legacy.pinned)
    expect(await all(method.iterate({ offset: 10 }))).toEqual([1])
    expect(places(asked, 'offset')).toEqual([10, 11])
  })

  test('by number begin at 1 and end with an empty page', async () => {
    const pages = [{ result: { products: [1] } }, { result: { products: [2] } }, { result: {} }]
    const { method, asked } = paged(pages, (shop) => shop.legacy.getProducts)
    expect(await all(method.iterate())).toEqual([1, 2])
    expect(places(asked, 'page_number')).toEqual([1, 2, 3])
  })
})

test('operations without pages have no iterate()', () => {
  expect(shopAt('http://localhost').order.getOrderDetail).not.toHaveProperty('iterate')
})
