import { openCodes, pointer, referenceName, type Schema, type SpecDocument } from './document.ts'
import type { Report } from './validate.ts'

const types: readonly unknown[] = ['object', 'array', 'string', 'integer', 'number', 'boolean']

/** Checks a schema and everything in it: types, references, arrays, required lists, codes and marks. */
export function validateSchema(document: SpecDocument, schema: Schema, at: (string | number)[], report: Report): void {
  if (schema.$ref !== undefined) {
    validateReference(document, schema.$ref, at, report)
    return
  }
  for (const [index, part] of (schema.allOf ?? []).entries())
    validateSchema(document, part, [...at, 'allOf', index], report)
  if (schema.allOf) return
  if (schema.anyOf) {
    validateCodes(schema, at, report)
    return
  }
  if (!types.includes(schema.type)) {
    const found = schema.type === undefined ? 'the schema has no type' : `"${String(schema.type)}" is no type`
    report(pointer(...at), found, 'Use one of object, array, string, integer, number, boolean, or a $ref.')
    return
  }
  if (schema['x-64-bit-id'] && schema.type !== 'integer') {
    report(pointer(...at, 'x-64-bit-id'), `stands on a ${schema.type}`, 'Set the type to integer, or remove the mark.')
  }
  if (schema.type === 'array') {
    if (schema.items) validateSchema(document, schema.items, [...at, 'items'], report)
    else report(pointer(...at), 'the array has no items', 'Add "items" with the schema of one element.')
  }
  for (const [name, property] of Object.entries(schema.properties ?? {})) {
    validateSchema(document, property, [...at, 'properties', name], report)
  }
  for (const name of schema.required ?? []) {
    if (schema.properties?.[name]) continue
    report(
      pointer(...at, 'required'),
      `lists "${name}", which is no property`,
      'Add the property, or take it off the list.',
    )
  }
}

function validateReference(document: SpecDocument, reference: string, at: (string | number)[], report: Report): void {
  const name = referenceName({ $ref: reference })
  if (name === undefined) {
    report(
      pointer(...at, '$ref'),
      `"${reference}" leads out of the components`,
      'Refer to #/components/schemas/<name> of the same file.',
    )
  } else if (!document.components?.schemas?.[name]) {
    report(pointer(...at, '$ref'), `"${reference}" leads nowhere`, `Add the component "${name}", or correct the name.`)
  }
}

function validateCodes(schema: Schema, at: (string | number)[], report: Report): void {
  const codes = openCodes(schema)
  if (!codes) {
    const remedy = 'Write an open enum: anyOf of {type, enum} and {type}. Other unions have no place in the documents.'
    report(pointer(...at, 'anyOf'), 'is no open enum', remedy)
    return
  }
  const type = schema.anyOf?.[1]?.type
  const wanted = type === 'string' ? 'string' : 'number'
  for (const [index, code] of codes.entries()) {
    if (typeof code === wanted) continue
    report(
      pointer(...at, 'anyOf', 0, 'enum', index),
      `${JSON.stringify(code)} is no ${String(type)}`,
      `Write the code as a ${wanted}.`,
    )
  }
}
