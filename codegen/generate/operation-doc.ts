import type { OperationModel } from './model.ts'

/** Composes what completion shows beside a method: what it does, where on the wire, and what has replaced it. */
export function shortDoc({ spec, method, path, newer }: OperationModel): string {
  const replaced = newer ? `Replaced by version ${newer.version}: \`${newer.method} ${newer.path}\`.` : ''
  return [spec.summary ?? '', `\`${method} ${path}\``, replaced].filter((line) => line !== '').join('\n\n')
}

/** Composes what hovering a call shows: what the method does, where on the wire, and what to know before calling it. */
export function operationDoc(operation: OperationModel, domainKey: string): string {
  const notes = [
    scope(operation),
    paging(operation),
    operation.spec['x-read-only'] ? 'Only reads.' : '',
    list('Access scope', 'Access scopes', operation.spec['x-access-scopes']),
    list('Market', 'Markets', operation.spec['x-markets']),
    unsent(operation),
    errors(operation, domainKey),
  ].filter((note) => note !== '')
  const url = operation.spec.externalDocs?.url
  return [
    shortDoc(operation),
    ...(notes.length > 0 ? ['', ...notes.map((note) => `- ${note}`)] : []),
    ...(url === undefined && !operation.spec.deprecated ? [] : ['']),
    ...(operation.spec.deprecated ? [deprecation] : []),
    ...(url === undefined ? [] : [`@see ${url}`]),
  ].join('\n')
}

/** The tag of an operation that the vendor marks as old. */
export const deprecation = '@deprecated The vendor marks this operation as old.'

function scope({ spec }: OperationModel): string {
  const cipher = spec['x-cipher']
  if (cipher) {
    const option = cipher.name === 'shop_cipher' ? 'shopCipher' : 'categoryAssetCipher'
    const scoped = cipher.name === 'shop_cipher' ? 'Scoped to a shop' : 'Scoped to a category asset'
    return cipher.required ? `${scoped}: needs \`${option}\`.` : `${scoped}: takes \`${option}\`.`
  }
  const identity = spec['x-identity'] ?? []
  if (identity.length === 0)
    return spec.servers ? 'Not scoped to a shop; neither signed nor authorised by a token.' : 'Not scoped to a shop.'
  const options = identity.map((name) => (name === 'shop_id' ? '`shopId`' : '`shopCipher`'))
  return `Scoped to a shop: takes ${options.join(' or ')}.`
}

function paging({ spec }: OperationModel): string {
  const page = spec['x-pagination']
  if (!page) return ''
  const next = page.next === undefined ? '' : `, next page by \`${page.next}\``
  return `Pages by \`${page.parameter}\`${next}: \`iterate()\` gives each of \`${page.items}\`, \`pages()\` each page.`
}

function list(one: string, several: string, names: readonly string[] | undefined): string {
  if (!names || names.length === 0) return ''
  return `${names.length === 1 ? one : several}: ${names.join(', ')}.`
}

function unsent({ unsentFields }: OperationModel): string {
  if (unsentFields.length === 0) return ''
  const fields = unsentFields.map((field) => `\`${field}\``).join(', ')
  return unsentFields.length === 1
    ? `The vendor lists the body field ${fields}; it cannot be sent with GET.`
    : `The vendor lists the body fields ${fields}; they cannot be sent with GET.`
}

function errors({ spec, name }: OperationModel, domainKey: string): string {
  const count = Object.keys(spec['x-error-codes'] ?? {}).length
  if (count === 0) return ''
  return `Error codes of its own: ${String(count)}, in \`errorCodes['${domainKey}.${name}']\` of \`error-codes\`.`
}
