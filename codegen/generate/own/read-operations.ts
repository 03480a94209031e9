import type { Operation } from '../../specs/model.ts'
import { pascalCase, splitWords } from '../../specs/words.ts'
import { methods, pointer } from '../document.ts'
import {
  follow,
  type PlainDocument,
  type PlainOperation,
  type PlainParameter,
  type PlainSchema,
} from './plain-document.ts'
import { readShape, type Reading } from './read-shape.ts'

const versionedPath = /^\/(?:(api)|([A-Za-z][\w-]*)\/(\d{6}))\//

/** Tells version and domain from a path: `/order/202309/orders`, or `/api/orders/search` of the API before 202309. */
export function versionOf(path: string): { version: string; domain: string } | undefined {
  const [, legacy, domain = '', version = ''] = versionedPath.exec(path) ?? []
  if (legacy !== undefined) return { version: '202212', domain: path.split('/')[2] ?? 'api' }
  return version === '' ? undefined : { version, domain }
}

/** Reads the operations of a plain document whose paths have a version; what signs and authorises them is left out later. */
export function readOperations(reading: Reading): Operation[] {
  const { document } = reading
  const taken = new Set<string>()
  return Object.entries(document.paths).flatMap(([path, item]) => {
    const found = versionOf(path)
    if (!found) return []
    return methods.flatMap((method) => {
      const source = item[method] as PlainOperation | undefined
      if (!source) return []
      const name = nameOf(source, method, path, `${found.version} ${found.domain}`, taken)
      const common = (item['parameters'] as PlainParameter[] | undefined) ?? []
      return [readOperation(reading, source, { method: method.toUpperCase(), path, name, ...found }, common)]
    })
  })
}

type Place = Pick<Operation, 'method' | 'path' | 'name' | 'version' | 'domain'>

function readOperation(reading: Reading, source: PlainOperation, place: Place, common: PlainParameter[]): Operation {
  const at = pointer('paths', place.path, place.method.toLowerCase())
  const operation: Operation = {
    ...place,
    operationId: '',
    parameters: readParameters(reading, [...common, ...(source.parameters ?? [])], place, at),
    data: readData(reading, source, place, at),
    scopes: [],
    errors: new Map(),
    sources: [],
  }
  const summary = firstLine(source.summary) ?? firstLine(source.description)
  if (summary !== undefined && summary !== place.name) operation.summary = summary
  if (source.externalDocs?.url !== undefined) operation.page = source.externalDocs.url
  if (source.deprecated) operation.deprecated = true
  const content = Object.entries(source.requestBody?.content ?? {})
  const [type, media] = content.find(([name]) => name === 'application/json') ?? content[0] ?? []
  if (type === undefined || !media?.schema) return operation
  operation.contentType = type === 'multipart/form-data' ? type : 'application/json'
  operation.body = readShape(reading, media.schema, `${place.name}.body`, `${at}/requestBody`)
  if (operation.body.type !== 'object') {
    reading.fail(
      `${at}/requestBody`,
      `the body is of type ${operation.body.type}`,
      'A body must be an object: its fields are arguments of the method.',
    )
  }
  return operation
}

/** Headers are set by the runtime, so only what stands in path and query is an argument. */
function readParameters(
  reading: Reading,
  sources: PlainParameter[],
  { name }: Place,
  at: string,
): Operation['parameters'] {
  const resolved = sources.map((source) =>
    source.$ref === undefined ? source : (follow<PlainParameter>(reading.document, source.$ref) ?? source),
  )
  return resolved.flatMap((source, index) => {
    if (source.in !== 'path' && source.in !== 'query') return []
    const schema: PlainSchema = {
      ...(source.description !== undefined && { description: source.description }),
      ...source.schema,
    }
    const shape = readShape(
      reading,
      schema.type || schema.$ref ? schema : { type: 'string', ...schema },
      `${name}.parameters.${source.name}`,
      `${at}/parameters/${String(index)}`,
    )
    if (source.required) shape.required = true
    if (source.deprecated) shape.deprecated = true
    return [{ name: source.name, in: source.in, shape }]
  })
}

/** Every answer of this API is an envelope; what it holds is its `data`. */
function readData(
  reading: Reading,
  { responses = {} }: PlainOperation,
  { name }: Place,
  at: string,
): Operation['data'] {
  const [status = '', answer] = Object.entries(responses).find(([code]) => /^2/.test(code)) ?? []
  const schema = dataOf(reading.document, answer?.content?.['application/json']?.schema ?? {})
  return schema
    ? readShape(reading, schema, `${name}.data`, `${at}/responses/${status}`)
    : { type: 'object', fields: new Map() }
}

function dataOf(document: PlainDocument, schema: PlainSchema): PlainSchema | undefined {
  if (schema.$ref !== undefined) return dataOf(document, follow<PlainSchema>(document, schema.$ref) ?? {})
  return (
    schema.properties?.['data'] ??
    schema.allOf?.map((part) => dataOf(document, part)).find((found) => found !== undefined)
  )
}

/** The operationId, else a summary that is a name (the vendor's files have it there), else method and path. */
function nameOf(source: PlainOperation, method: string, path: string, group: string, taken: Set<string>): string {
  const fromPath = pascalCase(
    splitWords([method, ...path.split('/').filter((part) => !/^\d{6}$/.test(part))].join('_')),
  )
  const summary = /^[A-Za-z][A-Za-z0-9]*$/.test(source.summary ?? '') ? source.summary : undefined
  const wanted = pascalCase(splitWords(source.operationId ?? summary ?? '')) || fromPath
  const name = [wanted, fromPath, `${wanted}${fromPath}`].find((each) => !taken.has(`${group} ${each}`)) ?? wanted
  taken.add(`${group} ${name}`)
  return name
}

function firstLine(text: string | undefined): string | undefined {
  const line = text?.trim().split('\n')[0]?.trim()
  return line === '' ? undefined : line
}
