import { commentOf, fieldDoc, parameterDoc } from './field-doc.ts'
import { clientStatements, runtimeExports } from './client-statements.ts'
import type { DomainPin, PinnedOperation } from './lineage.ts'
import type { ArgumentModel, DomainModel, OperationModel, TypeTexts } from './model.ts'
import { header, type Modules } from './modules.ts'
import { literal, propertyName, snakeCase } from './names.ts'
import { deprecation, operationDoc, shortDoc } from './operation-doc.ts'
import { operationString } from './operation-string.ts'
import { shapeStatements } from './shape-statements.ts'
import { namesOf } from './shared-shapes.ts'
import {
  writeSourceFile,
  type FileLayout,
  type InterfaceLayout,
  type PropertyLayout,
  type SignatureLayout,
} from './source-file.ts'
import { clientTypeName, dataType, namesUsed, operationsTypeName, simpleType, withNames } from './type-names.ts'

const runtimeTypes = [
  ...['Call', 'CallOptions', 'ClientOptions', 'ClientOverrides', 'FileInput'],
  ...['NoArguments', 'Operations', 'OtherNumber', 'OtherString'],
]

/**
 * Writes generated/<version>/<domain>.ts: the types and method signatures of the version's own operations, and the domain as of this version, which
 * takes what has not changed from the files of earlier versions.
 */
export function writeDomainFile(
  pin: DomainPin,
  types: TypeTexts,
  shared: ReadonlySet<string>,
  modules: Modules,
): string {
  const { model, previous } = pin
  const own = [...model.components.values()].filter(({ name }) => !shared.has(name))
  const borrowed = [...model.components.values()]
    .filter(({ name }) => shared.has(name))
    .flatMap(({ name, kind }) => (kind === 'codes' ? [name, `Known${name}`] : [name]))
  const earlier = earlierTypes(pin)
  const statements: FileLayout['statements'] = [
    ...model.operations.flatMap((operation) => operationStatements(model, operation, types)),
    ...own.flatMap((component) => shapeStatements(model, component, types)),
    operationsInterface(pin, earlier),
    ...clientStatements({
      name: clientTypeName(model),
      version: model.version,
      of: `\`${model.domainKey}\` alone, as of version ${model.version}`,
      domains: [model],
      properties: [{ name: model.domainKey, type: operationsTypeName(model), readonly: true }],
    }),
    table(pin),
  ]
  const sharedFile = `./internal/shared${modules.extension}`
  const texts = statements.map((statement) => JSON.stringify(statement))
  const imports = [
    { from: modules.client, names: ['createClientOf'], values: true },
    { from: modules.types, names: namesUsed(runtimeTypes, texts) },
    ...importsOfEarlier(earlier, model.domain, modules),
    ...(borrowed.length > 0 ? [{ from: sharedFile, names: namesUsed(borrowed, texts) }] : []),
  ]
  const passedOn = [
    ...(previous ? [`export type * from '${domainModule(previous, modules)}'`] : []),
    ...(borrowed.length > 0 ? [`export type { ${borrowed.join(', ')} } from '${sharedFile}'`] : []),
    ...runtimeExports(modules),
  ]
  return writeSourceFile(`${model.domain}.ts`, {
    header: header(modules, [model.file]),
    imports: imports.filter(({ names }) => names.length > 0),
    statements: [passedOn.join('\n'), ...statements],
  })
}

/** Writes the file of a domain that the version does not change: it passes on what the domain was before. */
export function writeUnchangedDomainFile(pin: DomainPin, modules: Modules): string {
  return `${header(modules, [pin.model.file])}\nexport * from '${domainModule(pin, modules)}'\n`
}

/** The file in which a domain was changed last, as another version's files refer to it. */
export function domainModule({ version, model }: Pick<DomainPin, 'version' | 'model'>, modules: Modules): string {
  return `../${version}/${model.domain}${modules.extension}`
}

interface EarlierType {
  version: string
  typeName: string
  /** Its name in this file, where the own one stands for something else here. */
  alias: string
}

/** The interfaces of the operations that the domain has from earlier versions. */
function earlierTypes({ version, model, operations }: DomainPin): Map<PinnedOperation, EarlierType> {
  const taken = new Set([...namesOf(model)].map(([name]) => name))
  const found = new Map<PinnedOperation, EarlierType>()
  for (const pinned of operations.filter((each) => each.version !== version)) {
    const { typeName } = pinned.operation
    const alias = taken.has(typeName) ? `${typeName}${pinned.version}` : typeName
    taken.add(alias)
    found.set(pinned, { version: pinned.version, typeName, alias })
  }
  return found
}

