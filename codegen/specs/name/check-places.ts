import { legacyVersion } from '../model.ts'
import type { NamesFile } from '../read/names-file.ts'
import type { Problem } from '../problem.ts'
import { entryKey } from './short-names.ts'

/** Finds the places of `names.yaml` that no document has, and proposes the nearest that exists. */
export function checkPlaces(
  names: NamesFile,
  used: Set<string>,
  placesOf: (domain: string, isLegacy: boolean) => string[],
  problems: Problem[],
): void {
  for (const [domain, entries] of Object.entries(names.names)) {
    for (const [shortName, places] of Object.entries(entries)) {
      for (const place of places) {
        if (used.has(entryKey(domain, shortName, place))) continue
        const isLegacy = place.startsWith(`${legacyVersion}:`)
        const near = nearest(withoutVersion(place), candidates(placesOf(domain, isLegacy), entries))
        problems.push({
          file: names.file,
          at: `${domain}.${shortName} ${place}`,
          what: 'No version has an object or a code list at this place.',
          remedy:
            near === undefined
              ? `The domain ${domain} has none.`
              : `Correct or remove it. The nearest place is ${near}.`,
        })
      }
    }
  }
}

function withoutVersion(place: string): string {
  return place.replace(/^\d{6}:\s*/, '')
}

/** Places as they may be written: in full, and below a short name whose first place they begin with. */
function candidates(places: string[], entries: Record<string, string[]>): string[] {
  const below = Object.entries(entries).flatMap(([shortName, named]) =>
    places.flatMap((place) => {
      const first = named.map(withoutVersion).find((one) => place.startsWith(`${one}.`))
      return first === undefined ? [] : [shortName + place.slice(first.length)]
    }),
  )
  return [...places, ...below]
}

/** The candidate with the fewest edits between it and what was written. */
export function nearest(wanted: string, places: string[]): string | undefined {
  let [best, fewest]: [string | undefined, number] = [undefined, Infinity]
  for (const place of new Set(places)) {
    const edits = editDistance(wanted, place)
    if (edits < fewest) [best, fewest] = [place, edits]
  }
  return best
}

function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[b.length] ?? 0
}
