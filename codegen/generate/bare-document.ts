import { operationsOf, type Operation, type Parameter, type Schema, type SpecDocument } from './document.ts'
import { fieldDoc, parameterDoc, type DocText } from './field-doc.ts'

/** A copy of a document that holds types and nothing else, with each comment composed in full where the path client shows it. */
export function bareDocument(document: SpecDocument): SpecDocument {
  const bodies = new Set<Schema>()
  const paths: SpecDocument['paths'] = {}
  for (const { path, method, operation } of operationsOf(document)) {
    const bare = bareOperation(document, operation)
    ;(paths[path] ??= {})[method] = bare
    for (const { schema } of Object.values(bare.requestBody?.content ?? {})) {
      const target = document.components?.schemas?.[schema.$ref?.split('/').pop() ?? '']
      if (target) bodies.add(target)
    }
  }
  const schemas = Object.entries(document.components?.schemas ?? {}).map(([name, schema]) => {
    return [name, bareSchema(schema, bodies.has(schema) ? document : undefined)] as const
  })
  const responses = Object.entries(document.components?.responses ?? {}).map(
    ([name, response]) => [name, bareContent(response)] as const,
  )
  return {
    openapi: '3.1.0',
    info: { title: document.info.title, version: document.info.version },
    paths,
    components: { schemas: Object.fromEntries(schemas), responses: Object.fromEntries(responses) },
  }
}

/** Without its operationId an operation is written in place, which saves the path client's types one indirection. */
function bareOperation(document: SpecDocument, operation: Operation): Operation {
  const body = operation['x-request-body-not-sent'] ? undefined : operation.requestBody
  const responses = Object.entries(operation.responses).map(
    ([status, response]) => [status, bareContent(response)] as const,
  )
  return {
    ...({ title: operation.summary } as object),
    ...(operation.deprecated && { deprecated: true }),
    parameters: (operation.parameters ?? []).map((parameter) => bareParameter(document, parameter)),
    ...(body && { requestBody: { ...(body.required && { required: true }), content: bareContents(body.content) } }),
    responses: Object.fromEntries(responses),
  } as Operation
}

function bareParameter(document: SpecDocument, parameter: Parameter): Parameter {
  const { name, in: place, required } = parameter
  const schema = bareSchema(parameter.schema)
  return { name, in: place, ...(required && { required }), ...title(parameterDoc(document, parameter)), schema }
}

type Contents = Record<string, { schema: Schema }>

function bareContent<T extends { content?: Contents }>(response: T): T {
  return response.content ? ({ content: bareContents(response.content) } as T) : response
}

function bareContents(content: Contents): Contents {
  return Object.fromEntries(Object.entries(content).map(([type, { schema }]) => [type, { schema: bareSchema(schema) }]))
}

/** With a document at hand the properties keep their composed words; the limits go, since types cannot express them. */
function bareSchema(schema: Schema, worded?: SpecDocument): Schema {
  if (schema.$ref !== undefined) return { $ref: schema.$ref }
  const { type, format, required, items, allOf, anyOf, properties } = schema
  const bare = Object.entries(properties ?? {}).map(([name, property]) => {
    const words = worded ? title(fieldDoc(worded, property)) : {}
    return [name, { ...bareSchema(property), ...words }] as const
  })
  return {
    ...(type && { type }),
    ...(schema.enum && { enum: schema.enum }),
    ...(format === 'binary' && { format }),
    ...(schema['x-64-bit-id'] && { 'x-64-bit-id': true }),
    ...(required && { required }),
    ...(items && { items: bareSchema(items) }),
    ...(allOf && { allOf: allOf.map((part) => bareSchema(part)) }),
    ...(anyOf && { anyOf: anyOf.map((part) => bareSchema(part)) }),
    ...(properties && { properties: Object.fromEntries(bare) }),
  }
}

/** openapi-typescript writes a title into the comment as it stands, and a description behind a tag. */
function title({ text, deprecated }: DocText): { title?: string; deprecated?: boolean } {
  return { ...(text !== '' && { title: text }), ...(deprecated && { deprecated }) }
}
