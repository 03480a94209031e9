import type { Components } from '../name/components.ts'
import { emitOperation } from './emit-operation.ts'
import { codesSchema, objectSchema, type JsonObject } from './emit-schema.ts'
import { legacyVersion, type Operation } from '../model.ts'

/** Writes the OpenAPI 3.1 document of one version and domain. `operations` are sorted by path and method. */
export function emitDocument(operations: Operation[], components: Components): JsonObject {
  const { version = '', domain = '' } = operations[0] ?? {}
  const paths: Record<string, JsonObject> = {}
  for (const operation of operations) {
    paths[operation.path] ??= {}
    Object.assign(paths[operation.path] ?? {}, {
      [operation.method.toLowerCase()]: emitOperation(operation, components.nameOf),
    })
  }
  return {
    openapi: '3.1.0',
    info: {
      title: `TikTok Shop Open API: ${domain}`,
      version,
      description: 'Written by `npm run specs`. Not an official TikTok document.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: 'https://open-api.tiktokglobalshop.com' }],
    security: [{ signature: [], accessToken: [] }],
    tags: [{ name: domain, description: `Operations of the ${domain.replaceAll('_', ' ')} domain.` }],
    paths,
    components: {
      schemas: emitSchemas(operations, components),
      responses: { Error: errorResponse },
      securitySchemes: securitySchemes(version),
    },
  }
}

function emitSchemas(operations: Operation[], components: Components): JsonObject {
  const requests = new Set(operations.flatMap(({ body }) => (body ? requestNames(body, components) : [])))
  const schemas = [...components.shapes].map(([name, shape]): [string, JsonObject] => [
    name,
    shape.codes ? codesSchema(shape) : objectSchema(shape, components.nameOf, requests.has(name)),
  ])
  const all: [string, JsonObject][] = [...schemas, ['Envelope', envelope]]
  return Object.fromEntries(all.sort(([a], [b]) => (a < b ? -1 : 1)))
}

function requestNames(body: NonNullable<Operation['body']>, components: Components): string[] {
  const names: string[] = []
  const collect = (shape: typeof body) => {
    if (shape.type === 'object') names.push(components.nameOf(shape))
    for (const field of shape.fields?.values() ?? []) collect(field)
    if (shape.items) collect(shape.items)
  }
  collect(body)
  return names
}

const envelope: JsonObject = {
  description: 'What every answer is wrapped in.',
  type: 'object',
  required: ['code', 'message'],
  properties: {
    code: { description: 'Result code; 0 is success, whatever the HTTP status.', type: 'integer', format: 'int32' },
    message: { description: 'What the service says of the result, in words.', type: 'string' },
    request_id: { description: 'Identifier of the request, which support asks for.', type: 'string' },
  },
}

const errorResponse: JsonObject = {
  description: 'The service refused the request or failed; `code` says why and is not 0.',
  content: { 'application/json': { schema: { $ref: '#/components/schemas/Envelope' } } },
}

function securitySchemes(version: string): JsonObject {
  const token =
    version === legacyVersion ? { in: 'query', name: 'access_token' } : { in: 'header', name: 'x-tts-access-token' }
  return {
    accessToken: {
      type: 'apiKey',
      ...token,
      description: 'Access token of the authorised seller, creator or partner.',
    },
    signature: {
      type: 'apiKey',
      in: 'query',
      name: 'sign',
      description: 'HMAC-SHA256 of the request with the app secret; sent with `app_key` and `timestamp`.',
    },
  }
}
