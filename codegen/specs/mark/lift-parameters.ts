import { legacyVersion, type Operation } from '../model.ts'

const ciphers = ['shop_cipher', 'category_asset_cipher']
const credentials = ['app_key', 'app_secret', 'sign', 'timestamp', 'access_token']
const legacyCredentials = [...credentials, 'version']
const legacyIdentity = ['shop_id', 'shop_cipher']

/**
 * Takes out what the SDK fills in by itself, and marks what the operation is scoped to instead. Of the few operations
 * that take both ciphers, the shop's is lifted and the other stays an ordinary parameter: a caller means one of them.
 */
export function liftParameters(operation: Operation): void {
  const legacy = operation.version === legacyVersion
  const query = operation.parameters.filter((parameter) => parameter.in === 'query')
  const named = (names: string[]) => query.filter(({ name }) => names.includes(name))
  const [cipher] = legacy ? [] : ciphers.flatMap((name) => named([name]))
  if (cipher) operation.cipher = { name: cipher.name, required: cipher.shape.required === true }
  const identity = legacy ? named(legacyIdentity) : []
  if (identity.length > 0) operation.identity = identity.map(({ name }) => name).sort()
  const scope = cipher ? [cipher.name] : []
  const lifted = new Set(legacy ? [...legacyCredentials, ...legacyIdentity] : [...credentials, ...scope])
  operation.parameters = operation.parameters.filter(({ name, in: place }) => place === 'path' || !lifted.has(name))
  if (operation.server !== undefined) for (const name of credentials) operation.body?.fields?.delete(name)
}
