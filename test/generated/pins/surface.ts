import { createHash } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'
import ts from 'typescript'
import { parseOperation } from '../../../runtime/operation.ts'
import type { Operations } from '../../../runtime/types.ts'
import { domainKeyOf } from '../client-of.ts'

/** What a version adds to the types that users see. */
export interface Surface {
  /** By file below generated/<version>/: each exported declaration with a hash of its text without comments. */
  declarations: Record<string, Record<string, string>>
  /** The methods that the pin has otherwise than the pin before it; null where it has them no more. */
  methods: Record<string, string | null>
}

const generated = new URL('../../../generated/', import.meta.url)
const printer = ts.createPrinter({ removeComments: true })

/** The versions that are generated, oldest first. */
export const versions = readdirSync(generated)
  .filter((name) => /^\d{6}$/.test(name))
  .sort()

/** Reads the public type surface of every version from generated/, without its comments. */
export async function readSurface(): Promise<Record<string, Surface>> {
  const surfaces: Record<string, Surface> = {}
  let before: Record<string, string> = {}
  for (const version of versions) {
    const methods = await methodsOf(version)
    surfaces[version] = { declarations: declarationsOf(version), methods: difference(before, methods) }
    before = version === '202212' ? {} : methods
  }
  return surfaces
}

/** Where the surface of a version is recorded. */
export function recordOf(version: string): URL {
  return new URL(`surface/${version}.json`, import.meta.url)
}

/** Gives the methods of a pin with what they send: `order.getOrderList` to `POST /order/202309/orders/search`. */
export async function methodsOf(version: string): Promise<Record<string, string>> {
  const others = ['index.ts', 'raw.ts', 'error-codes.ts', 'internal']
  const methods: Record<string, string> = {}
  for (const file of readdirSync(new URL(`${version}/`, generated)).filter((name) => !others.includes(name))) {
    const domain = file.replace('.ts', '')
    const exported = (await import(`${generated.href}${version}/${file}`)) as Record<string, Operations>
    for (const [name, text] of Object.entries(exported[domainKeyOf(domain)]!)) {
      const { about, method, path } = parseOperation(`${domain}.${name}`, text, version)
      methods[about.operation] = `${method} ${path}`
    }
  }
  return methods
}

function declarationsOf(version: string): Surface['declarations'] {
  const folder = new URL(`${version}/`, generated)
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts')).sort()
  const found = files.map((name): [string, Record<string, string>] => {
    const source = ts.createSourceFile(name, readFileSync(new URL(name, folder), 'utf8'), ts.ScriptTarget.ES2022)
    return [name, Object.fromEntries(source.statements.flatMap((statement) => exportsOf(statement, source)))]
  })
  return Object.fromEntries(found.filter(([, declarations]) => Object.keys(declarations).length > 0))
}

/** An export of names from elsewhere counts as a declaration too, since it decides what a name stands for. */
function exportsOf(statement: ts.Statement, source: ts.SourceFile): [string, string][] {
  const text = (node: ts.Node) => printer.printNode(ts.EmitHint.Unspecified, node, source)
  if (ts.isExportDeclaration(statement)) return [[`from ${(statement.moduleSpecifier as ts.StringLiteral).text}`, hash(text(statement))]]
  const isExported = ts.canHaveModifiers(statement) && ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)
  if (!isExported) return []
  if (ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement)) return [[statement.name.text, hash(text(statement))]]
  if (ts.isVariableStatement(statement)) return statement.declarationList.declarations.map(({ name, type }) => [text(name), hash(type ? text(type) : '')])
  if (ts.isFunctionDeclaration(statement)) {
    const types = [...statement.parameters, ...(statement.type ? [statement.type] : [])].map(text)
    return [[statement.name?.text ?? '', hash(types.join(' '))]]
  }
  throw new Error(`${source.fileName} exports something that the summary has no word for`)
}

function hash(text: string): string {
  return createHash('sha256').update(text.replace(/\s+/g, ' ')).digest('hex').slice(0, 8)
}

function difference(before: Record<string, string>, after: Record<string, string>): Surface['methods'] {
  const gone = Object.keys(before).filter((name) => !(name in after))
  const changed = Object.entries(after).filter(([name, request]) => before[name] !== request)
  return { ...Object.fromEntries(gone.map((name) => [name, null])), ...Object.fromEntries(changed) }
}
