import type { DomainModel } from './model.ts'
import type { Pin } from './lineage.ts'
import { header, type Modules } from './modules.ts'
import { literal } from './names.ts'
import { writeSourceFile } from './source-file.ts'

const type = 'Readonly<Record<string, Readonly<Record<string, string>>>>'

/** Writes generated/<version>/internal/error-codes.ts: which codes the version's own operations answer with, each code's meaning written once. */
export function writeOwnErrorCodesFile(version: string, models: readonly DomainModel[], modules: Modules): string {
  const meanings = new Map<string, string>()
  const rows: string[] = []
  for (const { domainKey, operations } of models) {
    for (const { name, spec } of operations) {
      const codes = Object.entries(spec['x-error-codes'] ?? {})
      for (const [code, meaning] of codes) meanings.set(code, meaning)
      if (codes.length > 0) rows.push(`'${domainKey}.${name}': table('${codes.map(([code]) => code).join(' ')}'),`)
    }
  }
  const sorted = [...meanings].sort(([a], [b]) => Number(a) - Number(b) || (a < b ? -1 : 1))
  const doc = `/** The error codes that are listed for each operation of version ${version}, with their meaning: by operation, then by code. */`
  return writeSourceFile('error-codes.ts', {
    header: header(
      modules,
      models.map(({ file }) => file),
    ),
    imports: [],
    statements:
      rows.length === 0
        ? [`${doc}\nexport const errorCodes: ${type} = {}`]
        : [
            `const meanings: Record<string, string> = {\n${sorted.map(([code, meaning]) => `${/^[1-9]\d*$/.test(code) ? code : literal(code)}: ${literal(meaning)},`).join('\n')}\n}`,
            "const table = (codes: string) => Object.fromEntries(codes.split(' ').map((code) => [code, meanings[code] ?? '']))",
            `${doc}\nexport const errorCodes: ${type} = {\n${rows.join('\n')}\n}`,
          ],
  })
}

/**
 * Writes generated/<version>/error-codes.ts: the codes of the operations as the pin has them. An operation that a later version calls by another
 * name keeps its old codes under its old name.
 */
export function writeErrorCodesFile({ version, versions, own, domains }: Pin, modules: Modules): string {
  const from = (each: string) => `${each === version ? '.' : `../${each}`}/internal/error-codes${modules.extension}`
  const several = versions.length > 1
  const renamed = domains.flatMap(({ model, operations }) =>
    operations
      .filter(({ name, operation }) => name !== operation.name && operation.spec['x-error-codes'])
      .map((pinned) => ({ ...pinned, domainKey: model.domainKey })),
  )
  const rows = [
    ...versions.map((each) => `...codes${each},`),
    ...renamed.map(
      ({ domainKey, name, version: each, operation }) =>
        `'${domainKey}.${name}': codes${each}['${domainKey}.${operation.name}'] ?? {},`,
    ),
  ]
  const doc = `/** The error codes that are listed for each operation of the API as of version ${version}, with their meaning: by operation, then by code. */`
  return writeSourceFile('error-codes.ts', {
    header: header(
      modules,
      own.map(({ file }) => file),
    ),
    imports: several
      ? versions.map((each) => ({ from: from(each), names: [`errorCodes as codes${each}`], values: true }))
      : [],
    statements: several
      ? [`${doc}\nexport const errorCodes: ${type} = {\n${rows.join('\n')}\n}`]
      : [`export { errorCodes } from '${from(version)}'`],
  })
}
