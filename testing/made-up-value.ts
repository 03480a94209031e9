import { makeText } from './made-up-text.ts'
import type { Dice } from './random.ts'
import type { SpecDocument, SpecSchema } from './spec-document.ts'
import { knownCodes, resolveSchema, typeOf } from './spec-document.ts'

/** What all values of one answer depend on. */
export interface Making {
  document: SpecDocument
  dice: Dice
  /** Unix seconds at the last midnight (UTC): times lie around it, so that answers stay the same all day. */
  midnight: number
  /** Fields whose value is known wherever they occur: the shop's own identifier and ciphers. */
  own: Record<string, unknown>
  /** Values of the request by name, which filters that are named like a field hold it to. */
  asked: Record<string, unknown>
}

/** Where in an answer a value stands. `key` is what it is drawn by; `owner` is the object around it, in the singular. */
export interface Place {
  name: string
  owner: string
  key: string
}

const day = 24 * 60 * 60
const deepest = 12

/** Makes up a value that conforms to a schema, with every field it has. */
export function makeValue(given: SpecSchema, place: Place, making: Making, depth = 0): unknown {
  const schema = resolveSchema(making.document, given)
  const type = typeOf(schema)
  if (tellsOfFailure(place.name) && !schema.format) {
    const nothing: Record<string, unknown> = {
      array: [],
      object: {},
      string: '',
      integer: 0,
      number: 0,
      boolean: false,
    }
    if (type !== undefined) return nothing[type]
  }
  const own = making.own[place.name]
  if (own !== undefined && fits(own, schema)) return own
  if (schema.properties) return depth > deepest ? {} : makeObject(schema, place, making, {}, depth)
  const codes = knownCodes(schema)
  if (codes.length > 0) return codes.includes('USD') ? 'USD' : making.dice.pick(place.key, codes)
  switch (type) {
    case 'array':
      return makeArray(schema, place, making, depth)
    case 'string':
      return makeString(schema, place, making)
    case 'integer':
    case 'number':
      return makeNumber(schema, place, making)
    case 'boolean':
      return /success/.test(place.name) || making.dice.fraction(place.key) < 0.3
    default:
      return {}
  }
}

/**
 * Makes up an object. Its fields are drawn by its identifier, so that an order looks the same in a list and in its detail.
 *
 * @param preset fields whose value is given; those that do not fit the schema are left aside
 */
export function makeObject(
  given: SpecSchema,
  place: Place,
  making: Making,
  preset: Record<string, unknown> = {},
  depth = 0,
): Record<string, unknown> {
  const schema = resolveSchema(making.document, given)
  const properties = schema.properties ?? {}
  const identifier = identifierOf(schema, place.owner)
  const fixed: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(preset)) {
    const property = properties[name] && resolveSchema(making.document, properties[name])
    const converted = property && asType(value, property)
    if (converted !== undefined) fixed[name] = converted
  }
  let key = place.key
  if (identifier !== undefined) {
    fixed[identifier] ??= makeValue(
      properties[identifier]!,
      { name: identifier, owner: place.owner, key: `${key}/${identifier}` },
      making,
    )
    key = `#${String(fixed[identifier])}`
  }
  const made: Record<string, unknown> = {}
  for (const [name, property] of Object.entries(properties)) {
    made[name] =
      name in fixed
        ? fixed[name]
        : makeValue(property, { name, owner: place.owner, key: `${key}/${name}` }, making, depth + 1)
  }
  return made
}

/** Returns the field that identifies an object: `id`, or `order_id` in an array of orders. */
export function identifierOf(schema: SpecSchema, owner: string): string | undefined {
  return ['id', `${owner}_id`].find((name) => schema.properties?.[name])
}

/** Turns the name of an array into that of one of its items: `return_orders` into `return_order`, `order_list` into `order`. */
export function singular(name: string): string {
  return name
    .replace(/_list$/, '')
    .replace(/ies$/, 'y')
    .replace(/(ss|x|ch|sh)es$/, '$1')
    .replace(/([^s])s$/, '$1')
}

/** Gives a value out of a request the type that the schema wants; `undefined` when it does not fit. */
export function asType(value: unknown, schema: SpecSchema): unknown {
  if (schema['x-64-bit-id'] && /^\d{1,19}$/.test(String(value))) return BigInt(String(value))
  if (fits(value, schema)) return value
  const type = typeOf(schema)
  if ((type === 'integer' || type === 'number') && typeof value === 'string' && /^-?\d{1,15}$/.test(value))
    return Number(value)
  if (type === 'boolean' && (value === 'true' || value === 'false')) return value === 'true'
  return undefined
}

function fits(value: unknown, schema: SpecSchema): boolean {
  const type = typeOf(schema)
  return typeof value === (type === 'integer' ? 'number' : type) && typeof value !== 'object'
}

