import type { DomainPin } from './lineage.ts'
import type { DomainModel, TypeTexts } from './model.ts'
import { tableRow } from './domain-file.ts'
import { header, type Modules } from './modules.ts'
import { propertyName } from './names.ts'
import { writeSourceFile } from './source-file.ts'
import { namesUsed, withNames } from './type-names.ts'

/**
 * Writes generated/<version>/internal/paths.ts: the paths of the version's own operations as openapi-typescript has them, and the table of the
 * operations that they replace, which the tables of the pin no longer hold.
 */
export function writePathsFile(
  version: string,
  domains: readonly { pin: DomainPin; types: TypeTexts }[],
  modules: Modules,
): string {
  const paths = domains.map(({ pin, types }) => pathsText(pin.model, types)).join('\n')
  const envelope =
    domains[0]?.types.components.get('Envelope') ?? '{ code?: number; message?: string; request_id?: string }'
  const error = withNames(
    domains.find(({ types }) => types.error !== undefined)?.types.error ??
      '{ content: { "application/json": Envelope } }',
  )
  const replaced = domains.map(({ pin }) => pin).filter((pin) => pin.replaced.length > 0)
  const named = namesUsed(['FileInput', 'OtherNumber', 'OtherString'], [paths])
  const types = [...named, ...(replaced.length > 0 ? ['Operations'] : [])]
  return writeSourceFile('paths.ts', {
    header: header(
      modules,
      domains.map(({ pin }) => pin.model.file),
    ),
    imports: [
      ...(types.length > 0 ? [{ from: modules.types, names: types }] : []),
      ...domains
        .map(({ pin }) => pin.model)
        .filter((model) => paths.includes(`${typesNamespace(model)}.`))
        .map((model) => ({
          from: `../${model.domain}${modules.extension}`,
          names: { namespace: typesNamespace(model) },
        })),
    ],
    statements: [
      `/** The paths of version ${version} with their methods, parameters, bodies and answers. */\nexport interface paths {\n${paths}\n}`,
      `/** What every answer has beside its data. */\nexport interface Envelope ${envelope}`,
      `/** The answer to a failed request. */\nexport interface ErrorResponse ${error}`,
      ...(replaced.length > 0 ? [replacedTables(version, replaced)] : []),
    ],
  })
}

function replacedTables(version: string, pins: readonly DomainPin[]): string {
  const tables = pins.map(
    ({ model, replaced }) => `${propertyName(model.domain)}: {\n${replaced.map(tableRow).join('\n')}\n},`,
  )
  const doc = `/** The operations that version ${version} replaces, by domain; a path client reaches them still. */`
  return `${doc}\nexport const replaced: Readonly<Record<string, Operations>> = {\n${tables.join('\n')}\n}`
}

/** Named shapes come from the domain's file; a body, whose fields are laid flat there, is written in place. */
function pathsText(model: DomainModel, types: TypeTexts): string {
  const nameOf = (component: string): string => {
    if (component === 'Envelope') return component
    if (model.components.has(component)) return `${typesNamespace(model)}.${component}`
    return withNames(types.components.get(component) ?? 'unknown', nameOf)
  }
  return withNames(types.paths, nameOf).replaceAll('components["responses"]["Error"]', 'ErrorResponse')
}

function typesNamespace({ domainKey }: DomainModel): string {
  return `${domainKey}Types`
}
