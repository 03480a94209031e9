import { createHmac } from 'node:crypto'
import { resolve, type Found, type Schema } from '../specs.ts'

/** What an operation's request must look like on the wire, read from the spec alone. */
export interface ExpectedRequest {
  method: string
  path: string
  /** Every query parameter but `app_key`, `timestamp` and `sign`, decoded. */
  query: Record<string, string>
  /** The fields of the body; `undefined` when there is none. */
  body: Record<string, unknown> | undefined
  multipart: boolean
}

/** Identity that the client was given, by the name under which it travels. */
export type Identity = Record<'shop_cipher' | 'category_asset_cipher' | 'shop_id' | 'access_token', string>

/** Reads from the spec where each argument must travel. */
export function expectedRequest(found: Found, args: Record<string, unknown>, identity: Identity): ExpectedRequest {
  const { document, operation, method, version } = found
  const parameters = operation.parameters ?? []
  const given = (name: string) => args[name] !== undefined
  const named = (place: string) => parameters.filter((one) => one.in === place).map(({ name }) => name)
  const path = found.path.replace(/\{(.*?)\}/g, (_, name: string) => encodeURIComponent(String(args[name])))
  const query = Object.fromEntries(named('query').filter(given).map((name) => [name, String(args[name])]))
  if (operation['x-cipher']) query[operation['x-cipher'].name] = identity[operation['x-cipher'].name as keyof Identity]
  for (const name of operation['x-identity'] ?? []) query[name] = identity[name as keyof Identity]
  if (version === '202212' && !operation.servers) {
    query['access_token'] = identity.access_token
    query['version'] = operation['x-api-version'] ?? '202212'
  }
  const content = operation['x-request-body-not-sent'] ? undefined : operation.requestBody?.content
  const [mediaType, media] = Object.entries(content ?? {})[0] ?? []
  const fields = media && Object.keys(resolve(document, media.schema).properties ?? {})
  const body = fields?.some(given) ? Object.fromEntries(fields.filter(given).map((name) => [name, args[name]])) : undefined
  return { method, path, query, body, multipart: mediaType === 'multipart/form-data' }
}

/** The rule of protocol.md once more, as plainly as it can be written: a third reading beside the runtime's and the fake shop's. */
export function expectedSignature(secret: string, target: string, contentType: string, body: Buffer): string {
  const url = new URL(target, 'http://localhost')
  const names = [...url.searchParams.keys()].filter((name) => name !== 'sign' && name !== 'access_token').sort()
  const pairs = names.map((name) => name + url.searchParams.get(name)).join('')
  const signsBody = !url.pathname.startsWith('/api/') && !contentType.startsWith('multipart/form-data')
  const text = secret + url.pathname + pairs + (signsBody ? body.toString() : '') + secret
  return createHmac('sha256', secret).update(text).digest('hex')
}

/** Writes a value as the service expects it: 64-bit ids, which callers hold as strings, as JSON numbers. */
export function wireValue(found: Found, given: Schema, value: unknown): string {
  const schema = resolve(found.document, given)
  if (schema['x-64-bit-id']) return String(value)
  if (Array.isArray(value)) return `[${value.map((item) => wireValue(found, schema.items ?? {}, item)).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  const entries = Object.entries(value as Record<string, unknown>)
  const written = entries.map(([name, inner]) => `${JSON.stringify(name)}:${wireValue(found, schema.properties?.[name] ?? {}, inner)}`)
  return `{${written.join(',')}}`
}

/** Puts 64-bit digits between quotes, so that JSON.parse keeps each of them. */
export function readExactly(json: string): unknown {
  return JSON.parse(json.replace(/"(?:[^"\\]|\\.)*"|(?<![\d.])\d{16,}(?![\d.])/g, (token) => (token.startsWith('"') ? token : `"#${token}"`)))
}

/** Turns a value read exactly from the wire into what a caller holds: 64-bit ids, and whatever JSON.parse would ruin, as strings of digits. */
export function callerValue(found: Found, given: Schema, value: unknown): unknown {
  const schema = resolve(found.document, given)
  if (typeof value === 'string' && value.startsWith('#')) return value.slice(1)
  if (schema['x-64-bit-id']) return String(value)
  if (Array.isArray(value)) return value.map((item) => callerValue(found, schema.items ?? {}, item))
  if (value === null || typeof value !== 'object') return value
  const entries = Object.entries(value as Record<string, unknown>)
  return Object.fromEntries(entries.map(([name, inner]) => [name, callerValue(found, schema.properties?.[name] ?? {}, inner)]))
}
