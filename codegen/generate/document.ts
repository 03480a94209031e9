/** A spec document of specs/<version>/<domain>.json: the part of OpenAPI 3.1 that codegen reads. */
export interface SpecDocument {
  openapi: string
  info: { title: string; version: string }
  paths: Record<string, PathItem>
  components?: { schemas?: Record<string, Schema>; responses?: Record<string, Response> }
}

/** The methods that a path item may have, in the order in which they are written. */
export const methods = ['get', 'post', 'put', 'patch', 'delete'] as const

/** A method as it stands in a path item. */
export type Method = (typeof methods)[number]

/** The operations of one path. */
export type PathItem = Partial<Record<Method, Operation>>

/** One operation, with the marks (`x-`) that say what OpenAPI has no word for. */
export interface Operation {
  operationId: string
  summary?: string
  externalDocs?: { url: string }
  deprecated?: boolean
  servers?: { url: string }[]
  parameters?: Parameter[]
  requestBody?: { required?: boolean; content: Record<string, { schema: Schema }> }
  responses: Record<string, Response>
  'x-operation-name'?: string
  'x-cipher'?: { name: string; required: boolean }
  'x-identity'?: string[]
  'x-api-version'?: string
  'x-pagination'?: Pagination
  'x-access-scopes'?: string[]
  'x-error-codes'?: Record<string, string>
  'x-markets'?: string[]
  'x-read-only'?: boolean
  'x-request-body-not-sent'?: boolean
  'x-content-type'?: string
}

/** A path or query parameter; what signs and authorises a request is not among them. */
export interface Parameter {
  name: string
  in: 'path' | 'query'
  required?: boolean
  description?: string
  deprecated?: boolean
  schema: Schema
  'x-markets'?: string[]
}

/** How a list operation pages; `next`, `more`, `total` and `items` are fields of `data`. */
export interface Pagination {
  style: 'token' | 'cursor' | 'offset' | 'page-number'
  in: 'query' | 'body'
  parameter: string
  sizeParameter?: string
  next?: string
  more?: string
  total?: string
  items: string
}

/** An answer, or a reference to one. */
export interface Response {
  $ref?: string
  description?: string
  content?: Record<string, { schema: Schema }>
}

/** A value on the wire. */
export interface Schema {
  $ref?: string
  type?: 'object' | 'array' | 'string' | 'integer' | 'number' | 'boolean'
  description?: string
  deprecated?: boolean
  properties?: Record<string, Schema>
  required?: string[]
  items?: Schema
  allOf?: Schema[]
  anyOf?: Schema[]
  enum?: (string | number)[]
  format?: string
  default?: unknown
  minimum?: number
  maximum?: number
  minLength?: number
  maxLength?: number
  minItems?: number
  maxItems?: number
  'x-unit'?: string
  'x-content'?: string
  'x-64-bit-id'?: boolean
  'x-markets'?: string[]
  'x-file-formats'?: string[]
  'x-max-size-mb'?: number
  'x-enum-names'?: Record<string, string>
}

const schemaReference = /^#\/components\/schemas\/([^/]+)$/

/** Returns the name of the component that a schema refers to, or undefined when it is no reference. */
export function referenceName(schema: Schema | undefined): string | undefined {
  return schema?.$ref === undefined ? undefined : schemaReference.exec(schema.$ref)?.[1]
}

/** Follows a reference to the schema itself; the words and marks that stand beside the reference win. */
export function resolveSchema(document: SpecDocument, schema: Schema): Schema {
  const name = referenceName(schema)
  const target = name === undefined ? undefined : document.components?.schemas?.[name]
  if (!target) return schema
  return { ...target, ...without(schema, '$ref') }
}

/** Copies a schema and leaves one keyword out. */
export function without<T extends object>(schema: T, keyword: keyof T): T {
  return Object.fromEntries(Object.entries(schema).filter(([key]) => key !== keyword)) as T
}

/** Returns the codes of an open enum (`anyOf` of the known codes and their bare type), or undefined for any other schema. */
export function openCodes(schema: Schema): (string | number)[] | undefined {
  const [known, other] = schema.anyOf ?? []
  return schema.anyOf?.length === 2 && known?.enum && other?.type !== undefined && !other.enum ? known.enum : undefined
}

/** Lists the operations of a document with their path and method, in document order. */
export function* operationsOf(
  document: SpecDocument,
): Generator<{ path: string; method: Method; operation: Operation }> {
  for (const [path, item] of Object.entries(document.paths)) {
    for (const method of methods) {
      const operation = item[method]
      if (operation) yield { path, method, operation }
    }
  }
}

/** Writes a JSON pointer, with `~` and `/` escaped as RFC 6901 asks for. */
export function pointer(...steps: (string | number)[]): string {
  return '#' + steps.map((step) => '/' + String(step).replaceAll('~', '~0').replaceAll('/', '~1')).join('')
}
