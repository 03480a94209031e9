import type { Shape } from '../model.ts'

/** A JSON object as it goes into a document. */
export type JsonObject = Record<string, unknown>

/** Writes a value's schema: a reference for what is a component, else inline. */
export function schemaOf(shape: Shape, nameOf: (shape: Shape) => string): JsonObject {
  if (shape.type === 'object' || shape.codes) {
    return { $ref: `#/components/schemas/${nameOf(shape)}`, ...describedBy(shape), ...marksOf(shape) }
  }
  const items = shape.items ? { items: schemaOf(shape.items, nameOf) } : {}
  return { ...describedBy(shape), type: shape.type, ...items, ...formatOf(shape), ...marksOf(shape) }
}

/** Writes the component of an object: its fields in alphabetical order, the order of the vendor's files. */
export function objectSchema(shape: Shape, nameOf: (shape: Shape) => string, isRequest: boolean): JsonObject {
  const fields = [...(shape.fields ?? [])].sort(([a], [b]) => (a < b ? -1 : 1))
  const required = fields.filter(([, field]) => isRequest && field.required).map(([name]) => name)
  return {
    type: 'object',
    ...(required.length > 0 ? { required } : {}),
    properties: Object.fromEntries(fields.map(([name, field]) => [name, schemaOf(field, nameOf)])),
  }
}

/** Writes the component of a code list: an open enum, as new codes appear without notice. */
export function codesSchema(shape: Shape): JsonObject {
  return {
    anyOf: [{ type: shape.type, enum: shape.codes }, { type: shape.type }],
    ...(shape.codeNames ? { 'x-enum-names': shape.codeNames } : {}),
  }
}

function describedBy(shape: Shape): JsonObject {
  return shape.description === undefined ? {} : { description: shape.description }
}

function formatOf(shape: Shape): JsonObject {
  return shape.format === undefined ? {} : { format: shape.format }
}

function marksOf(shape: Shape): JsonObject {
  const marks: JsonObject = {
    minimum: shape.minimum,
    maximum: shape.maximum,
    minLength: shape.minLength,
    maxLength: shape.maxLength,
    minItems: shape.minItems,
    maxItems: shape.maxItems,
    default: shape.default,
    deprecated: shape.deprecated,
    'x-unit': shape.unit,
    'x-content': shape.content,
    'x-64-bit-id': shape.id64 ? true : undefined,
    'x-markets': shape.markets && [...shape.markets].sort(),
    'x-file-formats': shape.fileFormats,
    'x-max-size-mb': shape.maxSizeMb,
  }
  return Object.fromEntries(Object.entries(marks).filter(([, value]) => value !== undefined))
}
