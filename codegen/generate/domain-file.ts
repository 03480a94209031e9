import { commentOf, fieldDoc, parameterDoc } from './field-doc.ts'
import type { ArgumentModel, DomainModel, OperationModel, TypeTexts } from './model.ts'
import { header, type Modules } from './modules.ts'
import { propertyName, literal } from './names.ts'
import { deprecation, operationDoc, shortDoc } from './operation-doc.ts'
import { operationString } from './operation-string.ts'
import { shapeStatements } from './shape-statements.ts'
import {
  writeSourceFile,
  type FileLayout,
  type InterfaceLayout,
  type PropertyLayout,
  type SignatureLayout,
} from './source-file.ts'
import { dataType, namesUsed, operationsTypeName, simpleType, withNames } from './type-names.ts'

const runtimeTypes = ['Call', 'CallOptions', 'FileInput', 'NoArguments', 'Operations', 'OtherNumber', 'OtherString']

/** Writes generated/<version>/<domain>.ts: types, method signatures, and the table of operations. */
export function writeDomainFile(
  model: DomainModel,
  types: TypeTexts,
  shared: ReadonlySet<string>,
  modules: Modules,
): string {
  const own = [...model.components.values()].filter(({ name }) => !shared.has(name))
  const borrowed = [...model.components.values()]
    .filter(({ name }) => shared.has(name))
    .flatMap(({ name, kind }) => (kind === 'codes' ? [name, `Known${name}`] : [name]))
  const statements: FileLayout['statements'] = [
    ...model.operations.flatMap((operation) => operationStatements(model, operation, types)),
    ...own.flatMap((component) => shapeStatements(model, component, types)),
    operationsInterface(model),
    table(model),
  ]
  const sharedFile = `./shared${modules.extension}`
  const texts = statements.map((statement) => JSON.stringify(statement))
  const imports = [
    { from: modules.types, names: namesUsed(runtimeTypes, texts) },
    ...(borrowed.length > 0 ? [{ from: sharedFile, names: namesUsed(borrowed, texts) }] : []),
  ]
  const layout = {
    header: header(modules, [model.file]),
    imports: imports.filter(({ names }) => names.length > 0),
    statements: [
      ...(borrowed.length > 0 ? [`export type { ${borrowed.join(', ')} } from '${sharedFile}'`] : []),
      ...statements,
    ],
  }
  return writeSourceFile(`${model.domain}.ts`, layout)
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

function operationsInterface(model: DomainModel): InterfaceLayout {
  return {
    kind: 'interface',
    name: operationsTypeName(model),
    doc: `The methods of \`${model.domainKey}\` in version ${model.version}.`,
    properties: model.operations.map((operation) => ({
      name: operation.name,
      type: operation.typeName,
      doc: escapeOperationDoc(shortDoc(operation) + (operation.spec.deprecated ? `\n\n${deprecation}` : '')),
    })),
  }
}

function table(model: DomainModel): string {
  const rows = model.operations.map(
    (operation) => `${operation.name}: ${literal(operationString(model.document, operation))},`,
  )
  return [
    `/** What goes where on the wire, for each method of \`${model.domainKey}\`: read by the runtime when the method is first touched. */`,
    `export const ${model.domainKey}: Operations = {`,
    ...rows,
    '}',
  ].join('\n')
}
