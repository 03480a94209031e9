import type { Client as FetchClient } from 'openapi-fetch'
import { arrange, identityOf } from './arguments.ts'
import { accessTokenOf, authorise } from './authorise.ts'
import { contentTypeOf, wireBody } from './body.ts'
import { checkCall } from './check.ts'
import { withDeadline } from './deadline.ts'
import { judge, type Verdict } from './envelope.ts'
import { shortened, TimeoutError } from './errors.ts'
import type { Operation } from './operation.ts'
import type { EffectiveOptions } from './options.ts'
import type { LightRequest } from './request.ts'
import { send } from './send.ts'
import { signatureOf, unixSeconds } from './sign.ts'
import type { CallResult } from './types.ts'

/** openapi-fetch without the types of a spec, as far as the pipeline uses it. */
export type AnyFetchClient = Pick<FetchClient<object>, 'request'>

/** What openapi-fetch takes with a call, as far as the pipeline looks at it. */
export interface FetchInit {
  params: { path?: Record<string, unknown> | undefined; query?: Record<string, unknown> | undefined }
  body?: unknown
  headers?: object
  fetch(request: LightRequest): Promise<unknown>
}

/** Calls an operation with one flat argument object: what every method of a client does. */
export async function callOperation<T>(
  http: AnyFetchClient,
  operation: Operation,
  args: object,
  options: EffectiveOptions,
): Promise<CallResult<T>> {
  const { path, query, body } = arrange(operation, args)
  // Given a path, openapi-fetch looks for placeholders in the whole URL.
  const params = operation.pathNames.length ? { path, query } : { query }
  let verdict: Verdict | undefined
  const fetch = async (request: LightRequest) => {
    verdict = await untilVerdict(operation, request, options)
  }
  try {
    await compose(http, operation, options, { params, body, fetch })
    const { envelope, error, response } = verdict as unknown as Verdict
    if (error) throw error
    return { data: (envelope.data ?? {}) as T, requestId: envelope.request_id, response }
  } catch (error) {
    throw shortened(error)
  }
}

/** Adds what the client knows, checks the whole, and has openapi-fetch make a request of it, which goes to `init.fetch`. */
export function compose<Init extends FetchInit>(
  http: AnyFetchClient,
  operation: Operation,
  options: EffectiveOptions,
  init: Init,
): Promise<{ data?: unknown; error?: unknown; response: Response }> {
  const { authBaseUrl = 'https://auth.tiktok-shops.com', baseUrl = 'https://open-api.tiktokglobalshop.com' } = options
  const { isAuth, method, path } = operation
  const identity = identityOf(operation, options)
  // A token operation with a body takes key and secret there.
  const isInBody = isAuth && operation.body
  const params = { ...init.params, query: isInBody ? {} : { ...identity, ...init.params.query } }
  const body = isInBody ? { ...identity, ...(init.body as object) } : init.body
  checkCall(operation, params, options)
  const composed = {
    baseUrl: isAuth ? authBaseUrl : baseUrl,
    bodySerializer: (given: unknown) => wireBody(operation, given),
    ...init,
    headers: { 'content-type': contentTypeOf(operation, body), ...options.headers, ...init.headers },
    params,
    body,
  }
  return http.request(method as 'get', path as never, composed as never)
}

/** Sends a request until there is a verdict. Repeating belongs here: each attempt has its own token, clock and signature. */
export function untilVerdict(operation: Operation, request: LightRequest, options: EffectiveOptions): Promise<Verdict> {
  const { about, body, isRead } = operation
  const { signal, timeoutMs = body === 'form' ? 120_000 : 30_000 } = options
  const onTimeout = () => new TimeoutError(`no answer within ${timeoutMs} ms`, { ...about, retryable: isRead })
  return withDeadline(timeoutMs, signal, onTimeout, (deadline) => attempt(operation, request, options, deadline))
}

async function attempt(
  operation: Operation,
  request: LightRequest,
  options: EffectiveOptions,
  signal: AbortSignal,
): Promise<Verdict> {
  const { headers, body } = request.init
  let { url } = request
  const secrets = operation.isAuth ? secretsOf(request) : [options.appSecret]
  if (!operation.isAuth) {
    const token = await accessTokenOf(options.accessToken, operation.about)
    const unsigned = new URL(`${url}&timestamp=${unixSeconds()}`)
    authorise(unsigned, headers, token)
    // Anything but text is a form, which is not signed.
    const sign = await signatureOf(unsigned, options.appSecret, typeof body === 'string' ? body : '')
    url = `${unsigned.href}&sign=${sign}`
    secrets.push(token)
  }
  const answer = await send(operation, url, { ...request.init, signal }, options.fetch, secrets)
  return judge(operation, answer, secrets)
}

// What a token operation sends, none of which may be in an error.
function secretsOf({ url, init: { body = '{}' } }: LightRequest): string[] {
  const sent = [...new URL(url).searchParams.values(), ...Object.values(JSON.parse(body as string) as object)]
  return sent.filter(Boolean).map(String)
}
