import type { Code, Shape, ShapeType } from '../model.ts'

/** What the supplement says of one field or parameter. */
export type SupplementEntry = Omit<Partial<Shape>, 'type' | 'fields' | 'items'> & {
  /** Only when the vendor's files lack the field; `string[]` is an array of strings. */
  type?: string
  in?: 'path' | 'query'
}

const types = ['object', 'array', 'string', 'integer', 'number', 'boolean']
const formats = ['int32', 'int64', 'decimal', 'date', 'date-time', 'uri', 'byte', 'binary']
const units = ['unix-seconds', 'unix-milliseconds', 'yyyymmdd']

const isNumber = (value: unknown): boolean => typeof value === 'number'
const isBoolean = (value: unknown): boolean => typeof value === 'boolean'
const isListOf = (test: (item: unknown) => boolean) => (value: unknown) => Array.isArray(value) && value.every(test)
const isText = (value: unknown): boolean => typeof value === 'string'
const oneOf =
  (...values: string[]) =>
  (value: unknown) =>
    isText(value) && values.includes(value as string)

const keys: Record<string, { test: (value: unknown) => boolean; want: string }> = {
  type: {
    test: (value) => isText(value) && types.includes((value as string).replace(/(\[\])+$/, '')),
    want: `one of ${types.join(', ')}, or such with [] behind it`,
  },
  in: { test: oneOf('path', 'query'), want: 'path or query' },
  format: { test: oneOf(...formats), want: `one of ${formats.join(', ')}` },
  unit: { test: oneOf(...units), want: `one of ${units.join(', ')}` },
  content: { test: oneOf('html'), want: 'html' },
  codes: { test: isCodes, want: 'a list of codes, or a map of code to short name' },
  default: { test: (value) => value !== null && value !== undefined, want: 'a value' },
  required: { test: isBoolean, want: 'true or false' },
  deprecated: { test: isBoolean, want: 'true or false' },
  markets: { test: isListOf(isText), want: 'a list of country codes' },
  id64: { test: isBoolean, want: 'true or false' },
  fileFormats: { test: isListOf(isText), want: 'a list of file formats' },
  maxSizeMb: { test: isNumber, want: 'a number' },
  minimum: { test: isNumber, want: 'a number' },
  maximum: { test: isNumber, want: 'a number' },
  minLength: { test: isNumber, want: 'a number' },
  maxLength: { test: isNumber, want: 'a number' },
  minItems: { test: isNumber, want: 'a number' },
  maxItems: { test: isNumber, want: 'a number' },
}

/** Reads an entry as it stands in YAML; a bare string is short for its type. Calls `fail` for what is not understood. */
export function parseSupplementEntry(source: unknown, fail: (what: string, remedy: string) => void): SupplementEntry {
  const entry = typeof source === 'string' ? { type: source } : source
  if (typeof entry !== 'object' || entry === null || Array.isArray(entry)) {
    fail('is neither a type nor a map', 'Write a type such as string, or a map such as { maximum: 50 }.')
    return {}
  }
  for (const [key, value] of Object.entries(entry)) {
    const rule = keys[key]
    if (!rule) fail(`has the unknown key "${key}"`, `Known keys: ${Object.keys(keys).join(', ')}.`)
    else if (!rule.test(value)) fail(`has a wrong value for "${key}"`, `Give ${rule.want}.`)
  }
  return readCodes(entry as Record<string, unknown>)
}

function isCodes(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false
  return Object.values(value).every((code) => isText(code) || (Array.isArray(value) && isNumber(code)))
}

function readCodes(entry: Record<string, unknown>): SupplementEntry {
  const { codes, ...rest } = entry
  if (codes === undefined) return rest as SupplementEntry
  if (Array.isArray(codes)) return { ...rest, codes } as SupplementEntry
  return { ...rest, codes: Object.keys(codes as object), codeNames: codes } as SupplementEntry
}

/** Makes an empty shape from a type as the supplement writes it; `object[]` gives an array of objects. */
export function shapeOfType(type: string): Shape {
  if (type.endsWith('[]')) return { type: 'array', items: shapeOfType(type.slice(0, -2)) }
  if (type === 'object') return { type: 'object', fields: new Map() }
  return { type: type as ShapeType }
}

/** Writes a code as the wire has it: a number for integers, else a string. */
export function codeOfType(type: ShapeType, code: Code): Code {
  return type === 'integer' || type === 'number' ? Number(code) : String(code)
}
