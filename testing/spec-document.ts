/** The part of an OpenAPI 3.1 document that the fake shop reads. */
export interface SpecDocument {
  info: { title: string; version: string }
  tags?: { name: string }[]
  paths: Record<string, Partial<Record<HttpMethod, SpecOperation>>>
  components?: { schemas?: Record<string, SpecSchema>; parameters?: Record<string, SpecParameter> }
}

/** The methods an OpenAPI path item can hold. */
export type HttpMethod = 'get' | 'post' | 'put' | 'patch' | 'delete'

/** An operation as the specs of this package write it, with the `x-` marks that tell what the service expects. */
export interface SpecOperation {
  operationId?: string
  servers?: { url: string }[]
  parameters?: (SpecParameter | SpecReference)[]
  requestBody?: { required?: boolean; content?: Record<string, { schema?: SpecSchema }> }
  responses?: Record<string, { content?: Record<string, { schema?: SpecSchema }> }>
  'x-cipher'?: SpecCipher | SpecCipher[]
  'x-identity'?: string[]
  'x-api-version'?: string
  'x-pagination'?: SpecPagination
  'x-error-codes'?: Record<string, string>
}

/** The cipher that scopes an operation to a shop or to a category asset. */
export interface SpecCipher {
  name: string
  required?: boolean
}

/** How an operation pages: `parameter` is the request's token, cursor, offset or page number; the rest are fields of `data`. */
export interface SpecPagination {
  style: 'token' | 'cursor' | 'offset' | 'page-number'
  in: 'query' | 'body'
  parameter: string
  sizeParameter?: string
  next?: string
  more?: string
  total?: string
  /** Dotted where the array lies deeper than `data` itself. */
  items: string
}

/** A path or query parameter. */
export interface SpecParameter {
  name: string
  in: string
  required?: boolean
  schema?: SpecSchema
}

/** A `$ref` that stands where a parameter is expected. */
export interface SpecReference {
  $ref: string
}

/** A JSON Schema as far as the specs use it. */
export interface SpecSchema {
  $ref?: string
  type?: string
  format?: string
  properties?: Record<string, SpecSchema>
  required?: string[]
  items?: SpecSchema
  additionalProperties?: boolean | SpecSchema
  allOf?: SpecSchema[]
  anyOf?: SpecSchema[]
  enum?: (string | number)[]
  minimum?: number
  maximum?: number
  minLength?: number
  maxLength?: number
  minItems?: number
  maxItems?: number
  default?: unknown
  'x-unit'?: string
  'x-content'?: string
  'x-64-bit-id'?: boolean
  'x-max-size-mb'?: number
}

const resolvedSchemas = new WeakMap<SpecDocument, Map<SpecSchema, SpecSchema>>()

/** Follows the `$ref` of a schema; keywords beside it win over those behind it, as OpenAPI 3.1 has it. */
export function resolveSchema(document: SpecDocument, schema: SpecSchema): SpecSchema {
  if (schema.$ref === undefined) return schema
  let known = resolvedSchemas.get(document)
  if (!known) resolvedSchemas.set(document, (known = new Map()))
  let resolved = known.get(schema)
  if (!resolved) {
    const { $ref, ...beside } = schema
    const target = document.components?.schemas?.[$ref.replace('#/components/schemas/', '')]
    if (!target) throw new Error(`${document.info.title} ${document.info.version}: no schema stands behind ${$ref}`)
    resolved = { ...resolveSchema(document, target), ...beside }
    known.set(schema, resolved)
  }
  return resolved
}

/** Follows the `$ref` of a parameter. */
export function resolveParameter(document: SpecDocument, parameter: SpecParameter | SpecReference): SpecParameter {
  if (!('$ref' in parameter)) return parameter
  const target = document.components?.parameters?.[parameter.$ref.replace('#/components/parameters/', '')]
  if (!target) {
    throw new Error(`${document.info.title} ${document.info.version}: no parameter stands behind ${parameter.$ref}`)
  }
  return target
}

/** Returns the known codes of a schema, whether it is an open enum (`anyOf`), a plain one, or none at all. */
export function knownCodes(schema: SpecSchema): (string | number)[] {
  return schema.enum ?? schema.anyOf?.flatMap((option) => option.enum ?? []) ?? []
}

/** Returns the JSON type of a schema; an open enum has that of its options. */
export function typeOf(schema: SpecSchema): string | undefined {
  return schema.type ?? schema.anyOf?.find((option) => option.type)?.type
}
