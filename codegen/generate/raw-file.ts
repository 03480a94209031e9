import { tablesByDomain } from './client-statements.ts'
import { moduleIn } from './index-file.ts'
import type { Pin } from './lineage.ts'
import { header, type Modules } from './modules.ts'
import { writeSourceFile } from './source-file.ts'

/**
 * Writes generated/<version>/raw.ts: the path client of a pin, which knows the paths of all versions up to it.
 *
 * @param replacing the versions up to the pin that replace operations of earlier ones
 */
export function writeRawFile(pin: Pin, replacing: ReadonlySet<string>, modules: Modules): string {
  const { version, versions, own, domains } = pin
  const { extension } = modules
  const pathsOf = (each: string) =>
    each === version ? `./internal/paths${extension}` : `../${each}/internal/paths${extension}`
  const withReplaced = versions.filter((each) => replacing.has(each))
  const several = versions.length > 1
  const of = several ? `the versions up to ${version}` : `version ${version}`
  const tables = tablesByDomain(domains.map(({ model }) => model))
  const replaced = withReplaced.length === 0 ? '' : `, [${withReplaced.map((each) => `replaced${each}`).join(', ')}]`
  return writeSourceFile('raw.ts', {
    header: header(
      modules,
      own.map(({ file }) => file),
    ),
    imports: [
      { from: modules.rawClient, names: ['createRawClientOf'], values: true },
      { from: modules.types, names: ['ClientOptions'] },
      ...domains.map((domain) => ({
        from: moduleIn(version, domain, modules),
        names: [domain.model.domainKey],
        values: true,
      })),
      ...versions.map((each) => ({
        from: pathsOf(each),
        names: [
          ...(several ? [`type paths as paths${each}`] : ['type paths']),
          ...(replacing.has(each) ? [`replaced as replaced${each}`] : []),
        ],
        values: true,
      })),
    ],
    statements: [
      `export type { Envelope, ErrorResponse${several ? '' : ', paths'} } from '${pathsOf(version)}'`,
      ...(several
        ? [
            `/** The paths of ${of} with their methods, parameters, bodies and answers. */\nexport interface paths extends ${versions.map((each) => `paths${each}`).join(', ')} {}`,
          ]
        : []),
      `/** A client of openapi-fetch over the paths of ${of}. */\nexport type RawClient = ReturnType<typeof createRawClientOf<paths>>`,
      [
        '/**',
        ` * Creates a typed path client (openapi-fetch) of ${of}, over the same pipeline as \`createClient\`.`,
        ' *',
        ' * @throws {InputError} when key or secret is missing, or in a browser.',
        ' */',
        'export function createRawClient(options: ClientOptions): RawClient {',
        `return createRawClientOf<paths>('${version}', ${tables}, options${replaced})`,
        '}',
      ].join('\n'),
    ],
  })
}
