/** What is read of a plain OpenAPI 3 document: any that a vendor's console or a colleague hands out. */
export interface PlainDocument {
  openapi: string
  paths: Record<string, Record<string, unknown>>
  components?: Record<string, Record<string, unknown>>
}

/** An operation object of a plain document. */
export interface PlainOperation {
  operationId?: string
  summary?: string
  description?: string
  deprecated?: boolean
  externalDocs?: { url?: string }
  parameters?: PlainParameter[]
  requestBody?: { content?: Record<string, { schema?: PlainSchema }> }
  responses?: Record<string, { content?: Record<string, { schema?: PlainSchema }> }>
}

/** A parameter object, of any place. */
export interface PlainParameter {
  $ref?: string
  name: string
  in: string
  required?: boolean
  description?: string
  deprecated?: boolean
  schema?: PlainSchema
}

/** A schema object: the keywords that types and hover texts are made of. */
export interface PlainSchema {
  $ref?: string
  type?: string | string[]
  format?: string
  description?: string
  deprecated?: boolean
  properties?: Record<string, PlainSchema>
  required?: string[]
  items?: PlainSchema
  enum?: unknown[]
  allOf?: PlainSchema[]
  anyOf?: PlainSchema[]
  oneOf?: PlainSchema[]
  default?: unknown
  minimum?: number
  maximum?: number
  minLength?: number
  maxLength?: number
  minItems?: number
  maxItems?: number
}

/** Follows a reference within the document, once; gives undefined where it leads nowhere or out of the file. */
export function follow<T>(document: PlainDocument, reference: string): T | undefined {
  if (!reference.startsWith('#/')) return undefined
  let value: unknown = document
  for (const step of reference.slice(2).split('/')) {
    const key = decodeURIComponent(step).replaceAll('~1', '/').replaceAll('~0', '~')
    value = typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined
  }
  return value as T | undefined
}

/** Finds the references of a document that lead nowhere, wherever they stand, each with its place as a JSON pointer. */
export function danglingReferences(document: PlainDocument): { at: string; reference: string }[] {
  const walk = (value: unknown, at: string): { at: string; reference: string }[] => {
    if (typeof value !== 'object' || value === null) return []
    const reference = (value as { $ref?: unknown }).$ref
    const isDangling = typeof reference === 'string' && follow(document, reference) === undefined
    const inside = Object.entries(value).flatMap(([key, inner]) =>
      walk(inner, `${at}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`),
    )
    return isDangling ? [{ at, reference }, ...inside] : inside
  }
  return walk(document, '#')
}
