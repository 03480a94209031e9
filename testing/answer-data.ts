import type { Making } from './made-up-value.ts'
import { asType, identifierOf, makeObject, makeValue, singular } from './made-up-value.ts'
import type { Operation } from './operations.ts'
import { findPage } from './pages.ts'
import type { Refusal } from './refusals.ts'
import type { SpecSchema } from './spec-document.ts'
import { resolveSchema, typeOf } from './spec-document.ts'

/** Everything the `data` of an answer is made from. */
export interface AnswerSource {
  operation: Operation
  pathParameters: Record<string, string>
  /** Parameters and body fields by name, as sent: texts from path and query, JSON values from the body. */
  asked: Record<string, unknown>
  /** Tells apart requests that create something: the body as text. */
  bodyText: string
  /** How many items a list has in all. */
  collectionSize: number
  making: Making
}

/** The `data` of an answer, or why there is none. */
export type MadeData = { data: Record<string, unknown>; refusal?: never } | { refusal: Refusal; data?: never }

/** Makes the `data` of a right request, or the refusal of a pagination token that this shop never gave. */
export function makeData(source: AnswerSource): MadeData {
  const { operation, making, pathParameters, asked, bodyText } = source
  if (!operation.data) return { data: {} }
  const schema = resolveSchema(operation.document, operation.data)
  const lastPlaceholder = /\{([^{}]+)\}$/.exec(operation.template)?.[1]
  const path = Object.entries(pathParameters).reduce(
    (text, [name, value]) => text.replace(`{${name}}`, value),
    operation.template,
  )
  // What is read is drawn by its path, so that it stays what it is; what is made is drawn by what it is made of.
  const key = operation.method === 'GET' ? path : `${operation.method} ${path} ${bodyText}`
  const preset = { ...asked, ...(lastPlaceholder !== undefined && { id: pathParameters[lastPlaceholder] }) }
  const data = makeObject(schema, { name: 'data', owner: ownerOf(operation), key }, making, preset)
  if (operation.pagination) return addPage(data, schema, source)
  return { data: answerIdentifiers(data, schema, source) }
}

/** Replaces the array of items by the page that is asked for. */
function addPage(data: Record<string, unknown>, schema: SpecSchema, source: AnswerSource): MadeData {
  const { operation, asked, collectionSize, making } = source
  const pagination = operation.pagination!
  const label = `${operation.method} ${operation.template}`
  const page = findPage(pagination, asked, label, collectionSize, defaultSize(operation))
  if ('code' in page) return { refusal: page }
  for (const [name, value] of Object.entries(page.fields)) {
    const { holder, holderSchema, last } = follow(name, data, schema, operation)
    const type = typeOf(resolveSchema(operation.document, holderSchema.properties?.[last] ?? {}))
    // JSON leaves out what is undefined: the last page of a token list has no token.
    holder[last] = type === 'string' && value !== undefined ? String(value) : value
  }
  const { holder, holderSchema, last } = follow(pagination.items, data, schema, operation)
  const array = resolveSchema(operation.document, holderSchema.properties?.[last] ?? {})
  const collection = `${operation.template.split('/')[1]}/${last}`
  holder[last] = Array.from({ length: page.to - page.from }, (_, at) =>
    makeItem(array.items ?? {}, last, `${collection}/${page.from + at}`, { ...making, asked }, operation),
  )
  return { data }
}

/** Reads the default of the parameter for the size of a page, which stands in the query or in the body. */
function defaultSize({ document, parameters, body, pagination }: Operation): number | undefined {
  const name = pagination?.sizeParameter ?? ''
  const fields = body && resolveSchema(document, body.schema).properties
  const schema = parameters.find((parameter) => parameter.name === name)?.schema ?? fields?.[name]
  const size = schema && Number(resolveSchema(document, schema).default)
  return size !== undefined && Number.isFinite(size) ? size : undefined
}

/** Finds the object that holds a field named by a dotted path. */
function follow(path: string, data: Record<string, unknown>, schema: SpecSchema, operation: Operation) {
  const steps = path.split('.')
  const last = steps.pop() ?? path
  let holder = data
  let holderSchema = schema
  for (const step of steps) {
    holder = holder[step] as Record<string, unknown>
    holderSchema = resolveSchema(operation.document, holderSchema.properties?.[step] ?? {})
  }
  return { holder, holderSchema, last }
}

function makeItem(items: SpecSchema, arrayName: string, key: string, making: Making, operation: Operation): unknown {
  const schema = resolveSchema(operation.document, items)
  const owner = singular(arrayName)
  if (!schema.properties) return makeValue(schema, { name: arrayName, owner, key }, making)
  return makeObject(schema, { name: '', owner, key }, making, filtered(schema, owner, key, making))
}

/** Holds the items to filters of the request that are named like their fields: `order_status` filters `status` of an order. */
function filtered(schema: SpecSchema, owner: string, key: string, { asked, dice }: Making): Record<string, unknown> {
  const held: Record<string, unknown> = {}
  for (const name of Object.keys(schema.properties ?? {})) {
    if (name === identifierOf(schema, owner)) continue
    const filter = [name, `${owner}_${name}`, `${name}s`, `${name}_list`]
      .map((candidate) => asked[candidate])
      .find((value) => value != null)
    if (filter === undefined || filter === 'ALL' || filter === '') continue
    held[name] = Array.isArray(filter) && filter.length > 0 ? dice.pick(`${key}/${name}`, filter as unknown[]) : filter
  }
  return held
}

/** Answers a read of several identifiers (`ids`, `order_id_list`) with one item for each. */
function answerIdentifiers(
  data: Record<string, unknown>,
  schema: SpecSchema,
  { operation, asked, making }: AnswerSource,
): Record<string, unknown> {
  const lists = Object.entries(asked).filter(([name]) => /^ids$|_ids$|_id_list$/.test(name))
  const arrays = Object.entries(schema.properties ?? {}).filter(
    ([name, property]) =>
      Array.isArray(data[name]) &&
      data[name].length > 0 &&
      typeOf(resolveSchema(operation.document, property)) === 'array',
  )
  const [list, array] = [lists[0], arrays[0]]
  if (lists.length !== 1 || arrays.length !== 1 || !list || !array) return data
  const items = resolveSchema(operation.document, resolveSchema(operation.document, array[1]).items ?? {})
  const owner = singular(array[0])
  const identifier = identifierOf(items, owner)
  if (identifier === undefined) return data
  const identifiers =
    typeof list[1] === 'string' ? list[1].split(',') : Array.isArray(list[1]) ? (list[1] as unknown[]) : []
  const wanted = identifiers.filter(
    (value) => asType(value, resolveSchema(operation.document, items.properties![identifier]!)) !== undefined,
  )
  data[array[0]] = wanted.map((value) =>
    makeObject(items, { name: '', owner, key: String(value) }, making, { [identifier]: value }),
  )
  return data
}

/** `/product/202309/products/{product_id}` answers with a product. */
function ownerOf({ template }: Operation): string {
  return singular(
    template
      .split('/')
      .filter((segment) => segment !== '' && !segment.startsWith('{'))
      .at(-1) ?? '',
  )
}
