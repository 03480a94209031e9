import type { DomainModel, TypeTexts } from './model.ts'
import { header, type Modules } from './modules.ts'
import { writeSourceFile } from './source-file.ts'
import { namesUsed, withNames } from './type-names.ts'

/** Writes generated/<version>/raw.ts: the paths of all domains as openapi-typescript has them, and the client over them. */
export function writeRawFile(
  version: string,
  domains: readonly { model: DomainModel; types: TypeTexts }[],
  modules: Modules,
): string {
  const { extension } = modules
  const paths = domains.map(({ model, types }) => pathsText(model, types)).join('\n')
  const envelope =
    domains[0]?.types.components.get('Envelope') ?? '{ code?: number; message?: string; request_id?: string }'
  const error = withNames(
    domains.find(({ types }) => types.error !== undefined)?.types.error ??
      '{ content: { "application/json": Envelope } }',
  )
  const named = namesUsed(['FileInput', 'OtherNumber', 'OtherString'], [paths])
  const keys = domains.map(({ model }) => model.domainKey)
  return writeSourceFile('raw.ts', {
    header: header(
      modules,
      domains.map(({ model }) => model.file),
    ),
    imports: [
      { from: modules.rawClient, names: ['createRawClientOf'], values: true },
      { from: modules.types, names: ['ClientOptions', ...named] },
      ...domains.map(({ model }) => ({
        from: `./${model.domain}${extension}`,
        names: [model.domainKey],
        values: true,
      })),
      ...domains
        .filter(({ model }) => paths.includes(`${typesNamespace(model)}.`))
        .map(({ model }) => ({ from: `./${model.domain}${extension}`, names: { namespace: typesNamespace(model) } })),
    ],
    statements: [
      `/** The paths of version ${version} with their methods, parameters, bodies and answers. */\nexport interface paths {\n${paths}\n}`,
      `/** What every answer has beside its data. */\nexport interface Envelope ${envelope}`,
      `/** The answer to a failed request. */\nexport interface ErrorResponse ${error}`,
      `/** A client of openapi-fetch over the paths of version ${version}. */\nexport type RawClient = ReturnType<typeof createRawClientOf<paths>>`,
      [
        '/**',
        ` * Creates a typed path client (openapi-fetch) of version ${version}, over the same pipeline as \`createClient\`.`,
        ' *',
        ' * @throws {InputError} when key or secret is missing, or in a browser.',
        ' */',
        'export function createRawClient(options: ClientOptions): RawClient {',
        `return createRawClientOf<paths>('${version}', { ${keys.join(', ')} }, options)`,
        '}',
      ].join('\n'),
    ],
  })
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
