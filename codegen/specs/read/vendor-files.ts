import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { Operation, Parameter, Shape, ShapeType } from '../model.ts'
import type { Problem } from '../problem.ts'
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
  responses: { 200?: { content?: { 'application/json'?: { schema: VendorSchema } } } }
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

/** Turns the vendor's documents into operations. What a newer package does differently becomes a problem, not a guess. */
export function readVendorOperations(
  files: Pick<VendorFiles['files'][number], 'name' | 'document'>[],
  problems: Problem[],
): Operation[] {
  return files.flatMap(({ name, document }) =>
    Object.entries(document.paths).flatMap(([path, item]) =>
      Object.entries(item).map(([method, operation]) => {
        const fail = (at: string, what: string) => {
          const key = `${method.toUpperCase()} ${path}${at}`
          problems.push({ file: `${vendorPackage} ${name}`, at: key, what, remedy: newFormRemedy })
        }
        return readOperation(method.toUpperCase(), path, operation, fail)
      }),
    ),
  )
}

const newFormRemedy = "The vendor's files have a new form: teach codegen/specs/read/vendor-files.ts to read it."
const types: string[] = ['object', 'array', 'string', 'integer', 'number', 'boolean'] satisfies ShapeType[]

type Fail = (at: string, what: string) => void

function readOperation(method: string, path: string, source: VendorOperation, fail: Fail): Operation {
  if (!/^\/\w+\/\d{6}\//.test(path)) fail('', 'The path has no version.')
  const [, domain = '', version = ''] = path.split('/')
  const [content] = Object.entries(source.requestBody?.content ?? {})
  const data = source.responses[200]?.content?.['application/json']?.schema.properties?.['data']
  if (!data) fail(' response', 'The answer has no data.')
  const operation: Operation = {
    version,
    domain,
    method,
    path,
    name: source.summary,
    operationId: '',
    parameters: source.parameters
      .filter(({ in: place }) => place !== 'header')
      .map((parameter) => readParameter(parameter, fail)),
    data: data ? readShape('data', data, ' data', fail) : { type: 'object', fields: new Map() },
    scopes: [],
    errors: new Map(),
    sources: ['vendor-openapi'],
  }
  if (content) {
    operation.contentType = content[0] === 'multipart/form-data' ? 'multipart/form-data' : 'application/json'
    operation.body = readShape('body', content[1].schema, ' body', fail)
  }
  return operation
}

function readParameter(source: VendorOperation['parameters'][number], fail: Fail): Parameter {
  const shape = readShape(source.name, { example: source.example, ...source.schema }, ` ${source.name}`, fail)
  shape.required = source.required
  return { name: source.name, in: source.in === 'path' ? 'path' : 'query', shape }
}

function readShape(name: string, source: VendorSchema, at: string, fail: Fail): Shape {
  if (!types.includes(source.type)) fail(at, `The type is ${JSON.stringify(source.type)}.`)
  const shape: Shape = { type: source.type }
  if (source.type === 'object') {
    const fields = Object.entries(source.properties ?? {})
    shape.fields = new Map(fields.map(([field, schema]) => [field, readShape(field, schema, `${at}.${field}`, fail)]))
  }
  if (source.type === 'array') shape.items = readShape(name, source.items ?? { type: 'object' }, `${at}[]`, fail)
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
