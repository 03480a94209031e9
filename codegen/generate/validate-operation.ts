import { pointer, referenceName, resolveSchema, type Method, type Operation, type SpecDocument } from './document.ts'
import { dataSchema, shapeAlong } from './schema-path.ts'
import type { Report } from './validate.ts'
import { validateSchema } from './validate-schema.ts'

const contentTypes = ['application/json', 'multipart/form-data']
const ciphers = ['shop_cipher', 'category_asset_cipher']

/** An object of methods with such a member is taken for a promise, or overrides what every object has. */
const unusableNames = ['then', 'constructor', 'prototype']

/** Checks one operation: its name, its parameters against its path, its body, its answer, and its marks. */
export function validateOperation(
  document: SpecDocument,
  path: string,
  method: Method,
  operation: Operation,
  report: Report,
): void {
  const at = ['paths', path, method]
  const { operationId } = operation
  if (
    typeof operationId !== 'string' ||
    !/^[a-z][A-Za-z0-9]*$/.test(operationId) ||
    unusableNames.includes(operationId)
  ) {
    const found =
      operationId === undefined ? 'is missing' : `${JSON.stringify(operationId)} cannot be the name of a method`
    report(pointer(...at, 'operationId'), found, 'Give the operation a camelCase name, such as "getOrderList".')
  }
  validateParameters(document, path, operation, at, report)
  validateBody(document, operation, at, report)
  validateAnswer(document, operation, at, report)
  const contentType = operation['x-content-type']
  if (contentType !== undefined && !/^[\w.+-]+\/[\w.+-]+$/.test(contentType)) {
    report(
      pointer(...at, 'x-content-type'),
      `"${contentType}" is no media type`,
      'Write type and subtype only, such as "application/json".',
    )
  }
  const cipher = operation['x-cipher']
  if (cipher && !ciphers.includes(cipher.name)) {
    report(pointer(...at, 'x-cipher', 'name'), `"${cipher.name}" is no cipher`, `Use ${ciphers.join(' or ')}.`)
  }
  validatePagination(document, operation, at, report)
}

function validateParameters(
  document: SpecDocument,
  path: string,
  operation: Operation,
  at: string[],
  report: Report,
): void {
  const placeholders = [...path.matchAll(/\{([^}]*)\}/g)].map(([, name]) => name)
  const parameters = operation.parameters ?? []
  for (const [index, parameter] of parameters.entries()) {
    const here = [...at, 'parameters', index]
    if (parameter.in !== 'path' && parameter.in !== 'query') {
      const remedy = 'Parameters stand in the path or in the query; headers are set by the runtime.'
      report(pointer(...here, 'in'), `"${String(parameter.in)}" is no place of a parameter`, remedy)
      continue
    }
    if (parameter.in === 'path' && !placeholders.includes(parameter.name)) {
      report(
        pointer(...here, 'name'),
        `"${parameter.name}" is not in the path`,
        `Put {${parameter.name}} into the path, or remove the parameter.`,
      )
    }
    if (parameter.schema) validateSchema(document, parameter.schema, [...here, 'schema'], report)
    else report(pointer(...here), `the parameter "${parameter.name}" has no schema`, 'Add "schema" with a type.')
  }
  for (const name of placeholders) {
    if (parameters.some((parameter) => parameter.in === 'path' && parameter.name === name)) continue
    report(
      pointer(...at, 'parameters'),
      `the placeholder {${name}} has no parameter`,
      `Add the path parameter "${name}".`,
    )
  }
}

function validateBody(document: SpecDocument, operation: Operation, at: string[], report: Report): void {
  if (!operation.requestBody) return
  const content = Object.entries(operation.requestBody.content ?? {})
  const [first] = content
  const here = [...at, 'requestBody', 'content']
  if (!first || content.length > 1 || !contentTypes.includes(first[0])) {
    const found = content.map(([type]) => type).join(', ') || 'nothing'
    report(pointer(...here), `the body is ${found}`, `Use one of ${contentTypes.join(', ')}.`)
    return
  }
  validateSchema(document, first[1].schema, [...here, first[0], 'schema'], report)
  const { type } = resolveSchema(document, first[1].schema)
  if (type !== 'object') {
    const remedy = 'A body must be an object: its fields are arguments of the method.'
    report(pointer(...here, first[0], 'schema'), `the body is of type ${String(type)}`, remedy)
  } else if (referenceName(first[1].schema) === undefined) {
    report(
      pointer(...here, first[0], 'schema'),
      'the body is written inline',
      'Move it to the components and refer to it.',
    )
  }
}

function validateAnswer(document: SpecDocument, operation: Operation, at: string[], report: Report): void {
  const schema = operation.responses?.['200']?.content?.['application/json']?.schema
  const here = [...at, 'responses', '200']
  if (!schema) {
    report(pointer(...here), 'the answer has no application/json schema', 'Describe the envelope with its data.')
    return
  }
  validateSchema(document, schema, [...here, 'content', 'application/json', 'schema'], report)
  if (!dataSchema(operation)) {
    const remedy = 'Write allOf of the Envelope and {type: object, properties: {data}}.'
    report(
      pointer(...here, 'content', 'application/json', 'schema'),
      'the answer has no data beside the envelope',
      remedy,
    )
  }
}

function validatePagination(document: SpecDocument, operation: Operation, at: string[], report: Report): void {
  const pagination = operation['x-pagination']
  const data = dataSchema(operation)
  if (!pagination || !data) return
  const items = shapeAlong(document, data, pagination.items)
  if (items?.type !== 'array') {
    report(
      pointer(...at, 'x-pagination', 'items'),
      `"${pagination.items}" is no array of the data`,
      'Name the array that holds the items.',
    )
  }
  for (const key of ['next', 'more', 'total'] as const) {
    const field = pagination[key]
    if (field === undefined || shapeAlong(document, data, field)) continue
    report(
      pointer(...at, 'x-pagination', key),
      `"${field}" is no field of the data`,
      'Name a field of the data, or remove the mark.',
    )
  }
  for (const key of ['parameter', 'sizeParameter'] as const) {
    const name = pagination[key]
    if (name === undefined || takes(document, operation, pagination.in, name)) continue
    report(
      pointer(...at, 'x-pagination', key),
      `"${name}" is not in the ${pagination.in}`,
      'Name a parameter of the operation, or correct "in".',
    )
  }
}

function takes(document: SpecDocument, operation: Operation, place: 'query' | 'body', name: string): boolean {
  if (place === 'query')
    return (operation.parameters ?? []).some((parameter) => parameter.in === 'query' && parameter.name === name)
  const [content] = Object.values(operation.requestBody?.content ?? {})
  return content !== undefined && shapeAlong(document, content.schema, name) !== undefined
}