function importsOfEarlier(earlier: ReadonlyMap<PinnedOperation, EarlierType>, domain: string, modules: Modules) {
  const all = [...earlier.values()]
  const versions = [...new Set(all.map(({ version }) => version))].sort()
  return versions.map((version) => ({
    from: `../${version}/${domain}${modules.extension}`,
    names: all
      .filter((each) => each.version === version)
      .map(({ typeName, alias }) => (typeName === alias ? typeName : `${typeName} as ${alias}`)),
  }))
}

function operationStatements(model: DomainModel, operation: OperationModel, types: TypeTexts): InterfaceLayout[] {
  const { typeName } = operation
  return operation.arguments.length === 0
    ? [operationInterface(model, operation, types)]
    : [
        operationInterface(model, operation, types),
        {
          kind: 'interface',
          name: `${typeName}Arguments`,
          doc: `Arguments of \`${model.domainKey}.${operation.name}\`.`,
          properties: operation.arguments.map((argument) => argumentProperty(model, operation, argument, types)),
        },
      ]
}

/** The comment stands at the call, where hovering a call and the help for its arguments find it; iterate and pages refer to it. */
function operationInterface(model: DomainModel, operation: OperationModel, types: TypeTexts): InterfaceLayout {
  const { typeName, name, item } = operation
  const data = dataType(operation, types)
  const parameters = signatureParameters(operation)
  const methods: (SignatureLayout & { name: string })[] = item
    ? [
        {
          name: 'iterate',
          doc: `Gives every item of all pages of \`${name}\`, one by one.`,
          parameters,
          result: generator(simpleType(item)),
        },
        { name: 'pages', doc: `Gives the pages of \`${name}\`, one by one.`, parameters, result: generator(data) },
      ]
    : []
  return {
    kind: 'interface',
    name: typeName,
    doc: `The method \`${model.domainKey}.${name}\`.`,
    call: { doc: escapeOperationDoc(operationDoc(operation, model.domainKey)), parameters, result: `Call<${data}>` },
    methods,
  }
}

function signatureParameters({ arguments: all, typeName }: OperationModel): SignatureLayout['parameters'] {
  const args = {
    name: 'args',
    type: all.length === 0 ? 'NoArguments' : `${typeName}Arguments`,
    optional: !all.some(({ required }) => required),
  }
  return [args, { name: 'options', type: 'CallOptions', optional: true }]
}

function generator(type: string): string {
  return `AsyncGenerator<${type}, void, undefined>`
}

function argumentProperty(
  model: DomainModel,
  operation: OperationModel,
  argument: ArgumentModel,
  types: TypeTexts,
): PropertyLayout {
  const { name, required, parameter, field } = argument
  const key = `${operation.method} ${operation.path}`
  const text =
    operation.body && field
      ? types.fields.get(operation.body.component)?.get(name)
      : types.parameters.get(key)?.get(name)
  const type = withNames(text ?? 'unknown')
  const fromField = field && fieldDoc(model.document, field)
  const doc = fromField && fromField.text !== '' ? fromField : parameter && parameterDoc(model.document, parameter)
  return {
    name: propertyName(name),
    type: required ? type : `${type} | undefined`,
    optional: !required,
    ...(doc && { doc: commentOf(doc) }),
  }
}

/** In these texts the tags are ours. */
function escapeOperationDoc(text: string): string {
  return text.replaceAll('*/', '*\\/')
}

function operationsInterface(
  { version, model, operations }: DomainPin,
  earlier: ReadonlyMap<PinnedOperation, EarlierType>,
): InterfaceLayout {
  return {
    kind: 'interface',
    name: operationsTypeName(model),
    doc: `The methods of \`${model.domainKey}\` as of version ${version}.`,
    properties: operations.map((pinned) => ({
      name: pinned.name,
      type: earlier.get(pinned)?.alias ?? pinned.operation.typeName,
      doc: escapeOperationDoc(
        shortDoc(pinned.operation) + (pinned.operation.spec.deprecated ? `\n\n${deprecation}` : ''),
      ),
    })),
  }
}

function table({ model, operations }: DomainPin): string {
  return [
    `/** What goes where on the wire, for each method of \`${model.domainKey}\`: read by the runtime when the method is first touched. */`,
    `export const ${model.domainKey}: Operations = {`,
    ...operations.map(tableRow),
    '}',
  ].join('\n')
}

/** Writes the row of an operation in a table; the runtime makes a method's name of the words. */
export function tableRow({ name, operation, model }: PinnedOperation): string {
  return `${snakeCase(name)}: ${literal(operationString(model, operation))},`
}
