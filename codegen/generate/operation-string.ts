import type { Pagination, SpecDocument } from './document.ts'
import type { DomainModel, OperationModel } from './model.ts'
import { idPlaces } from './schema-path.ts'

/**
 * Writes an operation as the one string that the runtime reads when the method is first touched. What the runtime takes for granted is left out: the
 * way to the domain, the query names of an operation that has no body to send anything in, that a GET only reads, and how most lists page.
 */
export function operationString({ document, domain }: DomainModel, operation: OperationModel): string {
  const { method, spec } = operation
  const start = `/${domain}/`
  const isBelow = !spec.servers && operation.path.startsWith(start)
  const path = isBelow ? operation.path.slice(start.length) : operation.path
  const query = queryNames(operation)
  const target = (spec.servers?.[0]?.url ?? '') + path + (query.length > 0 ? `?${query.join('&')}` : '')
  return [`${method} ${target}`, ...words(document, operation)].join(' ')
}

/** Parameters that the runtime fills in from the options where an operation lists them. */
const identities = new Set(['shop_cipher', 'category_asset_cipher', 'shop_id'])

function queryNames({ spec, body }: OperationModel): string[] {
  const cipher = spec['x-cipher']
  const names = (spec.parameters ?? []).filter((parameter) => parameter.in === 'query').map(({ name }) => name)
  return [
    ...names.filter((name) => body || identities.has(name)),
    ...(cipher ? [cipher.name + (cipher.required ? '!' : '')] : []),
    ...(spec['x-identity'] ?? []),
    ...(spec['x-api-version'] === undefined ? [] : [`version=${spec['x-api-version']}`]),
  ]
}

function words(document: SpecDocument, operation: OperationModel): string[] {
  const { method, spec, body, newer } = operation
  return [
    ...(body ? [body.contentType === 'multipart/form-data' ? 'form' : 'json'] : []),
    ...operation.arguments.filter(({ parameter, field }) => parameter && field).map(({ name }) => `both:${name}`),
    ...ids(document, operation).map((place) => `int64:${place}`),
    ...(spec['x-pagination'] ? [pageWord(spec['x-pagination'])] : []),
    ...(spec['x-content-type'] === undefined ? [] : [`type:${spec['x-content-type']}`]),
    ...(spec['x-read-only'] && method !== 'GET' ? ['read'] : []),
    ...(newer ? [`newer:${newer.version}`] : []),
  ]
}

/** Leading parts that are as usual are left out. */
function pageWord({ style, parameter, next, more, items }: Pagination): string {
  const usual = ['token', 'page_token', 'next_page_token']
  const parts = [style, parameter, next ?? more ?? '']
  const unusual = parts.findIndex((part, index) => part !== usual[index])
  return ['page', ...(unusual < 0 ? [] : parts.slice(unusual)), items].join(':')
}

function ids(document: SpecDocument, { spec, body, data }: OperationModel): string[] {
  return [
    ...(spec.parameters ?? []).flatMap((parameter) =>
      idPlaces(document, parameter.schema, `${parameter.in}.${parameter.name}`),
    ),
    ...(body ? idPlaces(document, body.schema, 'body') : []),
    ...idPlaces(document, data, 'data'),
  ]
}
