import { resolveSchema, type Operation, type Schema, type SpecDocument } from './document.ts'

/** Returns the schema of `data` in an operation's answer, or undefined when the answer has none. */
export function dataSchema(operation: Operation): Schema | undefined {
  const answer = operation.responses?.['200']?.content?.['application/json']?.schema
  for (const part of answer?.allOf ?? []) {
    const data = part.properties?.['data']
    if (data) return data
  }
  return answer?.properties?.['data']
}

/** Follows a dotted path of field names below a schema, with references resolved; undefined where a name is no field. */
export function shapeAlong(document: SpecDocument, schema: Schema, path: string): Schema | undefined {
  let shape: Schema | undefined = resolveSchema(document, schema)
  for (const name of path.split('.')) {
    const field: Schema | undefined = shape?.properties?.[name]
    shape = field && resolveSchema(document, field)
  }
  return shape
}

/** Lists the places of the 64-bit ids below a schema (`orders[].id`), each behind the prefix. */
export function idPlaces(
  document: SpecDocument,
  schema: Schema,
  prefix: string,
  above: readonly Schema[] = [],
): string[] {
  const shape = resolveSchema(document, schema)
  const target =
    schema.$ref === undefined ? shape : (document.components?.schemas?.[schema.$ref.split('/').pop() ?? ''] ?? shape)
  if (above.includes(target)) return []
  if (shape['x-64-bit-id']) return [prefix]
  const inside = [...above, target]
  if (shape.items) return idPlaces(document, shape.items, `${prefix}[]`, inside)
  return Object.entries(shape.properties ?? {}).flatMap(([name, field]) =>
    idPlaces(document, field, `${prefix}.${name}`, inside),
  )
}