/** A right request is answered as a success: the fields that would list what failed are there, and empty. */
function tellsOfFailure(name: string): boolean {
  return /(^|_)(fail|failed|error|errors|warning|warnings|invalid|ineligible)(_|$)/.test(name)
}

function makeArray(schema: SpecSchema, place: Place, making: Making, depth: number): unknown[] {
  const items = resolveSchema(making.document, schema.items ?? {})
  const owner = singular(place.name)
  // A grant of this shop covers one shop and one category asset; its list of either has one entry.
  if (items.properties?.['cipher']) {
    return [
      makeObject(items, { name: '', owner, key: `${place.key}/0` }, making, { id: making.own['shop_id'] }, depth + 1),
    ]
  }
  const wished = making.dice.integer(`${place.key}#count`, 1, 2)
  const count = Math.max(schema.minItems ?? 0, Math.min(wished, schema.maxItems ?? wished))
  const made = Array.from({ length: count }, (_, at) =>
    makeValue(items, { name: items.properties ? '' : place.name, owner, key: `${place.key}/${at}` }, making, depth + 1),
  )
  return items.properties ? made : [...new Set(made)]
}

function makeString(schema: SpecSchema, place: Place, making: Making): string {
  const { dice } = making
  const text = (() => {
    const unit = schema['x-unit']
    if (unit === 'unix-seconds') return String(makeTime(place, making))
    if (unit === 'unix-milliseconds') return String(makeTime(place, making) * 1000)
    if (schema['x-content'] === 'html') return '<p>Made for everyday use, tested and packed with care.</p>'
    if (schema.minimum !== undefined || schema.maximum !== undefined) return String(makeNumber(schema, place, making))
    switch (schema.format) {
      case 'decimal':
        return (dice.integer(place.key, 100, 20_000) / 100).toFixed(2)
      case 'date':
        return isoTime(place, making).slice(0, 10)
      case 'date-time':
        return isoTime(place, making)
      case 'uri':
        return `https://shop.example.com/${dice.text(place.key, 12, '0123456789abcdef')}`
      case 'byte':
        return btoa(dice.text(place.key, 24, 'abcdefghijklmnopqrstuvwxyz'))
      default:
        return makeText(place.name, {
          dice,
          key: place.key,
          owner: place.owner,
          date: () => isoTime(place, making).slice(0, 10),
        })
    }
  })()
  return text.padEnd(schema.minLength ?? 0, '0').slice(0, schema.maxLength)
}

function makeNumber(schema: SpecSchema, place: Place, making: Making): number | bigint {
  const { dice } = making
  const { name, key } = place
  if (schema['x-64-bit-id']) return BigInt(`17${dice.digits(key, 16)}${dice.pick(`${key}!`, [1, 3, 7, 9])}`)
  switch (schema['x-unit']) {
    case 'unix-seconds':
      return makeTime(place, making)
    case 'unix-milliseconds':
      return makeTime(place, making) * 1000
    case 'yyyymmdd':
      return Number(isoTime(place, making).slice(0, 10).replaceAll('-', ''))
  }
  const natural: [least: number, most: number] = /rate|percent|basis/.test(name)
    ? [100, 3000]
    : /_id$|^id$/.test(name)
      ? [100_000, 999_999]
      : [1, 50]
  const least = schema.minimum ?? Math.min(natural[0], schema.maximum ?? natural[0])
  const most = Math.max(least, Math.min(schema.maximum ?? Infinity, least + natural[1]))
  return dice.integer(key, Math.ceil(least), Math.floor(most))
}

function isoTime(place: Place, making: Making): string {
  return new Date(makeTime(place, making) * 1000).toISOString().replace('.000Z', 'Z')
}

/** Days before midnight in which a time of that name lies: created before paid before updated, deadlines ahead. */
const spans: [RegExp, from: number, to: number][] = [
  [/create|start|begin|^order_time/, 12, 9],
  [/paid|payment|approve|confirm/, 9, 7],
  [/update|modif/, 1, 0],
  [/expire|expir|deadline|due|sla|estimate|latest|end|close|cutoff|valid/, -2, -14],
]

/** Makes up a Unix time in seconds near now, inside what a filter such as `create_time_ge` asked for. */
function makeTime({ name, key }: Place, making: Making): number {
  const [, from, to] = spans.find(([pattern]) => pattern.test(name)) ?? [undefined, 7, 1]
  const time = making.midnight - making.dice.integer(key, to * day, from * day)
  const bound = (...suffixes: string[]) =>
    suffixes.map((suffix) => Number(making.asked[name + suffix])).find((limit) => Number.isInteger(limit) && limit > 0)
  const least = bound('_ge', '_gt', '_from')
  const most = bound('_lt', '_le', '_to')
  if ((least === undefined || time >= least) && (most === undefined || time < most)) return time
  const low = least ?? most! - day
  return making.dice.integer(key, low, Math.max(low, (most ?? low + day) - 1))
}
