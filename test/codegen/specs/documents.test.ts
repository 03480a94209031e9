import { describe, expect, test } from 'vitest'
import { countCoverage } from '../../../codegen/specs/write/coverage.ts'
import { operationsIn, readDocuments, type EmittedSchema } from './documents.ts'

const documents = readDocuments()
const operations = operationsIn(documents.values())
const versions = [...new Set([...documents.keys()].map((path) => path.slice(0, 6)))]
const keysOf = (version: string) => [...operations.keys()].filter((key) => key.startsWith(version))

describe('the documents in specs/', () => {
  test('hold 554 operations: 472 in 31 versions from 202309 to 202604, and 82 of 202212', () => {
    const current = versions.filter((version) => version !== '202212')
    expect(operations.size).toBe(554)
    expect(keysOf('202212')).toHaveLength(82)
    expect(current.flatMap(keysOf)).toHaveLength(472)
    expect(current).toHaveLength(31)
    expect([current.at(0), current.at(-1)]).toEqual(['202309', '202604'])
  })

  test('have the version of every path in the folder name', () => {
    for (const key of operations.keys()) {
      const [version = '', , path = ''] = key.split(' ')
      expect(path).toMatch(version === '202212' ? /^\/api\// : new RegExp(`^/\\w+/${version}/`))
    }
  })

  test('give every operation a method name that is unique in its document, and a summary of our own', () => {
    for (const [path, document] of documents) {
      const ids = [...operationsIn([document]).values()].map(({ operationId }) => operationId)
      expect(new Set(ids).size, path).toBe(ids.length)
      for (const id of ids) expect(id).toMatch(/^[a-z][A-Za-z0-9]*$/)
    }
    for (const [key, { summary }] of operations) expect(summary, key).toMatch(/^[A-Z].{10,}\.$/)
  })

  test("link the vendor's page of every operation of 202309 and later", () => {
    for (const [key, { externalDocs }] of operations) {
      const [version = ''] = key.split(' ')
      if (version === '202212') continue
      expect(externalDocs?.url, key).toMatch(
        new RegExp(`^https://partner\\.tiktokshop\\.com/docv2/page/[a-z0-9-]+-${version}$`),
      )
    }
    expect(
      operations.get('202501 GET /finance/202501/orders/{order_id}/statement_transactions')?.externalDocs?.url,
    ).toBe('https://partner.tiktokshop.com/docv2/page/get-transactions-by-order-202501')
  })

  test('leave out of the typed parameters what the SDK fills in', () => {
    for (const [key, { parameters = [] }] of operations) {
      const names = parameters.map(({ name }) => name)
      const lifted = [
        'app_key',
        'app_secret',
        'sign',
        'timestamp',
        'access_token',
        'shop_cipher',
        'x-tts-access-token',
        'Content-Type',
      ]
      expect(
        names.filter((name) => lifted.includes(name)),
        key,
      ).toEqual([])
      expect(
        parameters.filter(({ in: place }) => place !== 'path' && place !== 'query'),
        key,
      ).toEqual([])
    }
  })

  test('send array parameters as one value with commas', () => {
    const arrays = [...operations.values()].flatMap(({ parameters = [] }) =>
      parameters.filter(({ schema }) => schema.type === 'array'),
    )
    expect(arrays.length).toBeGreaterThanOrEqual(28)
    for (const { style, explode } of arrays) expect({ style, explode }).toEqual({ style: 'form', explode: false })
  })

  test('describe at least 98 % of the fields and parameters', () => {
    const { described, total } = countCoverage(documents.values())
    expect(total).toBeGreaterThan(11_000)
    expect(described / total).toBeGreaterThan(0.98)
  })

  test('keep every code list open, and every reference resolvable', () => {
    for (const [path, { components }] of documents) {
      for (const [name, schema] of Object.entries(components.schemas)) {
        if (!schema.anyOf) continue
        const [known, open] = schema.anyOf
        expect(known?.enum?.length, `${path} ${name}`).toBeGreaterThan(0)
        expect(open, `${path} ${name}`).toEqual({ type: known?.type })
      }
      const names = [...JSON.stringify(documents.get(path)).matchAll(/#\/components\/schemas\/(\w+)/g)]
      expect(
        names.filter(([, name = '']) => !(name in components.schemas)),
        path,
      ).toEqual([])
    }
  })

  test('have short names for at least 80 shapes that users write', () => {
    const shapes = [...documents.values()].flatMap(({ components }) =>
      Object.entries(components.schemas).filter(([, schema]) => schema.type === 'object'),
    )
    const names = new Set(shapes.map(([name]) => name))
    expect(names).toContain('Envelope')
    for (const name of [
      'Order',
      'OrderLineItem',
      'Package',
      'Product',
      'Sku',
      'ReturnOrder',
      'Money',
      'RecipientAddress',
    ]) {
      expect(names).toContain(name)
    }
    const prefixes = [...operations.values()].map(
      ({ operationId }) => operationId.charAt(0).toUpperCase() + operationId.slice(1),
    )
    const short = [...names].filter((name) => !prefixes.some((prefix) => name.startsWith(prefix)))
    expect(short.length).toBeGreaterThanOrEqual(80)
  })

  test('mark 64-bit ids that travel as JSON numbers', () => {
    const marked = new Set<string>()
    for (const [path, { components, paths }] of documents) {
      const visit = (name: string, schema: EmittedSchema) => {
        const value = schema.items ?? schema
        if (value['x-64-bit-id'] !== true) return
        expect(value, `${path} ${name}`).toMatchObject({ type: 'integer', format: 'int64' })
        marked.add(`${path} ${name}`)
      }
      for (const { properties = {} } of Object.values(components.schemas)) {
        for (const [name, schema] of Object.entries(properties)) visit(name, schema)
      }
      for (const { parameters = [] } of operationsIn([
        { info: { version: '' }, tags: [], paths, components },
      ]).values()) {
        for (const { name, schema } of parameters) visit(name, schema)
      }
    }
    expect(marked).toContain('202405/authorization.json id')
    expect(marked).toContain('202309/data_reconciliation.json shop_id')
    expect(marked).toContain('202212/fulfillment.json order_id_list')
    expect(marked).toContain('202212/finance.json unique_key')
    expect(marked).not.toContain('202401/product.json category_ids')
  })
})

describe('the marks on operations', () => {
  test('page 105 operations by token, 4 by cursor, 2 by offset and 6 by page number', () => {
    const styles = new Map<string, number>()
    for (const operation of operations.values()) {
      const pagination = operation['x-pagination'] as { style: string } | undefined
      if (pagination) styles.set(pagination.style, (styles.get(pagination.style) ?? 0) + 1)
    }
    expect(Object.fromEntries(styles)).toEqual({ token: 105, cursor: 4, offset: 2, 'page-number': 6 })
  })

  test('name fields that the request and the answer really have', () => {
    for (const [path, document] of documents) {
      const resolve = (schema: EmittedSchema | undefined): EmittedSchema | undefined =>
        schema?.$ref === undefined ? schema : document.components.schemas[schema.$ref.split('/').at(-1) ?? '']
      const at = (schema: EmittedSchema | undefined, place: string) =>
        place.split('.').reduce((value, name) => resolve(value)?.properties?.[name], schema)
      for (const [key, operation] of operationsIn([document])) {
        const pagination = operation['x-pagination'] as Record<string, string> | undefined
        if (!pagination) continue
        const { in: place, parameter = '', items = '', next, more, total, sizeParameter } = pagination
        const body = Object.values(operation.requestBody?.content ?? {})[0]?.schema
        const sent = (name: string) =>
          place === 'body' ? at(body, name) !== undefined : operation.parameters?.some((one) => one.name === name)
        for (const name of [parameter, sizeParameter])
          if (name !== undefined) expect(sent(name), `${path} ${key} ${name}`).toBe(true)
        const data = at(answerOf(operation), 'data')
        expect(at(data, items)?.type, `${path} ${key} ${items}`).toBe('array')
        const types = { string: next, boolean: more, integer: total }
        for (const [type, name] of Object.entries(types))
          if (name !== undefined) expect(at(data, name)?.type, `${path} ${key} ${name}`).toBe(type)
      }
    }
  })

  test('say what an operation is scoped to', () => {
    expect(operations.get('202309 GET /order/202309/orders')?.['x-cipher']).toEqual({
      name: 'shop_cipher',
      required: false,
    })
    expect(operations.get('202309 GET /authorization/202309/shops')?.['x-cipher']).toBeUndefined()
    expect(operations.get('202212 POST /api/orders/search')?.['x-identity']).toEqual(['shop_cipher', 'shop_id'])
    expect(operations.get('202212 POST /api/orders/detail/query')?.['x-api-version']).toBe('202305')
  })

  test('leave token requests unsigned, at the host that gives tokens, and out of what may be sent twice', () => {
    const tokens = [...operations].filter(([, { servers }]) => servers)
    expect(tokens.map(([key]) => key)).toEqual([
      '202212 POST /api/token/getAccessToken',
      '202212 POST /api/token/refreshToken',
      '202212 GET /api/v2/token/get',
      '202212 GET /api/v2/token/refresh',
    ])
    for (const [, { servers, security, 'x-read-only': readOnly }] of tokens) {
      expect(servers).toEqual([{ url: 'https://auth.tiktok-shops.com' }])
      expect(security).toEqual([])
      expect(readOnly).toBeUndefined()
    }
  })

  test('say that the body of the three GET operations that have one is not sent', () => {
    const unsent = [...operations].filter(([, operation]) => operation['x-request-body-not-sent'])
    expect(unsent.map(([key]) => key)).toEqual([
      '202412 GET /affiliate_seller/202412/conversations',
      '202505 GET /affiliate_seller/202505/conversations',
      '202510 GET /logistics/202510/seller_templates',
    ])
  })
})

function answerOf(operation: { responses: Record<string, unknown> }): EmittedSchema {
  const answer = operation.responses['200'] as { content: Record<string, { schema: { allOf: EmittedSchema[] } }> }
  return answer.content['application/json']?.schema.allOf[1] ?? {}
}
