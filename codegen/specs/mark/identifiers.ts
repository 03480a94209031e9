import { walkShape, type Operation, type Shape } from '../model.ts'
import { parsePlace } from '../place.ts'

const idWord = /(^|_)ids?(_list)?$/

/**
 * Marks the 64-bit identifiers that travel as JSON numbers: integers with an identifier's name that are int64, or of
 * which no size is known. An integer with known codes is a code, and an int32 fits a number. What the rule misses has
 * `id64: true` in the supplement, what it gets wrong `id64: false`.
 */
export function markIdentifiers(operation: Operation): void {
  for (const { name, shape } of operation.parameters) markWithin(name, shape)
  if (operation.body) markWithin('', operation.body)
  markWithin('', operation.data)
}

function markWithin(name: string, root: Shape): void {
  for (const { shape, place } of walkShape(root)) {
    const field =
      parsePlace(place)
        .filter((step) => step !== '[]')
        .at(-1) ?? name
    if (shape.type !== 'integer' || shape.id64 !== undefined || shape.codes || !idWord.test(field)) continue
    if (shape.format === 'int32') continue
    shape.id64 = true
    shape.format = 'int64'
  }
}
