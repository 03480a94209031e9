import { refusal } from './check.ts'
import { toJson } from './int64.ts'
import { formOf } from './multipart.ts'
import type { Operation } from './operation.ts'
import type { LightRequest, RequestBody } from './request.ts'

/**
 * Gives the body its wire form. An operation without any argument for its body has none: the service takes that for an empty
 * object, and where nothing is sent nothing can be signed wrongly. The body of a GET is left out, as `fetch` cannot send one.
 */
export function wireBody(operation: Operation, body: unknown): RequestBody {
  if (operation.method === 'GET') return undefined
  if (operation.body === 'form') return body instanceof FormData ? body : () => formOf(body as Record<string, unknown>)
  try {
    return toJson(body, operation.int64['body'])
  } catch (error) {
    throw refusal(operation, (error as Error).message)
  }
}

/** Sets the Content-Type, which the service wants on every request; that of a form is left to `fetch`, which knows the boundary. */
export function setContentType({ contentType }: Operation, { headers, body }: LightRequest): void {
  if (typeof body === 'function' || body instanceof FormData) headers.delete('content-type')
  else if (!headers.has('content-type')) headers.set('content-type', contentType)
}
