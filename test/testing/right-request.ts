import type { FakeShop } from '../../testing/index.ts'
import type { Found, Schema } from '../specs.ts'
import { resolve } from '../specs.ts'
import type { Wish } from './naive-client.ts'

/** Makes a right request to an operation out of its spec alone: every parameter and field but the pagination token, and the identity it takes. */
export function rightRequest(found: Found, shop: FakeShop): { operation: string; wish: Wish } {
  const { document, method, path, operation, version } = found
  const { parameter: pageParameter, style } = operation['x-pagination'] ?? {}
  const asksForPage = style === 'offset' || style === 'page-number'
  const query: Record<string, string | number | null> = { shop_cipher: null, version: null }
  let filledPath = path
  for (const { name, in: place, schema } of operation.parameters ?? []) {
    if (place === 'path') filledPath = filledPath.replace(`{${name}}`, '1729382476852921561')
    else if (resolve(document, schema)['x-64-bit-id']) query[name] = '7494049642642441621'
    else if (name !== pageParameter || asksForPage) query[name] = String(valueOf(document, schema, name))
  }
  const cipher = operation['x-cipher']
  if (cipher) query[cipher.name] = cipher.name === 'shop_cipher' ? shop.shopCipher : shop.categoryAssetCipher
  if (operation['x-identity']?.includes('shop_id')) query['shop_id'] = shop.shopId
  if (version === '202212') query['version'] = operation['x-api-version'] ?? '202212'
  if (operation.servers) {
    Object.assign(query, {
      app_secret: shop.appSecret,
      version: null,
      ...(method === 'GET' && { grant_type: 'authorized_code' }),
    })
  }
  const [mediaType, media] = Object.entries(operation.requestBody?.content ?? {})[0] ?? []
  const wish: Wish = { query }
  if (media && !operation['x-request-body-not-sent']) {
    const fields = Object.entries(resolve(document, media.schema).properties ?? {}).filter(
      ([name]) => name !== pageParameter || asksForPage,
    )
    const values = fields.map(([name, schema]) => [name, schema, valueOf(document, schema, name)] as const)
    wish.body =
      mediaType === 'multipart/form-data' ? formOf(document, values) : textOf(values, operation.servers && shop)
  }
  return { operation: `${method} ${filledPath}`, wish }
}

function textOf(values: (readonly [string, Schema, unknown])[], shop: FakeShop | undefined): string {
  const fields = Object.fromEntries(values.map(([name, , value]) => [name, value]))
  if (shop) Object.assign(fields, { app_key: shop.appKey, app_secret: shop.appSecret, grant_type: 'authorized_code' })
  return JSON.stringify(fields).replaceAll('"int64"', '7494049642642441621')
}

function formOf(document: Found['document'], values: (readonly [string, Schema, unknown])[]): FormData {
  const form = new FormData()
  for (const [name, schema, value] of values) {
    if (resolve(document, schema).format === 'binary') form.append(name, new Blob(['%PDF']), 'a.pdf')
    else form.append(name, String(value))
  }
  return form
}

function valueOf(document: Found['document'], given: Schema, name: string): unknown {
  const schema = resolve(document, given)
  const type = schema.type ?? schema.anyOf?.[0]?.type
  const unit = (schema as { 'x-unit'?: string })['x-unit']
  if (unit === 'unix-seconds') return type === 'string' ? '1795000000' : 1_795_000_000
  if (unit === 'unix-milliseconds') return type === 'string' ? '1795000000000' : 1_795_000_000_000
  if (schema['x-64-bit-id']) return 'int64'
  switch (type) {
    case 'object':
      return Object.fromEntries(
        Object.entries(schema.properties ?? {}).map(([field, inner]) => [field, valueOf(document, inner, field)]),
      )
    case 'array':
      return [valueOf(document, schema.items ?? {}, name)]
    case 'integer':
    case 'number':
      return Math.max(schema.minimum ?? 1, Math.min(1, schema.maximum ?? 1))
    case 'boolean':
      return true
    default:
      if (schema.minimum !== undefined) return String(schema.minimum)
      return /(^|_)ids?$/.test(name) ? '1729382476852921561' : '5'.padEnd(schema.minLength ?? 0, '0')
  }
}
