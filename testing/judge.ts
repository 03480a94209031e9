import {
  checkAccessToken,
  checkCiphers,
  checkCommonParameters,
  checkSignature,
  checkTimestamp,
} from './check-identity.ts'
import type { Gate } from './check-identity.ts'
import { checkBody, checkContentType, checkParameters } from './check-parameters.ts'
import type { Checking } from './check-value.ts'
import type { Operation, OperationIndex } from './operations.ts'
import type { Refusal } from './refusals.ts'
import { refuse } from './refusals.ts'
import type { ReceivedRequest } from './request.ts'
import { checkApp } from './tokens.ts'

/** What the shop made of a request. */
export interface Judgement {
  /** The operation that method and path lead to. */
  operation?: Operation
  /** The path with its placeholders; also there when only the method is wrong. */
  template?: string
  pathParameters: Record<string, string>
  /** `undefined` when the request is right. */
  refusal?: Refusal
  /** What was sent although the spec does not have it, such as `query.foo` or `body.skus[0].bar`. The service ignores it [U], so the shop does. */
  ignored: string[]
}

/**
 * Judges a request in the order in which the service seems to: that path comes before app key, and app key before signature, was seen live [F];
 * the places of the others are our choice [U]. The first thing wrong decides.
 */
export function judge(request: ReceivedRequest, operations: OperationIndex, gate: Gate): Judgement {
  const route = operations.route(request.method, request.path)
  if (route.found === 'other-methods') {
    const message = `${request.method} is not a method of ${route.template}; ${route.methods.join(', ')} is.`
    return { template: route.template, pathParameters: {}, refusal: refuse('wrongMethod', message), ignored: [] }
  }
  if (route.found === 'nothing' || isOnOtherHost(request.host, route.operation.host)) {
    return {
      pathParameters: {},
      refusal: refuse('unknownPath', `No operation has the path ${request.path}.`),
      ignored: [],
    }
  }
  const { operation, pathParameters } = route
  const ignored: string[] = []
  const checking: Checking = {
    document: operation.document,
    outOfRange: hasRangeCode(operation) ? 'outOfRange' : 'parameter',
    ignored,
  }
  const identity = operation.host !== undefined ? [] : identityChecks(request, operation, gate)
  const content = [
    () => checkContentType(operation, request),
    () => checkParameters(operation, pathParameters, request.query, checking),
    () => checkBody(operation, request, checking),
    () => (operation.host === undefined ? undefined : checkApp(request, gate)),
  ]
  let refusal: Refusal | undefined
  for (const check of [...identity, ...content]) {
    refusal = check()
    if (refusal) break
  }
  // The specs lift these two out of the token operations, as they lift the signature out of all others.
  const unknown =
    operation.host === undefined ? ignored : ignored.filter((name) => !/^body\.app_(key|secret)$/.test(name))
  return { operation, template: operation.template, pathParameters, ...(refusal && { refusal }), ignored: unknown }
}

function identityChecks(request: ReceivedRequest, operation: Operation, gate: Gate): (() => Refusal | undefined)[] {
  return [
    () => checkCommonParameters(request, gate),
    () => checkTimestamp(request, gate),
    () => checkAccessToken(request, operation, gate),
    () => checkSignature(request, gate),
    () => checkCiphers(request, operation, gate),
  ]
}

/** Seen live on a search of return_refund [C], and in the error tables of a few operations [V]; elsewhere 36009004 stands for a range, too. */
function hasRangeCode({ name, errorCodes }: Operation): boolean {
  return name.startsWith('returnRefund.') || '98001004' in errorCodes
}

/** On the service's own hosts the token operations live on one, all others on the other; a loopback server stands for both. */
function isOnOtherHost(host: string, operationHost: string | undefined): boolean {
  if (host === 'auth.tiktok-shops.com') return operationHost !== host
  return host === 'open-api.tiktokglobalshop.com' && operationHost !== undefined
}
