import type { DomainModel } from './model.ts'
import { errorNames, type Modules } from './modules.ts'
import { propertyName } from './names.ts'
import type { FileLayout, PropertyLayout } from './source-file.ts'

type DomainNames = Pick<DomainModel, 'domain' | 'domainKey'>

interface ClientLayout {
  /** Name of the client's interface. */
  name: string
  version: string
  /** What the client is of, as its comment has it. */
  of: string
  domains: readonly DomainNames[]
  properties: PropertyLayout[]
}

/** Lays out the interface of a client, with one property per domain, and the function that creates it. */
export function clientStatements({ name, version, of, domains, properties }: ClientLayout): FileLayout['statements'] {
  return [
    {
      kind: 'interface',
      name,
      doc: `A client of ${of}.`,
      properties,
      methods: [
        {
          name: 'with',
          doc: 'Derives a client that differs in these options, such as the shop; it shares everything else.',
          parameters: [{ name: 'options', type: 'ClientOverrides' }],
          result: name,
        },
      ],
    },
    [
      '/**',
      ` * Creates a client of ${of}. Its methods sign, authorise and send, and resolve to \`data\` of the answer.`,
      ' *',
      ' * @throws {InputError} when key or secret is missing, or in a browser.',
      ' */',
      `export function createClient(options: ClientOptions): ${name} {`,
      `return createClientOf('${version}', ${tablesByDomain(domains)}, options) as unknown as ${name}`,
      '}',
    ].join('\n'),
  ]
}

/** Writes the tables of operations of some domains, each under the domain's name on the wire. */
export function tablesByDomain(domains: readonly DomainNames[]): string {
  const tables = domains.map(({ domain, domainKey }) =>
    domain === domainKey ? domain : `${propertyName(domain)}: ${domainKey}`,
  )
  return `{ ${tables.join(', ')} }`
}

/** Writes what every entry with a client passes on: the errors that its calls throw, and the types of options and results. */
export function runtimeExports(modules: Modules): string[] {
  return [
    `export { ${errorNames.join(', ')}, type ErrorKind } from '${modules.errors}'`,
    `export type * from '${modules.types}'`,
  ]
}
