import { SpecsError, type Problem } from '../specs/problem.ts'
import { methods, pointer, type Method } from './document.ts'
import type { DomainModel, OperationModel } from './model.ts'

/** An operation as a pin has it. */
export interface PinnedOperation {
  /** Its method name in the pin: the operation's own, unless a newer operation has taken that over. */
  name: string
  /** The newest version of the operation that is not later than the pin. */
  version: string
  operation: OperationModel
  model: DomainModel
}

/** A domain as of a version that changes it: what one real file generated/<version>/<domain>.ts holds. */
export interface DomainPin {
  version: string
  model: DomainModel
  operations: PinnedOperation[]
  /** What this version puts newer operations in the place of, under the names of the pin before. */
  replaced: PinnedOperation[]
  /** The domain as it was before this version. */
  previous?: DomainPin
}

/** The API as of a version. */
export interface Pin {
  version: string
  /** The versions whose operations it is made of, oldest first; the last is its own. */
  versions: string[]
  /** The domains that the version itself has operations of. */
  own: DomainModel[]
  /** Every domain, sorted by name, as the newest version that changes it left it. */
  domains: DomainPin[]
}

/** Another API, whose paths hold no version: nothing of it goes on in later versions. */
const legacyVersion = '202212'

/** Marks each operation that a later version has too with the newest one that does. */
export function markReplaced(models: readonly DomainModel[]): void {
  const newest = new Map<string, { version: string; operation: OperationModel }>()
  const backwards = [...models].sort((a, b) => (a.version > b.version ? -1 : 1))
  for (const model of backwards.filter(({ version }) => version !== legacyVersion)) {
    for (const operation of model.operations) {
      const key = `${model.domain} ${lineageKey(operation)}`
      const newer = newest.get(key)
      if (newer)
        operation.newer = { version: newer.version, method: newer.operation.method, path: newer.operation.path }
      else newest.set(key, { version: model.version, operation })
    }
  }
}

/**
 * Composes the API as of each version, the oldest first: every operation in its newest version that is not later.
 *
 * @throws {SpecsError} when two operations of a pin would have one name
 */
export function pinVersions(models: readonly DomainModel[]): Pin[] {
  const problems: Problem[] = []
  const pins: Pin[] = []
  let before: Pin | undefined
  for (const version of [...new Set(models.map((model) => model.version))].sort()) {
    const own = models.filter((model) => model.version === version).sort((a, b) => (a.domain < b.domain ? -1 : 1))
    const pin = nextPin(version === legacyVersion ? undefined : before, version, own, problems)
    pins.push(pin)
    if (version !== legacyVersion) before = pin
  }
  if (problems.length > 0) throw new SpecsError(problems)
  return pins
}

function nextPin(before: Pin | undefined, version: string, own: DomainModel[], problems: Problem[]): Pin {
  const domains = new Map(before?.domains.map((pin) => [pin.model.domain, pin]))
  for (const model of own) domains.set(model.domain, nextDomain(domains.get(model.domain), model, problems))
  return {
    version,
    versions: [...(before?.versions ?? []), version],
    own,
    domains: [...domains.values()].sort((a, b) => (a.model.domain < b.model.domain ? -1 : 1)),
  }
}

function nextDomain(previous: DomainPin | undefined, model: DomainModel, problems: Problem[]): DomainPin {
  const { version } = model
  const own = model.operations.map((operation) => ({ name: operation.name, version, operation, model }))
  const ownKeys = new Set(model.operations.map(lineageKey))
  const ownNames = new Set(own.map(({ name }) => name))
  const isReplaced = ({ operation }: PinnedOperation) => ownKeys.has(lineageKey(operation))
  const before = previous?.operations ?? []
  const kept = before
    .filter((pinned) => !isReplaced(pinned))
    .map((pinned) =>
      ownNames.has(pinned.name) ? { ...pinned, name: `${pinned.operation.name}${pinned.version}` } : pinned,
    )
  for (const { name } of kept.filter((pinned) => ownNames.has(pinned.name))) {
    problems.push({
      file: model.file,
      at: pointer('paths'),
      what: `"${name}" is the name that an older operation has since a newer one took over its own`,
      remedy: 'Give the operation another name (of this project: in specs/supplement/names.yaml).',
    })
  }
  return {
    version,
    model,
    operations: [...own, ...kept].sort((a, b) => compareKeys(sortKey(a.operation), sortKey(b.operation))),
    replaced: before.filter(isReplaced),
    ...(previous && { previous }),
  }
}

/** What an operation is known by from version to version: method and path without the version segment. */
export function lineageKey({ method, path }: Pick<OperationModel, 'method' | 'path'>): string {
  return `${method} ${versionless(path)}`
}

/** Writes a path with `{version}` in place of its version segment. */
export function versionless(path: string): string {
  return path.replace(/\/\d{6}(?=\/|$)/, '/{version}')
}

function sortKey({ method, path }: OperationModel): [string, number] {
  return [versionless(path), methods.indexOf(method.toLowerCase() as Method)]
}

function compareKeys([path, method]: [string, number], [otherPath, otherMethod]: [string, number]): number {
  return path === otherPath ? method - otherMethod : path < otherPath ? -1 : 1
}
