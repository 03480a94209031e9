import { markIdentifiers } from './identifiers.ts'
import { liftParameters } from './lift-parameters.ts'
import { operationKey, type Operation } from '../model.ts'
import { paginationOf } from './pagination.ts'
import type { Problem } from '../problem.ts'
import type { Marks } from '../read/marks-file.ts'
import { isReadOnly } from './read-only.ts'

const file = 'marks.yaml'

/** Marks each operation: what it is scoped to, how it pages, whether it only reads, and which of its ids are 64-bit. */
export function markOperations(operations: Operation[], marks: Marks, problems: Problem[]): void {
  const keys = new Set(operations.map(operationKey))
  for (const key of [...Object.keys(marks.readOnly ?? {}), ...Object.keys(marks.pagination ?? {})]) {
    if (keys.has(key)) continue
    problems.push({ file, at: key, what: 'There is no such operation.', remedy: 'Correct the key or remove the mark.' })
  }
  for (const operation of operations) {
    const key = operationKey(operation)
    liftParameters(operation)
    markIdentifiers(operation)
    operation.readOnly = marks.readOnly?.[key] ?? isReadOnly(operation)
    const pagination = paginationOf(operation, marks.pagination?.[key])
    if (typeof pagination === 'object') operation.pagination = pagination
    else if (pagination !== undefined) {
      const remedy = `Add it to ${file} under pagination, with the field that holds the items: { items: products }.`
      problems.push({ file, at: key, what: `The operation pages, but ${pagination}.`, remedy })
    }
  }
}
