import { clientStatements, runtimeExports } from './client-statements.ts'
import { domainModule } from './domain-file.ts'
import { contestedNames, type SharedNames } from './exported-names.ts'
import type { DomainPin, Pin } from './lineage.ts'
import { header, type Modules } from './modules.ts'
import { writeSourceFile } from './source-file.ts'
import { operationsTypeName } from './type-names.ts'

/** Writes generated/<version>/index.ts: the client of a pin, all its types, and the runtime's public errors and types. */
export function writeIndexFile(pin: Pin, shared: SharedNames, modules: Modules): string {
  const { version, own, domains } = pin
  const of = pin.versions.length > 1 ? `the API as of version ${version}` : `version ${version}`
  return writeSourceFile('index.ts', {
    header: header(
      modules,
      own.map(({ file }) => file),
    ),
    imports: [
      { from: modules.client, names: ['createClientOf'], values: true },
      { from: modules.types, names: ['ClientOptions', 'ClientOverrides'] },
      ...domains.map((domain) => ({
        from: moduleIn(version, domain, modules),
        names: [domain.model.domainKey, `type ${operationsTypeName(domain.model)}`],
        values: true,
      })),
    ],
    statements: [
      [
        ...domains.map((domain) => `export type * from '${moduleIn(version, domain, modules)}'`),
        ...contestedExports(pin, shared, modules),
        ...runtimeExports(modules),
      ].join('\n'),
      ...clientStatements({
        name: 'Client',
        version,
        of: `${of}: one property per domain, one method per operation`,
        domains: domains.map(({ model }) => model),
        properties: domains.map(({ model, operations }) => ({
          name: model.domainKey,
          type: operationsTypeName(model),
          doc: `${String(operations.length)} ${operations.length === 1 ? 'operation' : 'operations'} of \`${model.domain}\`.`,
          readonly: true,
        })),
      }),
    ],
  })
}

/** The file that holds a domain of a pin; the one-line files of unchanged domains are passed by, as each takes time to load. */
export function moduleIn(version: string, domain: DomainPin, modules: Modules): string {
  return domain.version === version ? `./${domain.model.domain}${modules.extension}` : domainModule(domain, modules)
}

/** Where domains export different things under one name, an export by name decides. */
function contestedExports(pin: Pin, shared: SharedNames, modules: Modules): string[] {
  const byDomain = new Map<DomainPin, string[]>()
  for (const [name, domain] of contestedNames(pin, shared))
    byDomain.set(domain, [...(byDomain.get(domain) ?? []), name])
  return [...byDomain].map(
    ([domain, names]) => `export type { ${names.sort().join(', ')} } from '${moduleIn(pin.version, domain, modules)}'`,
  )
}
