import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { listDocuments } from '../../../codegen/specs/write/write-folder.ts'

/** The folder of the committed documents. */
export const specsFolder = fileURLToPath(new URL('../../../specs', import.meta.url))

/** What the tests look at in an operation of a document. */
export interface EmittedOperation {
  operationId: string
  summary: string
  externalDocs?: { url: string }
  parameters?: { name: string; in: string; style?: string; explode?: boolean; schema: EmittedSchema }[]
  requestBody?: { content: Record<string, { schema: EmittedSchema }> }
  servers?: { url: string }[]
  security?: unknown[]
  responses: Record<string, unknown>
  [mark: `x-${string}`]: unknown
}

/** What the tests look at in a schema. */
export interface EmittedSchema {
  $ref?: string
  type?: string
  format?: string
  items?: EmittedSchema
  required?: string[]
  properties?: Record<string, EmittedSchema>
  anyOf?: { type: string; enum?: unknown[] }[]
  [keyword: string]: unknown
}

/** A committed document. */
export interface EmittedDocument {
  info: { version: string }
  tags: { name: string }[]
  paths: Record<string, Record<string, EmittedOperation>>
  components: { schemas: Record<string, EmittedSchema> }
}

/** All committed documents, by path below `specs/`. */
export function readDocuments(): Map<string, EmittedDocument> {
  const paths = listDocuments(specsFolder)
  return new Map(
    paths.map((path) => [path, JSON.parse(readFileSync(join(specsFolder, path), 'utf8')) as EmittedDocument]),
  )
}

/** All operations of the documents, each with its key: `202309 GET /order/202309/orders`. */
export function operationsIn(documents: Iterable<EmittedDocument>): Map<string, EmittedOperation> {
  const operations = new Map<string, EmittedOperation>()
  for (const { info, paths } of documents) {
    for (const [path, item] of Object.entries(paths)) {
      for (const [method, operation] of Object.entries(item)) {
        operations.set(`${info.version} ${method.toUpperCase()} ${path}`, operation)
      }
    }
  }
  return operations
}
