import type { Code, Limits, Shape, ShapeType } from '../../specs/model.ts'
import { without } from '../document.ts'
import { follow, type PlainDocument, type PlainSchema } from './plain-document.ts'

const types: readonly string[] = ['object', 'array', 'string', 'integer', 'number', 'boolean'] satisfies ShapeType[]
const limits = [
  'minimum',
  'maximum',
  'minLength',
  'maxLength',
  'minItems',
  'maxItems',
] as const satisfies (keyof Limits)[]

/** Where a shape is being read, and whom to tell of what is found there. */
export interface Reading {
  document: PlainDocument
  fail: (at: string, what: string, remedy: string) => void
  /** Told that the component of this name stands at this place. */
  named: (component: string, place: string) => void
}

/** Reads a schema with everything in it; references are followed, and one that leads back into itself is left open. */
export function readShape(
  reading: Reading,
  schema: PlainSchema,
  place: string,
  at: string,
  above: readonly string[] = [],
): Shape {
  if (schema.$ref !== undefined) return readReference(reading, schema, schema.$ref, place, at, above)
  const plain = withoutUnions(reading, flatten(reading, schema), at)
  const type = typeOf(plain)
  if (type === undefined) {
    reading.fail(at, `${JSON.stringify(plain.type)} is no type`, `Use one of ${types.join(', ')}.`)
    return { type: 'object', fields: new Map() }
  }
  const shape: Shape = { type, ...describe(plain) }
  if (type === 'object') shape.fields = readFields(reading, plain, place, at, above)
  if (type === 'array') shape.items = readShape(reading, plain.items ?? {}, `${place}[]`, `${at}/items`, above)
  const codes = plain.enum?.filter((code): code is Code => typeof code === 'string' || typeof code === 'number')
  if (codes && codes.length > 0 && (type === 'string' || type === 'integer' || type === 'number')) shape.codes = codes
  return shape
}

function readReference(
  reading: Reading,
  schema: PlainSchema,
  reference: string,
  place: string,
  at: string,
  above: readonly string[],
): Shape {
  const target = follow<PlainSchema>(reading.document, reference)
  if (!target) {
    reading.fail(
      at,
      `"${reference}" leads nowhere`,
      'Refer to a component of the same file, or bundle the files first.',
    )
    return { type: 'object', fields: new Map() }
  }
  if (above.includes(reference)) return { type: 'object', fields: new Map() }
  const shape = readShape(reading, target, place, at, [...above, reference])
  const name = /^#\/components\/schemas\/([A-Za-z][A-Za-z0-9]*)$/.exec(reference)?.[1]
  if (name !== undefined && (shape.type === 'object' || shape.codes)) reading.named(name, place)
  return { ...shape, ...describe(without(schema, '$ref')) }
}

function readFields(
  reading: Reading,
  schema: PlainSchema,
  place: string,
  at: string,
  above: readonly string[],
): Map<string, Shape> {
  return new Map(
    Object.entries(schema.properties ?? {}).map(([name, property]) => {
      const field = readShape(reading, property, `${place}.${name}`, `${at}/properties/${name}`, above)
      if (schema.required?.includes(name)) field.required = true
      return [name, field]
    }),
  )
}

/** Lays the parts of an allOf together. */
function flatten(reading: Reading, schema: PlainSchema): PlainSchema {
  if (!schema.allOf) return schema
  const { allOf, ...own } = schema
  return allOf
    .map((part) =>
      flatten(reading, (part.$ref === undefined ? part : follow<PlainSchema>(reading.document, part.$ref)) ?? {}),
    )
    .reduce(join, own)
}

function join(first: PlainSchema, second: PlainSchema): PlainSchema {
  const required = [...(first.required ?? []), ...(second.required ?? [])]
  const properties = { ...second.properties, ...first.properties }
  return {
    ...second,
    ...first,
    ...(required.length > 0 && { required }),
    ...(Object.keys(properties).length > 0 && { properties }),
  }
}

/** Of a union with null the other half is read; a value that may be this or that has no place in flat arguments. */
function withoutUnions(reading: Reading, schema: PlainSchema, at: string): PlainSchema {
  const { anyOf, oneOf, ...own } = schema
  const parts = (anyOf ?? oneOf ?? []).filter((part) => part.type !== 'null')
  const [first, second] = parts
  if (!first) return own
  const isOpenEnum =
    parts.length === 2 && first.enum !== undefined && second?.enum === undefined && first.type === second?.type
  if (parts.length > 1 && !isOpenEnum) {
    const remedy = 'Choose one of the alternatives: the arguments of a method are one flat object.'
    reading.fail(
      at,
      `is ${anyOf ? 'anyOf' : 'oneOf'} of ${String(parts.length)} schemas, which codegen cannot write`,
      remedy,
    )
  }
  return join(
    own,
    flatten(reading, (first.$ref === undefined ? first : follow<PlainSchema>(reading.document, first.$ref)) ?? {}),
  )
}

function typeOf({ type, properties, items, enum: codes }: PlainSchema): ShapeType | undefined {
  const named = Array.isArray(type) ? type.find((one) => one !== 'null') : type
  const implied = items ? 'array' : codes ? (typeof codes[0] === 'number' ? 'number' : 'string') : 'object'
  const found = named ?? (properties ? 'object' : implied)
  return types.includes(found) ? (found as ShapeType) : undefined
}

function describe(schema: PlainSchema): Partial<Shape> {
  const words = schema.description?.trim().split(/\n\s*\n/)[0]
  return {
    ...(words !== undefined && words !== '' && { description: words }),
    ...(schema.format !== undefined && { format: schema.format }),
    ...(schema.deprecated && { deprecated: true }),
    ...(schema.default !== undefined && schema.default !== null && { default: schema.default }),
    ...Object.fromEntries(limits.flatMap((limit) => (schema[limit] === undefined ? [] : [[limit, schema[limit]]]))),
  }
}
