import { resolveRef, transformSchema, type GlobalContext, type OpenAPI3 } from 'openapi-typescript'
import ts from 'typescript'
import { bareDocument } from './bare-document.ts'
import { openCodes, type Schema, type SpecDocument } from './document.ts'
import type { TypeTexts } from './model.ts'

const { factory } = ts
const string = factory.createKeywordTypeNode(ts.SyntaxKind.StringKeyword)
const fileInput = factory.createTypeReferenceNode('FileInput')
const printer = ts.createPrinter({ newLine: ts.NewLineKind.LineFeed })
const blank = ts.createSourceFile('types.ts', '', ts.ScriptTarget.ES2022)

/**
 * Runs openapi-typescript over a document once, and takes apart what it makes of it: the types of fields, parameters and paths.
 * Its entry would lint and bundle each document first, which takes six times as long as the types do; ours are validated and in one piece.
 */
export function readTypes(document: SpecDocument): TypeTexts {
  const bare = bareDocument(document) as unknown as OpenAPI3
  const statements = transformSchema(bare, contextOf(bare))
  const paths = members(statements, 'paths')
  const components = members(statements, 'components')
  const schemas = inside(components, 'schemas')
  const error = inside(components, 'responses').find((member) => nameOf(member) === 'Error')
  return {
    fields: new Map(schemas.map((member) => [nameOf(member), textsOf(literalMembers(member))])),
    components: textsOf(schemas),
    parameters: new Map(paths.flatMap(parametersOfPath)),
    paths: paths.map((member) => printer.printNode(ts.EmitHint.Unspecified, trim(member) ?? member, blank)).join('\n'),
    error: error && typeText((trim(error) ?? error) as ts.PropertySignature),
  }
}

function contextOf(document: OpenAPI3): GlobalContext {
  const context: Partial<GlobalContext> = {
    defaultNonNullable: false,
    discriminators: { objects: {}, refsHandled: [] },
    emptyObjectsUnknown: true,
    injectFooter: [],
    resolve: ($ref) => resolveRef(document, $ref, { silent: true }),
    silent: true,
    transform: (schema) => typeOfSpecial(schema as Schema),
  }
  return context as GlobalContext
}

/** What the wire calls an integer, a string or a union, and TypeScript something else. */
function typeOfSpecial(schema: Schema): ts.TypeNode | undefined {
  if (schema['x-64-bit-id']) return string
  if (schema.format === 'binary') return fileInput
  const codes = openCodes(schema)
  if (!codes) return undefined
  const known = codes.map((code) => factory.createLiteralTypeNode(literalOf(code)))
  const other = typeof codes[0] === 'number' ? 'OtherNumber' : 'OtherString'
  return factory.createUnionTypeNode([...known, factory.createTypeReferenceNode(other)])
}

function literalOf(code: string | number): ts.LiteralTypeNode['literal'] {
  if (typeof code === 'string') return factory.createStringLiteral(code)
  const digits = factory.createNumericLiteral(Math.abs(code))
  return code < 0 ? factory.createPrefixUnaryExpression(ts.SyntaxKind.MinusToken, digits) : digits
}

function parametersOfPath(path: ts.PropertySignature): [string, Map<string, string>][] {
  return literalMembers(path).flatMap((method) => {
    const parameters = literalMembers(method).find((member) => nameOf(member) === 'parameters')
    if (!parameters) return []
    const places = literalMembers(parameters).flatMap(literalMembers)
    return [[`${nameOf(method).toUpperCase()} ${nameOf(path)}`, textsOf(places)]]
  })
}

/**
 * Leaves out what says nothing (`put?: never`, `query?: never`, headers of answers that may be anything): two thirds of the lines.
 * openapi-fetch takes an absent method, place or body for the same thing.
 */
function trim(node: ts.Node): ts.Node | undefined {
  if (ts.isPropertySignature(node)) {
    if (node.questionToken && node.type?.kind === ts.SyntaxKind.NeverKeyword) return undefined
    if (nameOf(node) === 'headers' && literalMembers(node).length === 0) return undefined
    if (nameOf(node) === 'parameters' && literalMembers(node).every((place) => trim(place) === undefined))
      return undefined
  }
  return ts.visitEachChild(node, trim, undefined)
}

function members(statements: ts.Node[], name: string): ts.PropertySignature[] {
  const found = statements.find((node) => ts.isInterfaceDeclaration(node) && node.name.text === name)
  return found && ts.isInterfaceDeclaration(found) ? found.members.filter(ts.isPropertySignature) : []
}

function inside(from: ts.PropertySignature[], name: string): ts.PropertySignature[] {
  const found = from.find((member) => nameOf(member) === name)
  return found ? literalMembers(found) : []
}

function literalMembers({ type }: ts.PropertySignature): ts.PropertySignature[] {
  return type && ts.isTypeLiteralNode(type) ? type.members.filter(ts.isPropertySignature) : []
}

function nameOf({ name }: ts.PropertySignature): string {
  return ts.isComputedPropertyName(name) || ts.isPrivateIdentifier(name) ? '' : name.text
}

function textsOf(from: ts.PropertySignature[]): Map<string, string> {
  return new Map(from.map((member) => [nameOf(member), typeText(member)]))
}

function typeText({ type }: ts.PropertySignature): string {
  return type ? printer.printNode(ts.EmitHint.Unspecified, type, blank) : 'unknown'
}
