import { refusal } from './check.ts'
import type { Operation } from './operation.ts'
import type { ClientOptions } from './types.ts'

type Fields = Record<string, unknown>

/** Arguments of an operation, each in its place. */
export interface Places {
  path: Record<string, string>
  query: Record<string, string>
  /** Undefined when nothing goes into the body. */
  body: Fields | undefined
}

/** Spreads one flat argument object over path, query and body. Undefined and null are dropped, before anything is signed. */
export function arrange(operation: Operation, args: object): Places {
  const { pathNames, queryNames, inBothPlaces } = operation
  const places: Places = { path: {}, query: {}, body: undefined }
  if (typeof args !== 'object' || !args || Array.isArray(args))
    throw refusal(operation, 'the arguments must be one object')
  for (const [name, value] of Object.entries(args)) {
    if (value === undefined || value === null) continue
    const place = pathNames.includes(name) ? 'path' : queryNames.includes(name) || !operation.body ? 'query' : 'body'
    if (place === 'body' || inBothPlaces.includes(name)) (places.body ??= {})[name] = value
    if (place === 'body') continue
    const text = wireText(operation, name, value)
    if (text !== undefined) places[place][name] = text
  }
  return places
}

/** The query parameters that a client adds: key of the app, and on whose behalf a call is made, as far as the operation lists it. */
export function identityOf(
  { isAuth, queryNames, fixedQuery }: Operation,
  options: ClientOptions,
): Record<string, string> {
  const { appKey: app_key, appSecret: app_secret, shopCipher, categoryAssetCipher, shopId } = options
  if (isAuth) return { app_key, app_secret }
  const query: Record<string, string> = { app_key, ...fixedQuery }
  if (shopCipher && queryNames.includes('shop_cipher')) query['shop_cipher'] = shopCipher
  if (shopId && queryNames.includes('shop_id')) query['shop_id'] = shopId
  if (categoryAssetCipher && queryNames.includes('category_asset_cipher')) {
    query['category_asset_cipher'] = categoryAssetCipher
  }
  return query
}

// A list is one value joined by commas, and signed in that form. An empty one has no form: `ids=` would list one empty id.
function wireText(operation: Operation, name: string, value: unknown): string | undefined {
  if (Array.isArray(value)) {
    const items = value.filter((item) => item !== undefined && item !== null)
    return items.length ? items.map((item) => wireText(operation, name, item)).join() : undefined
  }
  // A whole number beyond the safe ones has lost digits before it came here.
  const isExact = typeof value === 'number' && Math.abs(value) <= Number.MAX_SAFE_INTEGER
  if (!isExact && !['string', 'boolean', 'bigint'].includes(typeof value)) {
    throw refusal(operation, `${name} must be text or a safe number`)
  }
  return String(value)
}
