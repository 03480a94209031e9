import { Project, StructureKind, type JSDocStructure, type OptionalKind, type SourceFileStructure } from 'ts-morph'

/** What stands in a generated file, in order. */
export interface FileLayout {
  /** The comment lines above everything. */
  header: string
  imports: ImportLayout[]
  statements: (InterfaceLayout | AliasLayout | string)[]
}

/** An import of names, or of a whole module under one name. */
export interface ImportLayout {
  from: string
  names: string[] | { namespace: string }
  /** True for names that are not types. */
  values?: boolean
}

/** An exported interface. */
export interface InterfaceLayout {
  kind: 'interface'
  name: string
  doc?: string
  /** What calling a value of this interface takes and gives. */
  call?: SignatureLayout
  properties?: PropertyLayout[]
  methods?: (SignatureLayout & { name: string })[]
  /** The type of the fields of which nothing is known. */
  index?: string
}

/** An exported type alias. */
export interface AliasLayout {
  kind: 'alias'
  name: string
  doc?: string
  type: string
}

/** A property of an interface. */
export interface PropertyLayout {
  name: string
  type: string
  doc?: string
  optional?: boolean
  readonly?: boolean
}

/** Parameters and result of a call or method. */
export interface SignatureLayout {
  doc?: string
  parameters: { name: string; type: string; optional?: boolean }[]
  result: string
}

const project = new Project({ useInMemoryFileSystem: true, skipLoadingLibFiles: true })

/** Writes a file from its layout; ts-morph makes the source file in one go, since adding nodes one by one takes ten times as long. */
export function writeSourceFile(path: string, layout: FileLayout): string {
  const file = project.createSourceFile(path, structureOf(layout), { overwrite: true })
  const text = file.getFullText()
  file.forget()
  return text
}

function structureOf({ header, imports, statements }: FileLayout): SourceFileStructure {
  return {
    kind: StructureKind.SourceFile,
    statements: [
      header,
      ...imports.map(importStructure),
      ...statements.map((statement) => {
        if (typeof statement === 'string') return `\n${statement}`
        return statement.kind === 'interface' ? interfaceStructure(statement) : aliasStructure(statement)
      }),
    ],
  }
}

function importStructure({ from, names, values }: ImportLayout) {
  return {
    kind: StructureKind.ImportDeclaration as const,
    moduleSpecifier: from,
    isTypeOnly: values !== true,
    ...(Array.isArray(names) ? { namedImports: names } : { namespaceImport: names.namespace }),
  }
}

function interfaceStructure({ name, doc, call, properties = [], methods = [], index }: InterfaceLayout) {
  return {
    kind: StructureKind.Interface as const,
    name,
    isExported: true,
    docs: docs(doc),
    callSignatures: call ? [signatureStructure(call)] : [],
    properties: properties.map((property) => ({
      name: property.name,
      type: property.type,
      docs: docs(property.doc),
      hasQuestionToken: property.optional === true,
      isReadonly: property.readonly === true,
    })),
    methods: methods.map((method) => ({ name: method.name, ...signatureStructure(method) })),
    indexSignatures: index === undefined ? [] : [{ keyName: 'field', keyType: 'string', returnType: index }],
  }
}

function aliasStructure({ name, doc, type }: AliasLayout) {
  return { kind: StructureKind.TypeAlias as const, name, isExported: true, docs: docs(doc), type, leadingTrivia: '\n' }
}

function signatureStructure({ doc, parameters, result }: SignatureLayout) {
  return {
    docs: docs(doc),
    parameters: parameters.map(({ name, type, optional }) => ({ name, type, hasQuestionToken: optional === true })),
    returnType: result,
  }
}

/** A text of several lines starts on a line of its own, as prettier leaves comments as they are. */
function docs(text: string | undefined): OptionalKind<JSDocStructure>[] {
  if (text === undefined || text === '') return []
  return [{ description: text.includes('\n') ? `\n${text}` : text }]
}
