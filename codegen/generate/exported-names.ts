import { SpecsError, type Problem } from '../specs/problem.ts'
import { pointer } from './document.ts'
import type { DomainPin, Pin } from './lineage.ts'
import { namesOf } from './shared-shapes.ts'

/** Which declaration a name stands for: `202309/order`, or `202309/shared` where domains share it. */
type Declarations = Map<string, { version: string; id: string }>

/** The names that the domains of a version share, by version. */
export type SharedNames = ReadonlyMap<string, ReadonlySet<string>>

/**
 * Finds the names that two domains of a pin export for different declarations, each with the domain whose declaration the pin has: the one
 * of the newest version.
 *
 * @throws {SpecsError} when two are of the same version
 */
export function contestedNames({ domains }: Pin, shared: SharedNames): Map<string, DomainPin> {
  const winners = new Map<string, { version: string; id: string; pin: DomainPin }>()
  const contested = new Map<string, DomainPin>()
  const problems: Problem[] = []
  for (const pin of domains) {
    for (const [name, { version, id }] of exportedNames(pin, shared)) {
      const other = winners.get(name)
      if (!other) winners.set(name, { version, id, pin })
      else if (other.id !== id) {
        if (other.version === version) {
          const what = `"${name}" is in ${other.pin.model.file} too, and stands for something else there`
          const remedy = 'Give one of the two another name (of this project: in specs/supplement/names.yaml).'
          problems.push({ file: pin.model.file, at: pointer('components', 'schemas', name), what, remedy })
        }
        if (version > other.version) winners.set(name, { version, id, pin })
        contested.set(name, (winners.get(name) ?? other).pin)
      }
    }
  }
  if (problems.length > 0) throw new SpecsError(problems)
  return contested
}

/** What a domain file exports: its own declarations, and those of the files before it that it does not declare anew. */
function exportedNames({ version, model, previous }: DomainPin, shared: SharedNames): Declarations {
  const names: Declarations = previous ? exportedNames(previous, shared) : new Map<string, never>()
  for (const [name] of namesOf(model)) {
    const id = `${version}/${shared.get(version)?.has(name) ? 'shared' : model.domain}`
    names.set(name, { version, id })
  }
  return names
}
