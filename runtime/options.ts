import type { CallOptions, ClientOptions, ClientOverrides } from './types.ts'

/** The options of a client with those of a call on top. */
export type EffectiveOptions = ClientOptions & CallOptions

/** Lays options over those of a client. What is undefined stays as it was; headers are joined. */
export function mergeOptions(options: ClientOptions, overrides?: ClientOverrides & CallOptions): EffectiveOptions {
  if (!overrides) return options
  const given = Object.entries(overrides).filter(([, value]) => value !== undefined)
  return { ...options, ...Object.fromEntries(given), headers: { ...options.headers, ...overrides.headers } }
}
