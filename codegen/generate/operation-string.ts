import type { SpecDocument } from './document.ts'
import type { OperationModel } from './model.ts'
import { idPlaces } from './schema-path.ts'

/** Writes an operation as the one string that the runtime reads when the method is first touched. */
export function operationString(document: SpecDocument, operation: OperationModel): string {
  const { method, path, spec } = operation
  const query = queryNames(operation)
  const target = (spec.servers?.[0]?.url ?? '') + path + (query.length > 0 ? `?${query.join('&')}` : '')
  return [`${method} ${target}`, ...words(document, operation)].join(' ')
}

function queryNames({ spec }: OperationModel): string[] {
  const cipher = spec['x-cipher']
  return [
    ...(spec.parameters ?? []).filter((parameter) => parameter.in === 'query').map((parameter) => parameter.name),
    ...(cipher ? [cipher.name + (cipher.required ? '!' : '')] : []),
    ...(spec['x-identity'] ?? []),
    ...(spec['x-api-version'] === undefined ? [] : [`version=${spec['x-api-version']}`]),
  ]
}

function words(document: SpecDocument, operation: OperationModel): string[] {
  const { spec, body } = operation
  const page = spec['x-pagination']
  return [
    ...(body ? [body.contentType === 'multipart/form-data' ? 'form' : 'json'] : []),
    ...operation.arguments.filter(({ parameter, field }) => parameter && field).map(({ name }) => `both:${name}`),
    ...ids(document, operation).map((place) => `int64:${place}`),
    ...(page ? [`page:${page.style}:${page.parameter}:${page.next ?? page.more ?? ''}:${page.items}`] : []),
    ...(spec['x-content-type'] === undefined ? [] : [`type:${spec['x-content-type']}`]),
    ...(spec['x-read-only'] ? ['read'] : []),
    ...(operation.newer ? [`newer:${operation.newer.version}`] : []),
  ]
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
