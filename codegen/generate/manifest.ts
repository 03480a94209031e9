import type { DomainModel } from './model.ts'

/** One operation as generated/manifest.json lists it, for tests, mocks and documents. */
export interface ManifestEntry {
  version: string
  domain: string
  domainKey: string
  /** Method name. */
  operation: string
  /** The vendor's name. */
  name: string
  method: string
  path: string
  summary?: string
  docs?: string
  contentType?: string
  cipher?: { name: string; required: boolean }
  pagination?: object
  scopes?: string[]
  deprecated?: boolean
  /** The newest version of the operation, where that is a later one. */
  newer?: string
}

/** Lists the operations of a domain for the manifest. */
export function manifestEntries({ version, domain, domainKey, operations }: DomainModel): ManifestEntry[] {
  return operations.map(({ name, method, path, spec, body, newer }) => ({
    version,
    domain,
    domainKey,
    operation: name,
    name: spec['x-operation-name'] ?? name,
    method,
    path,
    ...(spec.summary !== undefined && { summary: spec.summary }),
    ...(spec.externalDocs && { docs: spec.externalDocs.url }),
    ...(body && { contentType: body.contentType }),
    ...(spec['x-cipher'] && { cipher: spec['x-cipher'] }),
    ...(spec['x-pagination'] && { pagination: spec['x-pagination'] }),
    ...(spec['x-access-scopes'] && { scopes: spec['x-access-scopes'] }),
    ...(spec.deprecated && { deprecated: true }),
    ...(newer && { newer: newer.version }),
  }))
}
