import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The parts of a schema that these tests read. */
export interface Schema {
  $ref?: string
  type?: string
  format?: string
  description?: string
  properties?: Record<string, Schema>
  required?: string[]
  items?: Schema
  anyOf?: Schema[]
  allOf?: Schema[]
  enum?: (string | number)[]
  minimum?: number
  maximum?: number
  minLength?: number
  maxLength?: number
  minItems?: number
  maxItems?: number
  'x-64-bit-id'?: boolean
}

export interface Parameter {
  name: string
  in: 'path' | 'query'
  required?: boolean
  schema: Schema
}

export interface Operation {
  operationId: string
  parameters?: Parameter[]
  requestBody?: { content: Record<string, { schema: Schema }> }
  responses: { 200: { content: { 'application/json': { schema: { allOf: Schema[] } } } } }
  servers?: { url: string }[]
  'x-operation-name': string
  'x-cipher'?: { name: string; required: boolean }
  'x-identity'?: string[]
  'x-api-version'?: string
  'x-content-type'?: string
  'x-request-body-not-sent'?: boolean
  'x-pagination'?: {
    style: string
    in: string
    parameter: string
    sizeParameter?: string
    items: string
    next?: string
    more?: string
  }
}

export interface SpecDocument {
  paths: Record<string, Record<string, Operation>>
  components: { schemas: Record<string, Schema> }
}

/** An operation together with where it stands in specs/. */
export interface Found {
  version: string
  domain: string
  document: SpecDocument
  method: string
  path: string
  operation: Operation
}

const folder = new URL('../specs/', import.meta.url).pathname

/** Reads every operation of every document below specs/, straight from the files. */
export function readOperations(): Found[] {
  const versions = readdirSync(folder).filter((name) => /^\d{6}$/.test(name))
  return versions.sort().flatMap((version) =>
    readdirSync(join(folder, version))
      .sort()
      .flatMap((file) => {
        const document = JSON.parse(readFileSync(join(folder, version, file), 'utf8')) as SpecDocument
        const domain = file.replace('.json', '')
        return Object.entries(document.paths).flatMap(([path, item]) =>
          Object.entries(item).map(([method, operation]) => ({
            version,
            domain,
            document,
            method: method.toUpperCase(),
            path,
            operation,
          })),
        )
      }),
  )
}

/** Follows references until a schema that says something itself. */
export function resolve(document: SpecDocument, schema: Schema): Schema {
  if (!schema.$ref) return schema
  const name = schema.$ref.replace('#/components/schemas/', '')
  const target = document.components.schemas[name]
  if (!target) throw new Error(`no schema ${name}`)
  return { ...resolve(document, target), ...(schema.description && { description: schema.description }) }
}
