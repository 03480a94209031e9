import type { Found, Schema } from '../specs.ts'
import { resolve } from '../specs.ts'

/** Schema keywords that only this check reads. */
interface Marked extends Schema {
  'x-unit'?: string
  maxItems?: number
}

/** What a value of an answer should look like besides its type. `now` is Unix seconds. */
export interface Expectation {
  document: Found['document']
  now: number
  /** Fields that may be missing: the token of a last page. */
  mayMiss: string[]
}

const day = 24 * 60 * 60

/** Lists where a value differs from its schema, stricter than JSON Schema: all fields present, none unknown, formats and units kept. */
export function differences(value: unknown, given: Schema, place: string, expected: Expectation): string[] {
  const schema = resolve(expected.document, given) as Marked
  if (schema.allOf) return differences(value, merged(schema, expected), place, expected)
  const type = schema.type ?? schema.anyOf?.[0]?.type
  if (schema.properties) return ofObject(value, schema, place, expected)
  if (type === 'array') {
    if (!Array.isArray(value)) return [`${place} is no array`]
    const tooMany = value.length > (schema.maxItems ?? Infinity) ? [`${place} has ${value.length} items`] : []
    return [
      ...tooMany,
      ...value.flatMap((item, at) => differences(item, schema.items ?? {}, `${place}[${at}]`, expected)),
    ]
  }
  const fits = schema['x-64-bit-id'] ? isUnsafeInteger(value) : hasType(value, type)
  const wrong = fits ? wrongFormat(value, schema, expected.now) : `is ${JSON.stringify(value)}, no ${type}`
  return wrong === undefined ? [] : [`${place} ${wrong}`]
}

function ofObject(value: unknown, schema: Schema, place: string, expected: Expectation): string[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [`${place} is no object`]
  const fields = value as Record<string, unknown>
  // An object that would tell what failed is empty.
  if (/(fail|warning)/.test(place) && Object.keys(fields).length === 0) return []
  const unknown = Object.keys(fields).filter((name) => !schema.properties?.[name])
  const known = Object.entries(schema.properties ?? {})
  return [
    ...unknown.map((name) => `${place}.${name} is not in the schema`),
    ...known.flatMap(([name, property]) => {
      if (name in fields) return differences(fields[name], property, `${place}.${name}`, expected)
      return expected.mayMiss.includes(name) ? [] : [`${place}.${name} is missing`]
    }),
  ]
}

/** One object schema out of the parts of an `allOf`. */
function merged(schema: Schema, { document }: Expectation): Schema {
  const parts = schema.allOf!.map((part) => resolve(document, part))
  return {
    type: 'object',
    properties: Object.assign({}, ...parts.map((part) => part.properties)) as Record<string, Schema>,
  }
}

const isUnsafeInteger = (value: unknown) =>
  typeof value === 'string' &&
  /^int64:\d{19}$/.test(value) &&
  BigInt(value.slice(6)) > 2n ** 53n &&
  BigInt(value.slice(6)) < 2n ** 63n

function hasType(value: unknown, type: string | undefined): boolean {
  if (type === undefined) return true
  return type === 'integer' ? Number.isSafeInteger(value) : typeof value === type
}

function wrongFormat(value: unknown, schema: Marked, now: number): string | undefined {
  const { minimum = -Infinity, maximum = Infinity, minLength = 0, maxLength = Infinity } = schema
  const shown = JSON.stringify(value)
  if (typeof value === 'number' && (value < minimum || value > maximum)) return `is ${shown}, outside its limits`
  if (schema.format === 'int32' && Math.abs(value as number) >= 2 ** 31) return `is ${shown}, no 32-bit number`
  const unit = { 'unix-seconds': 1, 'unix-milliseconds': 1000 }[schema['x-unit'] ?? '']
  if (unit && Math.abs(Number(value) / unit - now) > 400 * day) return `is ${shown}, far from now`
  if (typeof value !== 'string') return undefined
  if (value.length < minLength || value.length > maxLength) return `is ${shown}, of a wrong length`
  const formats: Record<string, RegExp> = {
    decimal: /^\d+(\.\d+)?$/,
    date: /^\d{4}-\d\d-\d\d$/,
    'date-time': /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/,
    uri: /^https:\/\/[\w.]+\/\w+$/,
    byte: /^[\w+/]+=*$/,
  }
  return formats[schema.format ?? '']?.test(value) === false ? `is ${shown}, no ${schema.format}` : undefined
}
