import type {
  HttpMethod,
  SpecCipher,
  SpecDocument,
  SpecOperation,
  SpecPagination,
  SpecParameter,
  SpecSchema,
} from './spec-document.ts'
import { resolveParameter, resolveSchema } from './spec-document.ts'
import type { SpecSource } from './specs-folder.ts'

/** One operation of a spec document, with everything a request to it is judged by. */
export interface Operation {
  /** Domain and method name as in the typed client: `order.getOrderList`. */
  name: string
  version: string
  method: string
  /** The path with its placeholders: `/product/202309/products/{product_id}`. */
  template: string
  document: SpecDocument
  parameters: SpecParameter[]
  body?: { mediaType: string; schema: SpecSchema }
  /** The schema of `data` in the answer. */
  data?: SpecSchema
  ciphers: SpecCipher[]
  identity: string[]
  apiVersion?: string
  pagination?: SpecPagination
  errorCodes: Record<string, string>
  /** Host of the operation when it is not that of the API: the token operations have one. */
  host?: string
}

/** What a method and a path lead to. */
export type Route =
  | { found: 'operation'; operation: Operation; pathParameters: Record<string, string> }
  | { found: 'other-methods'; methods: string[]; template: string }
  | { found: 'nothing' }

/** The operations of a source of specs, found by path or by name. */
export interface OperationIndex {
  /** Finds the operation of a request; `path` is as sent, percent-encoding included. */
  route(method: string, path: string): Route
  /** Finds operations by `order.getOrderList` (in every version that has it) or `GET /order/202309/orders`. */
  named(name: string): Operation[]
}

interface Template {
  text: string
  segments: string[]
  operations: Map<string, Operation>
}

/**
 * Makes an index that loads a document when the first request comes for it. There is no table of all paths: the path names version and domain
 * (`/order/202309/...`), and all legacy paths (`/api/...`) are of version 202212.
 */
export function indexOperations(source: SpecSource): OperationIndex {
  const loaded = new Map<string, Template[]>()
  const templatesOf = (name: string): Template[] => {
    let templates = loaded.get(name)
    if (!templates) loaded.set(name, (templates = readTemplates(source.load(name), name)))
    return templates
  }
  const documentsFor = (path: string): string[] => {
    const [, first = '', second = ''] = path.split('/')
    const own = `${second}/${first}`
    if (source.names().includes(own)) return [own]
    return source.names().filter((name) => name.startsWith(first === 'api' ? '202212/' : `${second}/`))
  }
  return {
    route(method, path) {
      const segments = path.split('/')
      // Only the most literal template counts: a GET of /products/search is a wrong method, not a product named search.
      const [template] = documentsFor(path)
        .flatMap(templatesOf)
        .filter((candidate) => matches(candidate, segments))
        .sort((a, b) => placeholderRank(a).localeCompare(placeholderRank(b)))
      if (!template) return { found: 'nothing' }
      const operation = template.operations.get(method)
      if (!operation)
        return { found: 'other-methods', methods: [...template.operations.keys()], template: template.text }
      return { found: 'operation', operation, pathParameters: readPathParameters(template, segments) }
    },
    named(name) {
      const [method = '', path] = name.split(' ')
      const documents =
        path === undefined
          ? source
              .names()
              .filter((document) => name.startsWith(`${camelCase(document.slice(document.indexOf('/') + 1))}.`))
          : documentsFor(path)
      const operations = documents.flatMap(templatesOf).flatMap((template) => [...template.operations.values()])
      return operations.filter((operation) =>
        path === undefined
          ? operation.name === name
          : operation.template === path && operation.method === method.toUpperCase(),
      )
    },
  }
}

function readTemplates(document: SpecDocument, name: string): Template[] {
  const domain = camelCase(name.slice(name.indexOf('/') + 1))
  return Object.entries(document.paths).map(([text, pathItem]) => {
    const operations = new Map<string, Operation>()
    for (const [method, operation] of Object.entries(pathItem) as [HttpMethod, SpecOperation][]) {
      if (!operation.operationId) continue
      operations.set(method.toUpperCase(), readOperation(document, domain, method.toUpperCase(), text, operation))
    }
    return { text, segments: text.split('/'), operations }
  })
}

function readOperation(
  document: SpecDocument,
  domain: string,
  method: string,
  template: string,
  spec: SpecOperation,
): Operation {
  const [mediaType, media] = Object.entries(spec.requestBody?.content ?? {})[0] ?? []
  const envelope = spec.responses?.['200']?.content?.['application/json']?.schema
  const data = envelope && propertyOf(document, envelope, 'data')
  const server = spec.servers?.[0]?.url
  return {
    name: `${domain}.${spec.operationId}`,
    version: document.info.version,
    method,
    template,
    document,
    parameters: (spec.parameters ?? []).map((parameter) => resolveParameter(document, parameter)),
    ...(mediaType !== undefined && { body: { mediaType, schema: media?.schema ?? {} } }),
    ...(data && { data }),
    ciphers: [spec['x-cipher'] ?? []].flat(),
    identity: spec['x-identity'] ?? [],
    ...(spec['x-api-version'] !== undefined && { apiVersion: spec['x-api-version'] }),
    ...(spec['x-pagination'] && { pagination: spec['x-pagination'] }),
    errorCodes: spec['x-error-codes'] ?? {},
    ...(server !== undefined && { host: new URL(server).host }),
  }
}

/** The envelope is an `allOf`; what comes later in it is more precise. */
function propertyOf(document: SpecDocument, schema: SpecSchema, name: string): SpecSchema | undefined {
  const resolved = resolveSchema(document, schema)
  for (const part of [...(resolved.allOf ?? [])].reverse()) {
    const found = propertyOf(document, part, name)
    if (found) return found
  }
  return resolved.properties?.[name]
}

const isPlaceholder = (segment: string) => segment.startsWith('{') && segment.endsWith('}')

function matches(template: Template, segments: string[]): boolean {
  return (
    template.segments.length === segments.length &&
    template.segments.every((segment, at) => (isPlaceholder(segment) ? segments[at] !== '' : segment === segments[at]))
  )
}

/** Sorts `/products/search` before `/products/{product_id}`. */
function placeholderRank(template: Template): string {
  return template.segments.map((segment) => (isPlaceholder(segment) ? '1' : '0')).join('')
}

function readPathParameters(template: Template, segments: string[]): Record<string, string> {
  const parameters: Record<string, string> = {}
  template.segments.forEach((segment, at) => {
    if (isPlaceholder(segment)) parameters[segment.slice(1, -1)] = decode(segments[at] ?? '')
  })
  return parameters
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}

function camelCase(domain: string): string {
  return domain.replace(/_+(\w)/g, (_, letter: string) => letter.toUpperCase())
}
