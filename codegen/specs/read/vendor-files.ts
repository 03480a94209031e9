import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { Operation, Parameter, Shape, ShapeType } from '../model.ts'
import { unitOfExample } from './unit.ts'

/** The npm package in which the vendor ships its OpenAPI files. */
export const vendorPackage = '@tts-open-toolkit/cli'

const pathsFolder = 'skills/tts-openapi-guide/references/oas/paths'

/** The vendor's files as found: the package's version, and name, hash and content of each file. */
export interface VendorFiles {
  version: string
  files: { name: string; sha256: string; document: VendorDocument }[]
}

/** What is read of a vendor's OpenAPI 3.0 document; its prose is left where it is. */
export interface VendorDocument {
  paths: Record<string, Record<string, VendorOperation>>
}

interface VendorOperation {
  summary: string
  parameters: { name: string; in: string; required: boolean; schema: VendorSchema; example?: unknown }[]
  requestBody?: { content: Record<string, { schema: VendorSchema }> }
  responses: { 200: { content: { 'application/json': { schema: VendorSchema } } } }
}

interface VendorSchema {
  type: ShapeType
  format?: string
  example?: unknown
  properties?: Record<string, VendorSchema>
  items?: VendorSchema
}

/** Reads the vendor's files from the installed package. */
export function readVendorFiles(): VendorFiles {
  const manifest = createRequire(import.meta.url).resolve(`${vendorPackage}/package.json`)
  const folder = join(dirname(manifest), pathsFolder)
  const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version: string }
  const names = readdirSync(folder).filter((name) => name.endsWith('.json'))
  const files = names.sort().map((name) => {
    const text = readFileSync(join(folder, name), 'utf8')
    const sha256 = createHash('sha256').update(text).digest('hex')
    return { name, sha256, document: JSON.parse(text) as VendorDocument }
  })
  return { version, files }
}

/** Turns the vendor's documents into operations. */
export function readVendorOperations(documents: VendorDocument[]): Operation[] {
  return documents.flatMap((document) =>
    Object.entries(document.paths).flatMap(([path, item]) =>
      Object.entries(item).map(([method, operation]) => readOperation(method.toUpperCase(), path, operation)),
    ),
  )
}

function readOperation(method: string, path: string, source: VendorOperation): Operation {
  const [, domain = '', version = ''] = path.split('/')
  const [content] = Object.entries(source.requestBody?.content ?? {})
  const data = source.responses[200].content['application/json'].schema.properties?.['data']
  const operation: Operation = {
    version,
    domain,
    method,
    path,
    name: source.summary,
    operationId: '',
    parameters: source.parameters.filter(({ in: place }) => place !== 'header').map(readParameter),
    data: data ? readShape('data', data) : { type: 'object', fields: new Map() },
    scopes: [],
    errors: new Map(),
    sources: ['vendor-openapi'],
  }
  if (content) {
    operation.contentType = content[0] === 'multipart/form-data' ? 'multipart/form-data' : 'application/json'
    operation.body = readShape('body', content[1].schema)
  }
  return operation
}

function readParameter(source: VendorOperation['parameters'][number]): Parameter {
  const shape = readShape(source.name, { example: source.example, ...source.schema })
  shape.required = source.required
  return { name: source.name, in: source.in === 'path' ? 'path' : 'query', shape }
}

function readShape(name: string, source: VendorSchema): Shape {
  const shape: Shape = { type: source.type }
  if (source.type === 'object') {
    const fields = Object.entries(source.properties ?? {})
    shape.fields = new Map(fields.map(([field, schema]) => [field, readShape(field, schema)]))
  }
  if (source.type === 'array') shape.items = readShape(name, source.items ?? { type: 'object' })
  const format = readFormat(source.format)
  if (format !== undefined) shape.format = format
  const unit = source.type === 'integer' ? unitOfExample(name, source.example) : undefined
  if (unit) shape.unit = unit
  return shape
}

/** The vendor's int8 and int16 say no more to a JavaScript user than int32, and are no formats that tools know. */
function readFormat(format: string | undefined): string | undefined {
  return format === 'int8' || format === 'int16' ? 'int32' : format
}
