import type { Judgement } from './judge.ts'
import type { Refusal } from './refusals.ts'
import type { FormPart, ReceivedRequest } from './request.ts'

/** What became of a request. */
export interface Verdict {
  accepted: boolean
  /** 0 when accepted, otherwise the service's code. */
  code: number
  /** HTTP status of the answer. */
  status: number
  message: string
  /** What the service would not tell: for a wrong signature, the string that should have been signed, its secret masked. */
  hint?: string
}

/** A request as it arrived, and what the shop made of it. */
export interface LoggedRequest {
  method: string
  url: string
  /** As sent, percent-encoding included. */
  path: string
  /** Domain and method name as in the typed client, such as `order.getOrderList`; `undefined` when no operation has that path and method. */
  operation?: string
  /** API version of the operation. */
  version?: string
  /** The path with its placeholders. */
  template?: string
  pathParameters: Record<string, string>
  /** Names and decoded values in the order in which they were sent. */
  query: [name: string, value: string][]
  /** Names in lower case. */
  headers: Record<string, string>
  /** The body as text, exactly as sent; `undefined` when there was none or it was a form. */
  body?: string
  /** The fields of a form, in the order in which they were sent. */
  parts?: FormPart[]
  /** What was sent although the spec does not have it, such as `query.foo` or `body.skus[0].bar`; the service ignores it. */
  ignored: string[]
  verdict: Verdict
}

/** Writes down a request and the verdict on it; a refusal that only the answer brought to light counts, too. */
export function logRequest(
  url: string,
  { method, path, query, headers, body, parts }: ReceivedRequest,
  { operation, template, pathParameters, ignored }: Judgement,
  refusal: Refusal | undefined,
): LoggedRequest {
  return {
    method,
    url,
    path,
    ...(operation && { operation: operation.name, version: operation.version }),
    ...(template !== undefined && { template }),
    pathParameters,
    query,
    headers,
    ...(body !== undefined && { body }),
    ...(parts && { parts }),
    ignored,
    verdict: refusal ? { accepted: false, ...refusal } : { accepted: true, code: 0, status: 200, message: 'Success' },
  }
}
