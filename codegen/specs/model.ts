/** The API version of the legacy API, which says in the query who is calling and for which shop. */
export const legacyVersion = '202212'

/** The types that a value on the wire can have; `object` and `array` hold further shapes. */
export type ShapeType = 'object' | 'array' | 'string' | 'integer' | 'number' | 'boolean'

/** One known code of an open enum, as it stands on the wire. */
export type Code = string | number

/** The unit of a time that travels as a number (or as the digits of one). */
export type Unit = 'unix-seconds' | 'unix-milliseconds' | 'yyyymmdd'

/** What is known of one value on the wire: its type, its limits, and the fields or items inside it. */
export interface Shape extends Limits {
  type: ShapeType
  /** The fields of an object by wire name; empty when nothing is known of them. */
  fields?: Map<string, Shape>
  /** The shape of an array's items. */
  items?: Shape
  /** `int32`, `int64`, `decimal`, `date`, `date-time`, `uri`, `byte` or `binary`. */
  format?: string
  unit?: Unit
  /** `html` for a string of markup. */
  content?: string
  codes?: Code[]
  /** Short names of the codes, by code. */
  codeNames?: Record<string, string>
  default?: unknown
  /** True for a field or parameter that a request must have. */
  required?: boolean
  deprecated?: boolean
  /** ISO country codes, or `EU`, `SEA`, `LATAM`: the field exists for these only. */
  markets?: string[]
  /** True for a 64-bit identifier that travels as a JSON number. */
  id64?: boolean
  /** What a file part may hold. */
  fileFormats?: string[]
  maxSizeMb?: number
  /** Our own words. */
  description?: string
}

/** Limits of a value; on a string, `minimum` and `maximum` limit the number that the string spells. */
export interface Limits {
  minimum?: number
  maximum?: number
  minLength?: number
  maxLength?: number
  minItems?: number
  maxItems?: number
}

/** A path or query parameter. */
export interface Parameter {
  name: string
  in: 'path' | 'query'
  shape: Shape
}

/** How a list operation pages: what to send, and which fields of `data` answer. */
export interface Pagination {
  style: 'token' | 'cursor' | 'offset' | 'page-number'
  in: 'query' | 'body'
  /** The parameter or body field that selects the page. */
  parameter: string
  sizeParameter?: string
  /** The field of `data` that holds the next token, cursor or offset. */
  next?: string
  /** The field of `data` that says whether there are more pages. */
  more?: string
  total?: string
  /** The array of `data` that holds the items; dotted when nested. */
  items: string
}

/** One operation of one API version: everything that the documents say of it. */
export interface Operation {
  version: string
  domain: string
  method: string
  path: string
  /** The vendor's name, as it stands. */
  name: string
  /** The camelCase method name, from the vendor's name by rule or by `names.yaml`. */
  operationId: string
  parameters: Parameter[]
  contentType?: 'application/json' | 'multipart/form-data'
  /** The Content-Type header that is asked for, where it is not the one that `contentType` implies. */
  contentTypeHeader?: string
  body?: Shape
  data: Shape
  deprecated?: boolean
  markets?: string[]
  /** Our own line. */
  summary?: string
  /** The vendor's page of the operation. */
  page?: string
  scopes: string[]
  /** Error codes, with our own words where there are any. */
  errors: Map<string, string>
  /** The host, where it is not the API host. */
  server?: string
  /** The legacy version that the operation is pinned to (`202306`). */
  apiVersion?: string
  sources: string[]
  cipher?: { name: string; required: boolean }
  /** Lifted query parameters that say which shop is meant (202212). */
  identity?: string[]
  pagination?: Pagination
  readOnly?: boolean
}

/** How an operation is referred to in supplement files: `GET /order/202309/orders`. */
export function operationKey(operation: { method: string; path: string }): string {
  return `${operation.method} ${operation.path}`
}

/** Walks a shape and everything in it, with the place of each (`orders[].line_items[].id`; the root is ``). */
export function* walkShape(shape: Shape, place = ''): Generator<{ shape: Shape; place: string }> {
  yield { shape, place }
  for (const [name, field] of shape.fields ?? []) yield* walkShape(field, place === '' ? name : `${place}.${name}`)
  if (shape.items) yield* walkShape(shape.items, `${place}[]`)
}
