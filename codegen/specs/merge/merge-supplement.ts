import { mergeEntry } from './merge-entry.ts'
import { operationKey, type Operation, type Shape } from '../model.ts'
import { formatPlace, parsePlace, shapeAt } from '../place.ts'
import type { Problem } from '../problem.ts'
import { shapeOfType, type SupplementEntry } from '../read/supplement-entry.ts'
import type { SupplementOperation } from '../read/supplement.ts'

/** Two sources that say different things of one field, and which of them stands. */
export interface Contradiction {
  operation: string
  place: string
  what: string
  stands: string
}

/** The operations of both sources, sorted by version, domain, path and method. */
export interface Merged {
  operations: Operation[]
  contradictions: Contradiction[]
}

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE']

/** Merges the supplement into the vendor's operations. Problems are added to the list; the operations are changed in place. */
export function mergeSupplement(vendor: Operation[], supplement: SupplementOperation[], problems: Problem[]): Merged {
  const byKey = new Map(vendor.map((operation) => [operationKey(operation), operation]))
  const contradictions: Contradiction[] = []
  for (const source of supplement) {
    const key = operationKey(source)
    const fail = (place: string, what: string, remedy: string) => {
      problems.push({ file: source.file, at: place === '' ? key : `${key} ${place}`, what, remedy })
    }
    const known = byKey.get(key)
    if (known && source.name !== undefined && source.name !== known.name) {
      const what = `name ${known.name} (vendor), ${source.name} (supplement)`
      contradictions.push({ operation: key, place: '', what, stands: 'vendor' })
    }
    if (!known && source.name === undefined) {
      fail(
        '',
        "The vendor's files have no such operation.",
        'Correct the key, remove the entry, or give it a `name` to add the operation.',
      )
      continue
    }
    const operation = known ?? newOperation(source)
    byKey.set(key, operation)
    mergeOperation(operation, source)
    const report = (place: string, what: string, stands: string) => {
      contradictions.push({ operation: key, place, what, stands })
    }
    mergeParameters(operation, source, fail, report)
    if (source.body && !operation.body) {
      operation.body = { type: 'object', fields: new Map() }
      operation.contentType = source.contentType ?? 'application/json'
    }
    mergeFields(operation.body, 'body', source.body, fail, report)
    mergeFields(operation.data, 'data', source.data, fail, report)
  }
  return { operations: sortOperations([...byKey.values()]), contradictions }
}

type Fail = (place: string, what: string, remedy: string) => void
type Report = (place: string, what: string, stands: string) => void

function newOperation(source: SupplementOperation): Operation {
  return {
    version: source.version,
    domain: source.domain,
    method: source.method,
    path: source.path,
    name: source.name ?? '',
    operationId: '',
    parameters: [],
    data: { type: 'object', fields: new Map() },
    scopes: [],
    errors: new Map(),
    sources: [],
  }
}

function mergeOperation(operation: Operation, source: SupplementOperation): void {
  const { page, markets, deprecated, contentTypeHeader, server, apiVersion } = source
  const known = { page, markets, deprecated, contentTypeHeader, server, apiVersion }
  Object.assign(operation, Object.fromEntries(Object.entries(known).filter(([, value]) => value !== undefined)))
  operation.scopes = source.scopes ?? operation.scopes
  for (const code of source.errors ?? []) operation.errors.set(String(code), '')
  operation.sources = [...new Set([...operation.sources, ...(source.from ?? [])])].sort()
}

function mergeParameters(operation: Operation, source: SupplementOperation, fail: Fail, report: Report): void {
  for (const [place, entry] of source.parameters) {
    const [name = '', ...steps] = parsePlace(place)
    let parameter = operation.parameters.find((one) => one.name === name)
    if (!parameter && entry.type !== undefined && steps.length === 0) {
      parameter = { name, in: entry.in ?? 'query', shape: shapeOfType(entry.type) }
      operation.parameters.push(parameter)
    }
    const shape = shapeAt(parameter?.shape, steps)
    if (shape) mergeEntry(shape, entry, (what, stands) => report(`parameters.${place}`, what, stands))
    else fail(`parameters.${place}`, 'The operation has no such parameter.', missingRemedy)
  }
}

const missingRemedy = 'Correct the name, remove the entry, or give it a `type` to add what the vendor lacks.'

function mergeFields(
  root: Shape | undefined,
  section: string,
  entries: Map<string, SupplementEntry> | undefined,
  fail: Fail,
  report: Report,
): void {
  for (const [place, entry] of entries ?? []) {
    const steps = parsePlace(place)
    const shape = shapeAt(root, steps) ?? addField(root, steps, entry)
    if (shape) mergeEntry(shape, entry, (what, stands) => report(`${section}.${place}`, what, stands))
    else fail(`${section}.${place}`, missingField(root, steps), missingRemedy)
  }
}

function addField(root: Shape | undefined, steps: string[], entry: SupplementEntry): Shape | undefined {
  const parent = shapeAt(root, steps.slice(0, -1))
  const name = steps.at(-1)
  if (!parent?.fields || name === undefined || name === '[]' || entry.type === undefined) return undefined
  const shape = shapeOfType(entry.type)
  parent.fields.set(name, shape)
  return shape
}

/** Names the first step that is missing, since that is where the vendor's file has changed. */
function missingField(root: Shape | undefined, steps: string[]): string {
  const known = steps.findIndex((_, index) => !shapeAt(root, steps.slice(0, index + 1)))
  return `The operation has no field "${formatPlace(steps.slice(0, known + 1))}".`
}

function sortOperations(operations: Operation[]): Operation[] {
  const order = (operation: Operation) =>
    [operation.version, operation.domain, operation.path, methods.indexOf(operation.method)].join(' ')
  const keyed = operations.map((operation) => ({ operation, key: order(operation) }))
  return keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)).map(({ operation }) => operation)
}
