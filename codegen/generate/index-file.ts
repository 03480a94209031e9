import type { DomainModel } from './model.ts'
import { errorNames, header, type Modules } from './modules.ts'
import { writeSourceFile } from './source-file.ts'
import { operationsTypeName } from './type-names.ts'

/** Writes generated/<version>/index.ts: the client of a version, all its types, and the runtime's public errors and types. */
export function writeIndexFile(
  version: string,
  models: readonly DomainModel[],
  hasShared: boolean,
  modules: Modules,
): string {
  const { extension } = modules
  const keys = models.map(({ domainKey }) => domainKey)
  return writeSourceFile('index.ts', {
    header: header(
      modules,
      models.map(({ file }) => file),
    ),
    imports: [
      { from: modules.client, names: ['createClientOf'], values: true },
      { from: modules.types, names: ['ClientOptions', 'ClientOverrides'] },
      ...models.map((model) => ({
        from: `./${model.domain}${extension}`,
        names: [model.domainKey, `type ${operationsTypeName(model)}`],
        values: true,
      })),
    ],
    statements: [
      [
        ...[...models.map(({ domain }) => domain), ...(hasShared ? ['shared'] : [])].map(
          (file) => `export type * from './${file}${extension}'`,
        ),
        `export { ${errorNames.join(', ')} } from '${modules.errors}'`,
        `export type * from '${modules.types}'`,
      ].join('\n'),
      {
        kind: 'interface',
        name: 'Client',
        doc: `A client of version ${version}: one property per domain, one method per operation.`,
        properties: models.map((model) => ({
          name: model.domainKey,
          type: operationsTypeName(model),
          doc: `${String(model.operations.length)} ${model.operations.length === 1 ? 'operation' : 'operations'} of \`${model.domain}\`.`,
          readonly: true,
        })),
        methods: [
          {
            name: 'with',
            doc: 'Derives a client that differs in these options, such as the shop; it shares everything else.',
            parameters: [{ name: 'options', type: 'ClientOverrides' }],
            result: 'Client',
          },
        ],
      },
      [
        '/**',
        ` * Creates a client of version ${version}. Its methods sign, authorise and send, and resolve to \`data\` of the answer.`,
        ' *',
        ' * @throws {InputError} when key or secret is missing, or in a browser.',
        ' */',
        'export function createClient(options: ClientOptions): Client {',
        `return createClientOf('${version}', { ${keys.join(', ')} }, options) as unknown as Client`,
        '}',
      ].join('\n'),
    ],
  })
}
