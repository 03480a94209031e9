import { emitDocument } from '../../specs/emit/emit-document.ts'
import { groupBy } from '../../specs/group-by.ts'
import { markOperations } from '../../specs/mark/marks.ts'
import type { Operation } from '../../specs/model.ts'
import { nameComponents } from '../../specs/name/components.ts'
import { nameOperations } from '../../specs/name/operation-names.ts'
import { SpecsError, type Problem } from '../../specs/problem.ts'
import type { SpecDocument } from '../document.ts'
import { reservedTypeNames } from '../names.ts'
import type { SpecFile } from '../validate.ts'
import { danglingReferences, type PlainDocument } from './plain-document.ts'
import { readOperations, versionOf } from './read-operations.ts'

/** A file that a user hands in, parsed. */
export interface OwnFile {
  file: string
  document: PlainDocument
}

/**
 * Turns OpenAPI documents of one's own into spec documents, by the same steps that make those of this project: what signs and
 * authorises is lifted out, ids and paging are marked, shapes get names.
 *
 * @throws {SpecsError} when a document cannot be read; it lists everything that is wrong.
 */
export function readOwnSpecs(files: readonly OwnFile[]): SpecFile[] {
  const problems = files.flatMap(checkFile)
  if (problems.length > 0) throw new SpecsError(problems)
  const written = files.flatMap((own) => (isSpecDocument(own.document) ? asItStands(own, own.document) : []))
  const plain = files.filter(({ document }) => !isSpecDocument(document))
  const specs = [...written, ...normalise(plain, problems)]
  checkTwice(specs, problems)
  if (problems.length > 0) throw new SpecsError(problems)
  return specs
}

function checkFile({ file, document }: OwnFile): Problem[] {
  const openapi: unknown = (document as Partial<PlainDocument> | null)?.openapi
  if (typeof openapi !== 'string' || !openapi.startsWith('3.')) {
    const swagger = (document as { swagger?: unknown } | null)?.swagger !== undefined
    const remedy = swagger ? 'Convert it to OpenAPI 3 first.' : 'Hand in a document that has "openapi": "3.x.y".'
    return [
      { file, at: '#/openapi', what: swagger ? 'is Swagger 2, not OpenAPI 3' : 'is no OpenAPI 3 document', remedy },
    ]
  }
  const paths = Object.keys((document.paths as PlainDocument['paths'] | undefined) ?? {})
  if (paths.length === 0)
    return [{ file, at: '#/paths', what: 'the document has no paths', remedy: 'Add an operation.' }]
  const unversioned = paths.filter((path) => !versionOf(path))
  if (unversioned.length === 0) return danglingReferences(document).map((found) => leadsNowhere(file, found))
  const what = `${unversioned.slice(0, 3).join(', ')}${unversioned.length > 3 ? ' and others have' : unversioned.length > 1 ? ' have' : ' has'} no version in the path`
  return [
    { file, at: '#/paths', what, remedy: 'Paths must read /<domain>/<yyyymm>/..., such as /order/202309/orders.' },
  ]
}

function leadsNowhere(file: string, { at, reference }: { at: string; reference: string }): Problem {
  const remedy = 'Refer to a component of the same file, or bundle the files first.'
  return { file, at, what: `"${reference}" leads nowhere`, remedy }
}

/** A document that `npm run specs` wrote says more than plain OpenAPI, and needs nothing done. */
function isSpecDocument(document: object): document is SpecDocument {
  const { paths, info } = document as SpecDocument
  const operations = Object.values(paths).flatMap((item) => Object.values(item))
  return (
    /^\d{6}$/.test(info?.version ?? '') &&
    operations.length > 0 &&
    operations.every((operation) => operation['x-operation-name'] !== undefined)
  )
}

function asItStands({ file }: OwnFile, document: SpecDocument): SpecFile[] {
  const [path = ''] = Object.keys(document.paths)
  const domain = (document as { tags?: { name: string }[] }).tags?.[0]?.name ?? versionOf(path)?.domain ?? ''
  return [{ file, version: document.info.version, domain, document }]
}

/** Files may share a domain of a version, so their operations are put together before anything is named. */
function normalise(files: readonly OwnFile[], problems: Problem[]): SpecFile[] {
  const read = files.map((own) => readFile(own, problems))
  if (problems.length > 0) return []
  const operations = read.flatMap((one) => one.operations)
  // Where it cannot be told how an operation pages it is called page by page, so that is no problem here.
  markOperations(operations, {}, [])
  const fileOf = new Map(read.flatMap((one) => one.operations.map((operation) => [operation, one.file] as const)))
  return [...groupBy(operations, ({ version, domain }) => `${version}/${domain}`).values()].map((group) => {
    const sorted = [...group].sort((a, b) => (operationOrder(a) < operationOrder(b) ? -1 : 1))
    const { version = '', domain = '' } = sorted[0] ?? {}
    const file = [...new Set(sorted.map((operation) => fileOf.get(operation)))].join(', ')
    nameOperations(sorted, { file, names: {}, operations: {} }, problems)
    const names = { file, names: { [domain]: shortNames(read, sorted) }, operations: {} }
    const components = nameComponents(sorted, names, problems)
    return { file, version, domain, document: emitDocument(sorted, components) as unknown as SpecDocument }
  })
}

interface ReadFile {
  file: string
  operations: Operation[]
  /** Where each component of the file is referred to. */
  places: Map<string, string[]>
}

function readFile({ file, document }: OwnFile, problems: Problem[]): ReadFile {
  const places = new Map<string, string[]>()
  const operations = readOperations({
    document,
    fail: (at, what, remedy) => problems.push({ file, at, what, remedy }),
    named: (component, place) => places.set(component, [...(places.get(component) ?? []), place]),
  })
  return { file, operations, places }
}

/** A component keeps the name that its author gave it, unless two files or an operation have that name too. */
function shortNames(read: readonly ReadFile[], operations: readonly Operation[]): Record<string, string[]> {
  const names = new Set(operations.map(({ name }) => name))
  const entries = read.flatMap(({ places }) => [...places])
  const counts = groupBy(entries, ([component]) => component)
  return Object.fromEntries(
    entries
      .filter(
        ([component]) =>
          counts.get(component)?.length === 1 && !names.has(component) && !reservedTypeNames.has(component),
      )
      .map(([component, all]): [string, string[]] => [
        component,
        [...new Set(all)].filter((place) => names.has(place.split('.')[0] ?? '')),
      ])
      .filter(([, all]) => all.length > 0),
  )
}

function checkTwice(specs: readonly SpecFile[], problems: Problem[]): void {
  for (const [key, [first, second]] of groupBy(specs, ({ version, domain }) => `${version} ${domain}`)) {
    if (!first || !second) continue
    const what = `${first.file} has operations of ${key} too`
    problems.push({
      file: second.file,
      at: '#/paths',
      what,
      remedy: 'Put the operations of a domain into one document.',
    })
  }
}

function operationOrder({ path, method }: Operation): string {
  return `${path} ${method}`
}
