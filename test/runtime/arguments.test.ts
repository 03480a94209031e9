import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { arrange, identityOf } from '../../runtime/arguments.ts'
import { parseOperation } from '../../runtime/operation.ts'

const operationOf = (text: string) => parseOperation('a.b', text, '202212')

describe('arrange', () => {
  const put = operationOf('PUT /a/202309/b/{id}?page_size&ids&shop_cipher json both:id')

  test.each([
    [
      'spreads over path, query and body',
      { id: '1', page_size: 20, name: 'n' },
      { path: { id: '1' }, query: { page_size: '20' }, body: { id: '1', name: 'n' } },
    ],
    [
      'drops undefined and null',
      { id: '1', page_size: undefined, ids: null, name: null },
      { path: { id: '1' }, query: {}, body: { id: '1' } },
    ],
    [
      'keeps false, 0 and empty text',
      { id: 0, page_size: '', ids: false, name: '' },
      { path: { id: '0' }, query: { page_size: '', ids: 'false' }, body: { id: 0, name: '' } },
    ],
    [
      'joins a list in the query by commas',
      { ids: ['576461413038785752', 2, null, '3,4'] },
      { path: {}, query: { ids: '576461413038785752,2,3,4' }, body: undefined },
    ],
    ['drops an empty list in the query only', { ids: [], list: [] }, { path: {}, query: {}, body: { list: [] } }],
    [
      'leaves a list in the body as it is',
      { list: ['1', { a: null }] },
      { path: {}, query: {}, body: { list: ['1', { a: null }] } },
    ],
    ['has no body without an argument for it', { ids: ['1'] }, { path: {}, query: { ids: '1' }, body: undefined }],
    [
      'sends a cipher that is given as an argument',
      { shop_cipher: 'c' },
      { path: {}, query: { shop_cipher: 'c' }, body: undefined },
    ],
  ])('%s', (_, args, expected) => {
    expect(arrange(put, args)).toEqual(expected)
  })

  test('puts what it does not know into the query when there is no body', () => {
    const get = operationOf('GET /a/202309/b?page_size read')
    expect(arrange(get, { page_size: 1, beta_flag: true })).toMatchObject({
      query: { page_size: '1', beta_flag: 'true' },
    })
  })

  test.each([
    ['an object', { ids: { a: 1 } }, 'a.b (202309): ids must be text or a safe number'],
    ['an object in a list', { ids: [{}] }, 'a.b (202309): ids must be text or a safe number'],
    ['a number that lost digits', { ids: 2 ** 53 }, 'a.b (202309): ids must be text or a safe number'],
    [
      'a number in a list that lost digits',
      { ids: [Number('576461413038785752')] },
      'a.b (202309): ids must be text or a safe number',
    ],
  ])('refuses %s in the query', (_, args, message) => {
    expect(() => arrange(put, args)).toThrow(expect.objectContaining({ kind: 'input', message }))
  })

  test('agrees with a naive reading of the table, 10,000 times', () => {
    const name = fc.constantFrom<string[]>('a', 'b', 'c', 'd', 'e', 'f')
    const names = fc.uniqueArray(name)
    const value = fc.oneof(
      fc.string(),
      fc.integer(),
      fc.boolean(),
      fc.constantFrom(null, undefined),
      fc.array(fc.string()),
    )
    const property = fc.property(
      fc.record({ path: names, query: names, both: names, body: fc.boolean() }),
      fc.dictionary(name, value),
      ({ path, query, both, body }, args) => {
        const inPath = path.map((each) => `/{${each}}`).join('')
        const words = both.map((each) => ` both:${each}`).join('')
        const operation = operationOf(`POST /x/202309${inPath}?${query.join('&')}${body ? ' json' : ''}${words}`)
        const expected = { path: {} as object, query: {} as object, body: {} as object }
        for (const [key, given] of Object.entries(args)) {
          if (given === null || given === undefined) continue
          const text = Array.isArray(given) ? given.join(',') : String(given)
          const isNothing = Array.isArray(given) && given.length === 0
          let isPlaced = false
          if (path.includes(key)) {
            if (!isNothing) Object.assign(expected.path, { [key]: text })
            isPlaced = true
          } else if (query.includes(key) || !body) {
            if (!isNothing) Object.assign(expected.query, { [key]: text })
            isPlaced = true
          }
          if (!isPlaced || both.includes(key)) Object.assign(expected.body, { [key]: given })
        }
        const hasBody = Object.keys(expected.body).length > 0
        expect(arrange(operation, args)).toEqual({ ...expected, body: hasBody ? expected.body : undefined })
      },
    )
    fc.assert(property, { numRuns: 10_000 })
  })
})

describe('identityOf', () => {
  const options = { appKey: 'k', appSecret: 's', shopCipher: 'c', categoryAssetCipher: 'g', shopId: '7' }

  test.each([
    ['adds the cipher that is listed', 'GET /a/202309/b?shop_cipher', { app_key: 'k', shop_cipher: 'c' }],
    ['adds a required one', 'GET /a/202309/b?category_asset_cipher!', { app_key: 'k', category_asset_cipher: 'g' }],
    ['adds none that is not listed', 'GET /a/202309/b?ids', { app_key: 'k' }],
    ['adds version and shop before 202309', 'GET /api/b?shop_id', { app_key: 'k', shop_id: '7', version: '202212' }],
    ['adds the version an operation is pinned to', 'GET /api/b?version=202306', { app_key: 'k', version: '202306' }],
    [
      'gives key and secret to a token operation',
      'GET https://auth.x/api/b?shop_id',
      { app_key: 'k', app_secret: 's' },
    ],
  ])('%s', (_, text, expected) => {
    expect(identityOf(operationOf(text), options)).toEqual(expected)
  })

  test('leaves out what is null', () => {
    const operation = operationOf('GET /a/202309/b?shop_cipher')
    expect(identityOf(operation, { ...options, shopCipher: null })).toEqual({ app_key: 'k' })
  })
})
