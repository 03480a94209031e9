import {
  openCodes,
  operationsOf,
  referenceName,
  resolveSchema,
  type Operation,
  type Schema,
  type SpecDocument,
} from './document.ts'
import type { ArgumentModel, ComponentModel, DomainModel, OperationModel } from './model.ts'
import { camelCase, pascalCase } from './names.ts'
import { dataSchema, shapeAlong } from './schema-path.ts'
import type { SpecFile } from './validate.ts'

/** Builds the model of a document that has been validated. */
export function buildModel({ file, version, domain, document }: SpecFile): DomainModel {
  const operations = [...operationsOf(document)].map(({ path, method, operation }) => {
    return buildOperation(document, method.toUpperCase(), path, operation)
  })
  const components = collectComponents(document, operations)
  return { version, domain, domainKey: camelCase(domain), file, document, operations, components }
}

function buildOperation(document: SpecDocument, method: string, path: string, spec: Operation): OperationModel {
  const [content] = Object.entries(spec.requestBody?.content ?? {})
  const listed = content && {
    contentType: content[0],
    component: referenceName(content[1].schema) ?? '',
    schema: resolveSchema(document, content[1].schema),
  }
  const sent = spec['x-request-body-not-sent'] ? undefined : listed
  const data = dataSchema(spec) ?? {}
  const pagination = spec['x-pagination']
  const item = pagination && shapeAlong(document, data, pagination.items)?.items
  return {
    name: spec.operationId,
    typeName: pascalCase(spec.operationId),
    method,
    path,
    spec,
    arguments: layFlat(spec, sent?.schema),
    ...(sent && { body: sent }),
    unsentFields: sent ? [] : unsentFields(spec, listed?.schema),
    data,
    ...(item && { item }),
  }
}

/** A field that is listed for the query too is sent there. */
function unsentFields(spec: Operation, body: Schema | undefined): string[] {
  const sent = (spec.parameters ?? []).map(({ name }) => name)
  return Object.keys(body?.properties ?? {}).filter((name) => !sent.includes(name))
}

/** Required arguments come first; among equals those of the path, then of the query, then of the body. */
function layFlat(spec: Operation, body: Schema | undefined): ArgumentModel[] {
  const laid = new Map<string, ArgumentModel>()
  for (const place of ['path', 'query'] as const) {
    for (const parameter of spec.parameters ?? []) {
      if (parameter.in !== place) continue
      laid.set(parameter.name, {
        name: parameter.name,
        required: parameter.required === true || place === 'path',
        parameter,
      })
    }
  }
  for (const [name, field] of Object.entries(body?.properties ?? {})) {
    const before = laid.get(name)
    laid.set(name, {
      ...before,
      name,
      required: before?.required === true || body?.required?.includes(name) === true,
      field,
    })
  }
  const all = [...laid.values()]
  return [...all.filter(({ required }) => required), ...all.filter(({ required }) => !required)]
}

function collectComponents(document: SpecDocument, operations: OperationModel[]): Map<string, ComponentModel> {
  const found = new Map<string, ComponentModel>()
  const visit = (schema: Schema, way: 'sent' | 'received'): void => {
    const name = referenceName(schema)
    const target = name === undefined ? undefined : document.components?.schemas?.[name]
    if (name !== undefined && target) {
      const component = found.get(name) ?? { name, kind: kindOf(target), schema: target, sent: false, received: false }
      if (component[way]) return
      component[way] = true
      found.set(name, component)
    }
    for (const inner of inside(target ?? schema)) visit(inner, way)
  }
  for (const operation of operations) {
    for (const { parameter, field } of operation.arguments) {
      if (parameter) visit(parameter.schema, 'sent')
      if (field) visit(field, 'sent')
    }
    visit(operation.data, 'received')
  }
  return new Map([...found].sort(([a], [b]) => (a < b ? -1 : 1)))
}

function kindOf(schema: Schema): ComponentModel['kind'] {
  if (openCodes(schema)) return 'codes'
  return schema.type === 'object' ? 'shape' : 'alias'
}

function inside(schema: Schema): Schema[] {
  return [...Object.values(schema.properties ?? {}), ...(schema.items ? [schema.items] : []), ...(schema.allOf ?? [])]
}
