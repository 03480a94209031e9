import type { Limits, Shape } from '../model.ts'

/**
 * Makes one shape of those that stand in several places under one name.
 *
 * What one place knows (fields, codes, units, formats, limits, markets) holds for all, since a source that is silent
 * means nothing by it. Of different limits the wider holds, of different markets all do. `fail` is told where types
 * disagree.
 */
export function mergeShapes(shapes: Shape[], fail: (place: string, what: string) => void, place = ''): Shape {
  const [first] = shapes as [Shape]
  if (shapes.length === 1) return first
  const types = [...new Set(shapes.map(({ type }) => type))]
  if (types.length > 1) fail(place, `is ${types.join(' and ')}`)
  const merged: Shape = { type: first.type, ...mergeKnown(shapes), ...mergeLimits(shapes) }
  // Objects further down are components of their own, which are merged by themselves.
  if (first.type === 'object') merged.fields = place === '' ? mergeFields(shapes, fail) : (first.fields ?? new Map())
  const items = shapes.flatMap((shape) => (shape.items ? [shape.items] : []))
  if (items.length > 0) merged.items = mergeShapes(items, fail, `${place}[]`)
  return merged
}

function mergeFields(shapes: Shape[], fail: (place: string, what: string) => void): Map<string, Shape> {
  const names = [...new Set(shapes.flatMap((shape) => [...(shape.fields?.keys() ?? [])]))]
  return new Map(
    names.map((name) => {
      const fields = shapes.flatMap((shape) => shape.fields?.get(name) ?? [])
      return [name, mergeShapes(fields, fail, name)]
    }),
  )
}

function mergeKnown(shapes: Shape[]): Partial<Shape> {
  const known: Partial<Shape> = {}
  const first = <K extends keyof Shape>(key: K): Shape[K] | undefined =>
    shapes.find((shape) => shape[key] !== undefined)?.[key]
  const set = <K extends keyof Shape>(key: K, value: Shape[K] | undefined) => {
    if (value !== undefined) known[key] = value
  }
  set('format', shapes.some(({ format }) => format === 'int64') ? 'int64' : first('format'))
  for (const key of [
    'unit',
    'content',
    'required',
    'deprecated',
    'id64',
    'fileFormats',
    'maxSizeMb',
    'description',
  ] as const) {
    set(key, first(key))
  }
  const codes = [...new Set(shapes.flatMap((shape) => shape.codes ?? []))]
  if (codes.length > 0) known.codes = codes
  if (first('codeNames'))
    known.codeNames = Object.assign({}, ...shapes.map(({ codeNames }) => codeNames)) as Record<string, string>
  const markets = [...new Set(shapes.flatMap((shape) => shape.markets ?? []))]
  if (markets.length > 0) known.markets = markets
  const defaults = new Set(
    shapes.flatMap((shape) => (shape.default === undefined ? [] : [JSON.stringify(shape.default)])),
  )
  if (defaults.size === 1) set('default', first('default'))
  return known
}

function mergeLimits(shapes: Shape[]): Limits {
  const limits: Limits = {}
  const widest = (key: keyof Limits, choose: (...values: number[]) => number) => {
    const values = shapes.flatMap((shape) => shape[key] ?? [])
    if (values.length > 0) limits[key] = choose(...values)
  }
  for (const key of ['minimum', 'minLength', 'minItems'] as const) widest(key, Math.min)
  for (const key of ['maximum', 'maxLength', 'maxItems'] as const) widest(key, Math.max)
  return limits
}
