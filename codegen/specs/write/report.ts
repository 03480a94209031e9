import type { Built } from '../build.ts'
import type { OperationChanges } from './compare-operations.ts'
import type { Coverage } from './coverage.ts'
import { groupBy } from '../group-by.ts'

/** Writes what a run did, for the maintainer to read. */
export function formatReport(built: Built, changes: OperationChanges, coverage: Coverage): string {
  const byVersion = groupBy(built.operations, ({ version }) => version)
  const versions = [...byVersion].map(([version, operations]) => {
    const domains = new Set(operations.map(({ domain }) => domain)).size
    return `${version}  ${String(operations.length).padStart(3)} operations in ${domains} ${domains === 1 ? 'domain' : 'domains'}`
  })
  const share = ((100 * coverage.described) / coverage.total).toFixed(1)
  return [
    ...versions,
    `${built.operations.length} operations in ${byVersion.size} versions, ${built.documents.size} documents`,
    ...list('new', changes.added),
    ...list('changed', changes.changed),
    ...list('gone', changes.gone),
    `${coverage.described} of ${coverage.total} fields and parameters are described (${share} %)`,
    ...list('contradictions', built.contradictions.map(contradictionLine), Infinity),
    ...list('error codes without words', built.notes.codesWithoutWords),
    ...list('glossary entries without a field', built.notes.unusedWords),
  ].join('\n')
}

function contradictionLine({ operation, place, what, stands }: Built['contradictions'][number]): string {
  return `${operation}${place === '' ? '' : ` ${place}`}: ${what}; ${stands} stands`
}

function list(title: string, lines: string[], most = 20): string[] {
  const shown = lines.slice(0, most).map((line) => `  ${line}`)
  return [
    `${lines.length} ${title}`,
    ...shown,
    ...(lines.length > most ? [`  ... and ${lines.length - most} more`] : []),
  ]
}
