import createFetchClient, { mergeHeaders, type Client as FetchClient } from 'openapi-fetch'
import { checkClient, checkHosts } from './check.ts'
import type { Verdict } from './envelope.ts'
import { InputError, shortened } from './errors.ts'
import { parseOperation, type Operation } from './operation.ts'
import { mergeOptions } from './options.ts'
import { compose, untilVerdict, type AnyFetchClient, type FetchInit } from './pipeline.ts'
import { RawRequest, toLightRequest } from './raw-request.ts'
import type { CallOptions, ClientOptions, Fetch, Operations } from './types.ts'

type Domains = Readonly<Record<string, Operations>>

type Init = CallOptions & Partial<Pick<FetchInit, 'params' | 'body'>> & { fetch?: Fetch; baseUrl?: string }

/**
 * Makes the path client of an API version: openapi-fetch with its own arguments and result, over the pipeline of the SDK. The init of a
 * call takes the options of a call too (`accessToken`, `shopCipher`, `timeoutMs`, ...).
 *
 * `error` is the envelope whenever its code is not 0, whatever the HTTP status. What is no envelope, or never came, is thrown.
 *
 * @param replaced older operations that the client reaches beside those of the version
 * @throws {InputError} when an option is missing or wrong
 */
export function createRawClientOf<Paths extends object>(
  version: string,
  domains: Domains,
  options: ClientOptions,
  replaced: readonly Domains[] = [],
): FetchClient<Paths> {
  checkClient(options)
  const http = createFetchClient<object>({
    Request: RawRequest as unknown as typeof Request,
    querySerializer: { array: { style: 'form', explode: false } },
  })
  let operations: Map<string, Operation> | undefined
  const operationOf = (key: string) => {
    operations ??= byMethodAndPath(version, [...replaced, domains])
    // A path that the spec does not have is signed and sent all the same: a beta API, perhaps.
    return operations.get(key) ?? unlisted(key, version)
  }
  const request = (method: string, path: string, init?: Init) =>
    call(http, operationOf(`${method.toUpperCase()} ${path}`), options, init)
  const client: Record<string, unknown> = { ...http, request }
  for (const name of Object.keys(http)) {
    if (/^[A-Z]+$/.test(name)) client[name] = (path: string, init?: Init) => request(name, path, init)
  }
  return client as unknown as FetchClient<Paths>
}

async function call(http: AnyFetchClient, operation: Operation, options: ClientOptions, init: Init = {}) {
  const { accessToken, shopCipher, categoryAssetCipher, shopId, timeoutMs, signal, fetch, baseUrl, ...rest } = init
  const own = { accessToken, shopCipher, categoryAssetCipher, shopId, timeoutMs, signal, fetch, baseUrl }
  const effective = mergeOptions(options, own)
  checkHosts(effective)
  try {
    return await compose(http, operation, effective, {
      ...rest,
      params: rest.params ?? {},
      headers: Object.fromEntries(mergeHeaders(rest.headers)),
      fetch: async (request) => responseOf(await untilVerdict(operation, await toLightRequest(request), effective)),
    })
  } catch (error) {
    throw shortened(error)
  }
}

// openapi-fetch goes by `ok` and reads the body once more, so both say what was judged, with 64-bit numbers as strings.
function responseOf({ response, envelope, error }: Verdict): Response {
  const message = envelope.message && error ? error.serviceMessage : envelope.message
  const text = JSON.stringify({ ...envelope, message })
  return Object.defineProperty(new Response(text, response), 'ok', { value: !error })
}

function unlisted(key: string, version: string): Operation {
  // Anything else would become part of the host.
  if (!/^\w+ \/(?!\/)/.test(key)) throw new InputError(`${key}: a path begins with one slash`)
  const operation = parseOperation('', `${key} json`, version)
  return { ...operation, about: { ...operation.about, operation: key } }
}

function byMethodAndPath(version: string, tables: readonly Domains[]): Map<string, Operation> {
  const operations = new Map<string, Operation>()
  for (const [domain, table] of tables.flatMap((domains) => Object.entries(domains))) {
    for (const [name, text] of Object.entries(table)) {
      const operation = parseOperation(`${domain}.${name}`, text, version)
      operations.set(`${operation.method} ${operation.path}`, operation)
    }
  }
  return operations
}
