import type { Shape } from './model.ts'

/** Splits a place such as `orders[].id` into its steps: `['orders', '[]', 'id']`. */
export function parsePlace(place: string): string[] {
  return place
    .split('.')
    .flatMap((part) => {
      const name = part.replace(/(\[\])+$/, '')
      const arrays = (part.length - name.length) / 2
      return [name, ...Array<string>(arrays).fill('[]')]
    })
    .filter((step) => step !== '')
}

/** Joins steps to a place again: `['orders', '[]', 'id']` gives `orders[].id`. */
export function formatPlace(steps: string[]): string {
  return steps.reduce((place, step) => place + (step === '[]' || place === '' ? step : `.${step}`), '')
}

/** Finds the shape at a place below a root, or undefined. */
export function shapeAt(root: Shape | undefined, steps: string[]): Shape | undefined {
  let shape = root
  for (const step of steps) shape = step === '[]' ? shape?.items : shape?.fields?.get(step)
  return shape
}

/**
 * Tells whether a place holds for a version, and gives it without the prefix: `202212:GetOrderList.data` is for that
 * version alone, and a place without a prefix never means the legacy API, whose operations share names but not shapes.
 */
export function placeInVersion(place: string, version: string, legacyVersion: string): string | undefined {
  const [, pinned, rest = ''] = /^(?:(\d{6}):\s*)?(.*)$/.exec(place) ?? []
  if (pinned !== undefined) return pinned === version ? rest : undefined
  return version === legacyVersion ? undefined : rest
}
