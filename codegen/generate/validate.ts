import type { Problem } from '../specs/problem.ts'
import { methods, operationsOf, pointer, type SpecDocument } from './document.ts'
import { isIdentifier, reservedTypeNames } from './names.ts'
import { validateOperation } from './validate-operation.ts'
import { validateSchema } from './validate-schema.ts'

/** Reports one problem of the document at hand. */
export type Report = (at: string, what: string, remedy: string) => void

/** A document that was parsed, and where it stands. */
export interface SpecFile {
  /** The path that messages name. */
  file: string
  version: string
  domain: string
  document: SpecDocument
}

const reservedDomains = ['index', 'raw', 'shared', 'error-codes', 'with', 'then', 'constructor']

/** Checks that a document is what codegen can read, and returns what is wrong with it: nothing when all is well. */
export function validateDocument({ file, version, domain, document }: SpecFile): Problem[] {
  const problems: Problem[] = []
  const report: Report = (at, what, remedy) => problems.push({ file, at, what, remedy })

  if (!isObject(document) || typeof document.openapi !== 'string' || !document.openapi.startsWith('3.')) {
    report('#/openapi', 'the file is no OpenAPI 3 document', 'Start it with "openapi": "3.1.0".')
    return problems
  }
  if (reservedDomains.includes(domain)) {
    report(
      '#',
      `a domain cannot be called "${domain}"`,
      'The name is taken by a file or a member of the client: choose another.',
    )
  }
  if (document.info?.version !== version) {
    const remedy = `Set info.version to "${version}", the name of the folder, or move the file.`
    report(
      '#/info/version',
      `is ${JSON.stringify(document.info?.version)}, but the file stands under ${version}`,
      remedy,
    )
  }
  if (!isObject(document.paths) || Object.keys(document.paths).length === 0) {
    report('#/paths', 'the document has no paths', 'Add at least one operation, or remove the file.')
    return problems
  }
  validatePathItems(document, report)
  validateComponentNames(document, report)
  const seen = new Map<string, string>()
  for (const { path, method, operation } of operationsOf(document)) {
    const at = ['paths', path, method]
    const before = seen.get(operation.operationId)
    if (before !== undefined) {
      report(
        pointer(...at, 'operationId'),
        `"${operation.operationId}" is the name of ${before} too`,
        'Rename one of the two.',
      )
    }
    seen.set(operation.operationId, `${method.toUpperCase()} ${path}`)
    validateOperation(document, path, method, operation, report)
  }
  for (const [name, schema] of Object.entries(document.components?.schemas ?? {})) {
    const at = ['components', 'schemas', name]
    if (schema.$ref === undefined) validateSchema(document, schema, at, report)
    else
      report(
        pointer(...at),
        'the component is only a reference',
        `Write its schema here, or refer to ${schema.$ref} everywhere.`,
      )
  }
  return problems
}

function validatePathItems(document: SpecDocument, report: Report): void {
  for (const [path, item] of Object.entries(document.paths)) {
    if (!path.startsWith('/'))
      report(pointer('paths', path), 'the path does not begin with a slash', `Write it as "/${path}".`)
    for (const method of Object.keys(item)) {
      if ((methods as readonly string[]).includes(method)) continue
      report(
        pointer('paths', path, method),
        `"${method}" is no method that codegen knows`,
        `Use one of ${methods.join(', ')}.`,
      )
    }
  }
}

function validateComponentNames(document: SpecDocument, report: Report): void {
  for (const name of Object.keys(document.components?.schemas ?? {})) {
    const at = pointer('components', 'schemas', name)
    if (name === 'Envelope' || name === 'Error') continue
    if (!isIdentifier(name)) report(at, `"${name}" is no TypeScript name`, 'Use letters and digits, PascalCase.')
    else if (reservedTypeNames.has(name))
      report(at, `"${name}" is the name of a type that every generated file knows`, 'Choose another name.')
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
