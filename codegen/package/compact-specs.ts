import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'

/** What people, generators and other tools read of a spec, and the fake shop does not: half of its size. */
export const forPeople: ReadonlySet<string> = new Set([
  'description',
  'summary',
  'externalDocs',
  'license',
  'security',
  'securitySchemes',
  'x-access-scopes',
  'x-enum-names',
  'x-markets',
  'x-sources',
])

/** Keywords whose keys are names, not keywords: a property may well be called `description`. */
const keyedByName = new Set([
  'content',
  'default',
  'parameters',
  'paths',
  'properties',
  'responses',
  'schemas',
  'x-error-codes',
])

/** Copies the documents of `specs` to `target` as far as the fake shop reads them, without line breaks. */
export function compactSpecs(specs: URL, target: URL): void {
  for (const version of readdirSync(specs).filter((name) => /^\d{6}$/.test(name))) {
    mkdirSync(new URL(`${version}/`, target), { recursive: true })
    for (const file of readdirSync(new URL(`${version}/`, specs))) {
      const document: unknown = JSON.parse(readFileSync(new URL(`${version}/${file}`, specs), 'utf8'))
      writeFileSync(new URL(`${version}/${file}`, target), JSON.stringify(compact(document)) + '\n')
    }
  }
}

/** Returns a copy of a part of a document without what only people read. */
export function compact(value: unknown, keysAreNames = false): unknown {
  if (Array.isArray(value)) return value.map((item) => compact(item))
  if (typeof value !== 'object' || value === null) return value
  const kept = Object.entries(value).filter(([key]) => keysAreNames || !forPeople.has(key))
  return Object.fromEntries(kept.map(([key, child]) => [key, compact(child, !keysAreNames && keyedByName.has(key))]))
}
