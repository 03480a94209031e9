import { checkClient } from './check.ts'
import { camelCase, parseOperation, type Operation } from './operation.ts'
import { mergeOptions } from './options.ts'
import { itemsOf, walkPages } from './paging.ts'
import { callOperation } from './pipeline.ts'
import { urlClient } from './url-client.ts'
import type { Call, CallOptions, ClientOptions, ClientOverrides, Operations } from './types.ts'

type Domains = Readonly<Record<string, Operations>>
type Fields = Record<string, unknown>

/**
 * Makes the client of an API version from its table of operations. Domains and methods are made when they are touched, as a version
 * has hundreds of them and a program uses a few.
 *
 * @throws {InputError} when an option is missing or wrong
 */
export function createClientOf(version: string, domains: Domains, options: ClientOptions): unknown {
  checkClient(options)
  return clientOn(version, domains, { ...options })
}

function clientOn(version: string, domains: Domains, options: ClientOptions): object {
  const client = {
    with(overrides: ClientOverrides) {
      const merged = mergeOptions(options, overrides)
      checkClient(merged)
      return clientOn(version, domains, merged)
    },
  }
  whenTouched(client, Object.keys(domains), (domain) => {
    const table = domains[domain] as Operations
    return whenTouched({}, Object.keys(table), (name) =>
      methodOf(parseOperation(`${domain}.${name}`, table[name] as string, version), options),
    )
  })
  return client
}

function methodOf(operation: Operation, clientOptions: ClientOptions) {
  const method = (args: Fields = {}, options?: CallOptions): Call<Fields> => {
    const result = callOperation<Fields>(urlClient, operation, args, mergeOptions(clientOptions, options))
    const call = result.then(({ data }) => data) as Call<Fields>
    call.withResponse = () => {
      // Whoever takes the result from here does not look at `call`, and a failure must not count as unhandled there.
      call.catch(() => undefined)
      return result
    }
    return call
  }
  const { paging } = operation
  if (!paging) return method
  const pages = (args: Fields = {}, options?: CallOptions) =>
    walkPages(operation, args, (pageArgs) => method(pageArgs, options))
  const iterate = async function* (args?: Fields, options?: CallOptions) {
    for await (const page of pages(args, options)) yield* itemsOf(paging, page)
  }
  return Object.assign(method, { pages, iterate })
}

function whenTouched(holder: object, names: readonly string[], make: (name: string) => unknown): object {
  for (const name of names) {
    const property = camelCase(name)
    const get = () => {
      const value = make(name)
      Object.defineProperty(holder, property, { value })
      return value
    }
    Object.defineProperty(holder, property, { get, configurable: true, enumerable: true })
  }
  return holder
}
