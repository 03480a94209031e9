import type { Operation, Schema, SpecDocument } from '../../../codegen/generate/document.ts'
import type { SpecFile } from '../../../codegen/generate/validate.ts'

type SmallOperation = Partial<Operation> & {
  /** Schema of the body; multipart where `form` is set. */
  body?: Schema
  form?: true
  /** Schema of `data`. */
  data?: Schema
}

/** A spec document with these operations (by `GET /order/202309/orders`) and components, and what every document has beside them. */
export function smallSpec(
  place: string,
  operations: Record<string, SmallOperation>,
  schemas: Record<string, Schema> = {},
): SpecFile {
  const [version = '', domain = ''] = place.split('/')
  const document: SpecDocument = { openapi: '3.1.0', info: { title: domain, version }, paths: {}, components: {} }
  const all: Record<string, Schema> = { Envelope: envelope, ...schemas }
  for (const [key, { body, form, data, ...operation }] of Object.entries(operations)) {
    const [method = '', path = ''] = key.split(' ')
    const name = (operation.operationId ?? '').replace(/^./, (letter) => letter.toUpperCase())
    const item = (document.paths[path] ??= {})
    if (body) all[`${name}Request`] = body
    if (data && data.$ref === undefined) all[`${name}Data`] = data
    const dataSchema = data?.$ref === undefined ? { $ref: `#/components/schemas/${name}Data` } : data
    if (!data) all[`${name}Data`] = { type: 'object', properties: {} }
    const bodySchema = { schema: { $ref: `#/components/schemas/${name}Request` } }
    item[method.toLowerCase() as 'get'] = {
      ...(body && { requestBody: { content: { [form ? 'multipart/form-data' : 'application/json']: bodySchema } } }),
      responses: {
        200: {
          description: 'The answer.',
          content: {
            'application/json': {
              schema: {
                allOf: [
                  { $ref: '#/components/schemas/Envelope' },
                  { type: 'object', properties: { data: dataSchema } },
                ],
              },
            },
          },
        },
        '4XX': { $ref: '#/components/responses/Error' },
      },
      ...operation,
    } as Operation
  }
  const sorted = Object.entries(all).sort(([a], [b]) => (a < b ? -1 : 1))
  const error = {
    description: 'Failed.',
    content: { 'application/json': { schema: { $ref: '#/components/schemas/Envelope' } } },
  }
  document.components = { schemas: Object.fromEntries(sorted), responses: { Error: error } }
  return { file: `specs/${place}.json`, version, domain, document }
}

/** A reference to a component. */
export function ref(name: string, beside: Schema = {}): Schema {
  return { $ref: `#/components/schemas/${name}`, ...beside }
}

const envelope: Schema = {
  type: 'object',
  required: ['code', 'message'],
  properties: { code: { type: 'integer' }, message: { type: 'string' }, request_id: { type: 'string' } },
}
