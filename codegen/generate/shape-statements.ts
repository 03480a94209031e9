import { openCodes, referenceName } from './document.ts'
import { codesDoc, commentOf, escapeDoc, fieldDoc } from './field-doc.ts'
import type { ComponentModel, DomainModel, TypeTexts } from './model.ts'
import { literal, propertyName } from './names.ts'
import type { AliasLayout, InterfaceLayout } from './source-file.ts'
import { withNames } from './type-names.ts'

/** Lays out a component: an interface for a shape, an open union and its known half for a list of codes, an alias for the rest. */
export function shapeStatements(
  model: DomainModel,
  component: ComponentModel,
  types: TypeTexts,
): (InterfaceLayout | AliasLayout)[] {
  if (component.kind === 'codes') return codesAliases(component)
  const { description = '', deprecated = false } = component.schema
  const doc = commentOf(fieldDoc(model.document, { description, deprecated }))
  if (component.kind === 'alias') {
    return [
      { kind: 'alias', name: component.name, doc, type: withNames(types.components.get(component.name) ?? 'unknown') },
    ]
  }
  return [shapeInterface(model, component, types, doc === '' ? answerDoc(model, component) : doc)]
}

/** Fields of answers are optional even where the vendor says that they are always there: the service leaves them out at will. */
function shapeInterface(
  model: DomainModel,
  { name, schema, sent, received }: ComponentModel,
  types: TypeTexts,
  doc: string,
): InterfaceLayout {
  const texts = types.fields.get(name)
  const properties = Object.entries(schema.properties ?? {}).map(([field, property]) => {
    const optional = received || !schema.required?.includes(field)
    const type = withNames(texts?.get(field) ?? 'unknown')
    const comment = commentOf(fieldDoc(model.document, property))
    return { name: propertyName(field), type: sent && optional ? `${type} | undefined` : type, optional, doc: comment }
  })
  return { kind: 'interface', name, doc, properties, ...(properties.length === 0 && { index: 'unknown' }) }
}

/** The data object of an operation has no words of its own. */
function answerDoc(model: DomainModel, { name, schema }: ComponentModel): string {
  const operations = model.operations.filter(({ data }) => referenceName(data) === name)
  if (operations.length === 0) return ''
  const methods = operations.map((operation) => `\`${model.domainKey}.${operation.name}\``).join(', ')
  return Object.keys(schema.properties ?? {}).length === 0
    ? `No fields are known of the data that ${methods} gives.`
    : `Data that ${methods} gives.`
}

function codesAliases({ name, schema }: ComponentModel): AliasLayout[] {
  const codes = openCodes(schema) ?? []
  const other = typeof codes[0] === 'number' ? 'OtherNumber' : 'OtherString'
  const doc = escapeDoc(codesDoc(schema))
  return [
    { kind: 'alias', name, doc, type: `Known${name} | ${other}` },
    {
      kind: 'alias',
      name: `Known${name}`,
      doc: `The known codes of {@link ${name}}.`,
      type: codes.map(literal).join(' | '),
    },
  ]
}
