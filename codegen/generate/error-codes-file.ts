import type { DomainModel } from './model.ts'
import { header, type Modules } from './modules.ts'
import { literal } from './names.ts'
import { writeSourceFile } from './source-file.ts'

/** Writes generated/<version>/error-codes.ts: which codes an operation answers with, each code's meaning written once. */
export function writeErrorCodesFile(version: string, models: readonly DomainModel[], modules: Modules): string {
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
  const type = 'Readonly<Record<string, Readonly<Record<string, string>>>>'
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
