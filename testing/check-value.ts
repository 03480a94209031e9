import type { Refusal } from './refusals.ts'
import { refuse } from './refusals.ts'
import type { SpecDocument, SpecSchema } from './spec-document.ts'
import { resolveSchema, typeOf } from './spec-document.ts'

/** What a check needs to know besides the value, and where it notes fields that the spec does not have. */
export interface Checking {
  document: SpecDocument
  /** The code for a value outside its limits differs by operation, see `judge.ts`. */
  outOfRange: 'parameter' | 'outOfRange'
  /** Gathers the fields that the spec does not have; the service takes no notice of them, so this refuses nothing. */
  ignored: string[]
}

const names: Record<string, string> = { integer: 'int64', number: 'float64', boolean: 'bool' }

/**
 * Checks a value out of a JSON body against its schema: type, required fields, limits. Unknown codes pass, as code lists are open.
 * `null` counts as not sent [U]. The three message shapes quoted in the protocol are kept, as the runtime reads them.
 */
export function checkValue(value: unknown, given: SpecSchema, place: string, checking: Checking): Refusal | undefined {
  const schema = resolveSchema(checking.document, given)
  const expected = typeOf(schema)
  if (expected !== undefined && !hasType(value, expected)) {
    return refuse(
      'parameter',
      `param ${place} type invalid. actual type:${nameType(value)}, expected type:${names[expected] ?? expected}`,
    )
  }
  if (Array.isArray(value)) return checkArray(value, schema, place, checking)
  if (typeof value === 'object' && value !== null)
    return checkObject(value as Record<string, unknown>, schema, place, checking)
  return checkLimits(value, schema, `param ${place}`, checking)
}

/** Checks the fields of an object, required ones first, as a reader of the message would expect. */
export function checkObject(
  value: Record<string, unknown>,
  schema: SpecSchema,
  place: string,
  checking: Checking,
): Refusal | undefined {
  for (const name of schema.required ?? []) {
    if (value[name] == null) return refuse('parameter', `param ${place}.${name} is missing`)
  }
  for (const [name, part] of Object.entries(value)) {
    const property = schema.properties?.[name]
    if (!property && schema.properties) checking.ignored.push(`${place}.${name}`)
    const refusal = property && part != null ? checkValue(part, property, `${place}.${name}`, checking) : undefined
    if (refusal) return refusal
  }
  return undefined
}

/** Checks a value that travels as text: a query or path parameter, or a text field of a form. An array is one text joined by commas. */
export function checkText(
  text: string,
  given: SpecSchema,
  name: string,
  where: string,
  checking: Checking,
): Refusal | undefined {
  const schema = resolveSchema(checking.document, given)
  const type = typeOf(schema)
  if (type === 'array') {
    const parts = text.split(',')
    const count = checkCount(parts.length, schema, capitalised(name), checking)
    if (count) return count
    for (const part of parts) {
      const refusal = checkText(part, schema.items ?? {}, name, where, checking)
      if (refusal) return refusal
    }
    return undefined
  }
  const typed = readText(text, type)
  if (typed === undefined) {
    return refuse(
      'parameter',
      `param ${where}.${name} type invalid. actual type:string, expected type:${names[type!] ?? type}`,
    )
  }
  return checkLimits(typed, schema, capitalised(name), checking)
}

/** Spells a parameter as the service's validation messages do: `page_size` is `PageSize`. */
export function capitalised(name: string): string {
  return name.replaceAll(/(?:^|_+)(\w)/g, (_, letter: string) => letter.toUpperCase())
}

function readText(text: string, type: string | undefined): unknown {
  if (type === 'integer') return /^-?\d+$/.test(text) ? Number(text) : undefined
  if (type === 'number') return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : undefined
  if (type === 'boolean') return text === 'true' ? true : text === 'false' ? false : undefined
  return text
}

function checkArray(value: unknown[], schema: SpecSchema, place: string, checking: Checking): Refusal | undefined {
  const count = checkCount(value.length, schema, `param ${place}`, checking)
  if (count) return count
  for (const [at, part] of value.entries()) {
    const refusal = checkValue(part, schema.items ?? {}, `${place}[${at}]`, checking)
    if (refusal) return refusal
  }
  return undefined
}

function checkCount(count: number, schema: SpecSchema, what: string, checking: Checking): Refusal | undefined {
  if (schema.maxItems !== undefined && count > schema.maxItems) {
    return refuse(
      checking.outOfRange,
      `${what} is invalid, at most ${schema.maxItems} items are allowed, not ${count}.`,
    )
  }
  if (schema.minItems !== undefined && count < schema.minItems) {
    return refuse(
      checking.outOfRange,
      `${what} is invalid, at least ${schema.minItems} items are needed, not ${count}.`,
    )
  }
  return undefined
}

/** `minimum` and `maximum` on a string limit the number that it spells; JSON Schema knows no such thing, the vendor's documents do. */
function checkLimits(value: unknown, schema: SpecSchema, what: string, checking: Checking): Refusal | undefined {
  const { minimum = -Infinity, maximum = Infinity, minLength = 0, maxLength = Infinity } = schema
  const spelt =
    typeof value === 'number' || typeof value === 'bigint' || typeof value === 'string' ? Number(value) : NaN
  const limited = schema.minimum !== undefined || schema.maximum !== undefined
  if (limited && !(spelt >= minimum && spelt <= maximum)) {
    return refuse(checking.outOfRange, `${what} is invalid, allowed range: ${range(schema.minimum, schema.maximum)}.`)
  }
  if (typeof value === 'string' && (value.length > maxLength || value.length < minLength)) {
    return refuse(
      checking.outOfRange,
      `${what} is invalid, allowed length: ${range(schema.minLength, schema.maxLength)}.`,
    )
  }
  return undefined
}

function range(least: number | undefined, most: number | undefined): string {
  if (least === undefined) return `at most ${most}`
  return most === undefined ? `at least ${least}` : `${least} to ${most}`
}

function hasType(value: unknown, type: string): boolean {
  switch (type) {
    case 'integer':
      return typeof value === 'number' && Number.isInteger(value)
    case 'object':
      return typeof value === 'object' && value !== null && !Array.isArray(value)
    case 'array':
      return Array.isArray(value)
    default:
      return typeof value === type
  }
}

function nameType(value: unknown): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'array'
  if (typeof value === 'number') return Number.isInteger(value) ? 'int64' : 'float64'
  return names[typeof value] ?? typeof value
}
