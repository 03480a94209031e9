import type { Checking } from './check-value.ts'
import { capitalised, checkObject, checkText, checkValue } from './check-value.ts'
import type { Operation } from './operations.ts'
import type { Refusal } from './refusals.ts'
import { refuse } from './refusals.ts'
import type { FormPart, ReceivedRequest } from './request.ts'
import { mediaTypeOf } from './signature.ts'
import type { SpecSchema } from './spec-document.ts'
import { resolveSchema, typeOf } from './spec-document.ts'

/** Parameters that no spec lists, as the signature, the token and the identity of the shop are judged on their own. */
const common = ['app_key', 'timestamp', 'sign', 'shop_cipher', 'category_asset_cipher']
const legacyCommon = [...common, 'access_token', 'version', 'shop_id', 'app_secret']

/** Checks path and query parameters. An empty value counts as not sent: go validators refuse it for a required field [H]. */
export function checkParameters(
  { parameters, version }: Operation,
  pathParameters: Record<string, string>,
  query: ReceivedRequest['query'],
  checking: Checking,
): Refusal | undefined {
  const values = new Map(query)
  for (const { name, in: place, required, schema } of parameters) {
    const value = place === 'path' ? pathParameters[name] : values.get(name)
    if (value === undefined || value === '') {
      if (required) return refuse('parameter', `${capitalised(name)} is a required field`)
      continue
    }
    const refusal = checkText(value, schema ?? {}, name, place, checking)
    if (refusal) return refusal
  }
  const listed = parameters.filter((parameter) => parameter.in === 'query').map(({ name }) => name)
  const known = new Set([...listed, ...(version === '202212' ? legacyCommon : common)])
  for (const [name] of query) if (!known.has(name)) checking.ignored.push(`query.${name}`)
  return undefined
}

/** Checks the media type of a body; a request without a body needs none, although the specs ask for the header everywhere [U]. */
export function checkContentType({ body }: Operation, { headers, bytes }: ReceivedRequest): Refusal | undefined {
  const sent = mediaTypeOf(headers['content-type'])
  if (body?.mediaType === 'multipart/form-data') {
    if (sent === 'multipart/form-data') return undefined
    return refuse('contentTypeOfForm', `The content type must be multipart/form-data, not ${sent ?? 'left out'}.`)
  }
  if (!body || bytes.length === 0 || sent === 'application/json') return undefined
  return refuse('contentType', `The content type must be application/json, not ${sent ?? 'left out'}.`)
}

/** Checks a JSON or form body against its schema. */
export function checkBody(
  { body, method }: Operation,
  request: ReceivedRequest,
  checking: Checking,
): Refusal | undefined {
  if (!body) {
    if (request.bytes.length > 0) checking.ignored.push('body')
    return undefined
  }
  const schema = resolveSchema(checking.document, body.schema)
  if (body.mediaType === 'multipart/form-data') return checkForm(request.parts, schema, checking)
  // fetch cannot send a body with GET, so no GET operation can insist on one.
  if (request.body === undefined) return method === 'GET' ? undefined : checkObject({}, schema, 'body', checking)
  let value: unknown
  try {
    value = JSON.parse(request.body)
  } catch {
    return refuse('parameter', 'The body is not valid JSON.')
  }
  return checkValue(value, { ...schema, type: 'object' }, 'body', checking)
}

function checkForm(parts: FormPart[] | undefined, schema: SpecSchema, checking: Checking): Refusal | undefined {
  if (!parts) {
    return refuse(
      'parameter',
      'The body is not a form that can be read.',
      'the Content-Type header must name the boundary that the body uses',
    )
  }
  const sent = new Map(parts.map(({ name, value }) => [name, value]))
  for (const name of schema.required ?? []) {
    if (!sent.has(name)) return refuse('parameter', `param body.${name} is missing`)
  }
  for (const [name, value] of sent) {
    const property = schema.properties?.[name]
    if (!property) checking.ignored.push(`body.${name}`)
    const refusal = property && checkPart(value, resolveSchema(checking.document, property), name, checking)
    if (refusal) return refusal
  }
  return undefined
}

function checkPart(value: string | File, schema: SpecSchema, name: string, checking: Checking): Refusal | undefined {
  const isFile = schema.format === 'binary'
  if (typeof value === 'string') {
    if (!isFile) return typeOf(schema) === 'object' ? undefined : checkText(value, schema, name, 'body', checking)
    return refuse('parameter', `param body.${name} type invalid. actual type:string, expected type:file`)
  }
  if (!isFile) {
    return refuse(
      'parameter',
      `param body.${name} type invalid. actual type:file, expected type:${typeOf(schema) ?? 'string'}`,
    )
  }
  const limit = schema['x-max-size-mb']
  if (limit === undefined || value.size <= limit * 1024 * 1024) return undefined
  return refuse('fileTooBig', `The file in ${name} has ${value.size} bytes; ${limit} MB are allowed.`)
}
