import { InputError } from './errors.ts'
import type { Operation } from './operation.ts'
import type { FetchInit } from './pipeline.ts'
import type { ClientOptions, ClientOverrides } from './types.ts'

const hostUrl = /^(https:\/\/[^/?#@\s]+|http:\/\/(localhost|127\.[\d.]+|\[::1])(:\d+)?)\/?$/

/** Checks what a client is made from; throws an {@link InputError} that names the option. */
export function checkClient(options: ClientOptions): void {
  for (const name of ['appKey', 'appSecret'] as const) {
    // Written for callers without types, too.
    if (!/^\S+$/.test((options as ClientOptions | undefined)?.[name] ?? ''))
      throw new InputError(`${name} is missing or has white space`)
  }
  if ((globalThis as { window?: { document?: unknown } }).window?.document && !options.dangerouslyAllowBrowser) {
    throw new InputError('in a browser, appSecret is public: use a server, or dangerouslyAllowBrowser')
  }
  checkHosts(options)
}

/** Checks the hosts that requests go to; throws an {@link InputError} that names the option. */
export function checkHosts(options: ClientOverrides): void {
  for (const name of ['baseUrl', 'authBaseUrl'] as const) {
    // No path: it would be signed, and a proxy that takes it off again would make the signature wrong.
    const given = options[name] ?? 'https://-'
    const isFine = hostUrl.test(given) && URL.canParse(given)
    if (!isFine) throw new InputError(`${name} must be https:// and a host, without a path`)
  }
}

/** Checks one call before anything is sent; throws an {@link InputError} that names the argument or option. */
export function checkCall(
  operation: Operation,
  { path = {}, query = {} }: FetchInit['params'],
  options: ClientOptions,
): void {
  const { pathNames, requiredCipher, isAuth } = operation
  for (const [name, value] of Object.entries(options.headers ?? {})) {
    // The platform's own error would quote the value, which can be a token.
    if (!/^[ -~]*$/.test(value)) throw refusal(operation, `the header ${name} is not valid`)
  }
  if (!((options.timeoutMs ?? 1) > 0)) throw refusal(operation, 'timeoutMs must be above 0')
  const signing = ['sign', 'timestamp', 'access_token'].find((name) => name in query)
  if (signing) throw refusal(operation, `${signing} is set by the client`)
  for (const name of pathNames) {
    const value = String(path[name] ?? '')
    if (!value) throw refusal(operation, `${name} is missing`)
    if (/^\.\.?$|[/\\]/.test(value)) throw refusal(operation, `${name} would lead to another path`)
  }
  const cipher = requiredCipher && !query[requiredCipher] && requiredCipher
  const missing = cipher || (!isAuth && !options.accessToken && 'accessToken')
  if (missing) throw refusal(operation, `${missing} is missing in the options`)
}

/** An {@link InputError} about one operation. */
export function refusal({ about }: Operation, message: string): InputError {
  return new InputError(message, about)
}
