import { refusal } from './check.ts'
import { toJson } from './int64.ts'
import { formOf } from './multipart.ts'
import type { Operation } from './operation.ts'
import type { RequestBody } from './request.ts'

/**
 * Gives the body its wire form. An operation without any argument for its body has none: the service takes that for an empty
 * object, and where nothing is sent nothing can be signed wrongly. The body of a GET is left out, as `fetch` cannot send one.
 */
export function wireBody(operation: Operation, body: unknown): RequestBody {
  if (operation.method === 'GET') return undefined
  if (body instanceof FormData) return body
  if (operation.body === 'form') return () => formOf(body as Record<string, unknown>)
  try {
    return toJson(body, operation.int64['body'])
  } catch (error) {
    throw refusal(operation, (error as Error).message)
  }
}

/** The Content-Type, which the service wants on every request; null for a form, as `fetch` knows the boundary and sets it. */
export function contentTypeOf(operation: Operation, body: unknown): string | null {
  return body && (operation.body === 'form' || body instanceof FormData) ? null : operation.contentType
}
