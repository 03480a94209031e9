import { schemaOf, type JsonObject } from './emit-schema.ts'
import type { Operation, Parameter, Shape } from '../model.ts'

/** Writes an operation object; keys without a value are left out. */
export function emitOperation(operation: Operation, nameOf: (shape: Shape) => string): JsonObject {
  return compact({
    operationId: operation.operationId,
    summary: operation.summary,
    externalDocs: operation.page === undefined ? undefined : { url: operation.page },
    tags: [operation.domain],
    deprecated: operation.deprecated,
    servers: operation.server === undefined ? undefined : [{ url: operation.server }],
    security: operation.server === undefined ? undefined : [],
    parameters: emitParameters(operation, nameOf),
    requestBody: emitBody(operation, nameOf),
    responses: {
      200: {
        description: 'The answer; `code` is 0.',
        content: { 'application/json': { schema: emitAnswer(operation, nameOf) } },
      },
      '4XX': { $ref: '#/components/responses/Error' },
      default: { $ref: '#/components/responses/Error' },
    },
    'x-operation-name': operation.name,
    'x-cipher': operation.cipher,
    'x-identity': operation.identity,
    'x-api-version': operation.apiVersion,
    'x-pagination': operation.pagination,
    'x-access-scopes': operation.scopes.length > 0 ? operation.scopes : undefined,
    'x-error-codes': emitErrors(operation),
    'x-markets': operation.markets && [...operation.markets].sort(),
    'x-read-only': operation.readOnly ? true : undefined,
    'x-request-body-not-sent': operation.method === 'GET' && operation.body ? true : undefined,
    'x-content-type': operation.contentTypeHeader,
    'x-sources': operation.sources,
  })
}

function emitParameters(operation: Operation, nameOf: (shape: Shape) => string): JsonObject[] | undefined {
  const order = ({ in: place, name }: Parameter) =>
    [place, place === 'path' ? operation.path.indexOf(`{${name}}`) : 0, name].join(' ')
  const sorted = [...operation.parameters].sort((a, b) => (order(a) < order(b) ? -1 : 1))
  if (sorted.length === 0) return undefined
  return sorted.map(({ name, in: place, shape }) => {
    const { description, deprecated, ...schema } = schemaOf(shape, nameOf)
    const isArray = shape.type === 'array'
    return compact({
      name,
      in: place,
      description,
      required: place === 'path' || shape.required ? true : undefined,
      deprecated,
      style: isArray ? 'form' : undefined,
      explode: isArray ? false : undefined,
      schema,
    })
  })
}

function emitBody(operation: Operation, nameOf: (shape: Shape) => string): JsonObject | undefined {
  const { body, contentType = 'application/json' } = operation
  if (!body) return undefined
  const required = [...(body.fields?.values() ?? [])].some((field) => field.required)
  return compact({
    required: required ? true : undefined,
    content: { [contentType]: { schema: { $ref: `#/components/schemas/${nameOf(body)}` } } },
  })
}

function emitAnswer(operation: Operation, nameOf: (shape: Shape) => string): JsonObject {
  const data = { $ref: `#/components/schemas/${nameOf(operation.data)}` }
  return { allOf: [{ $ref: '#/components/schemas/Envelope' }, { type: 'object', properties: { data } }] }
}

function emitErrors(operation: Operation): JsonObject | undefined {
  return operation.errors.size === 0 ? undefined : Object.fromEntries(operation.errors)
}

function compact(source: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined))
}
