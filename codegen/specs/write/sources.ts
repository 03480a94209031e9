import { vendorPackage, type VendorFiles } from '../read/vendor-files.ts'

/** Writes `specs/sources.json`: where everything came from, so that it can be told what a newer package changed. */
export function describeSources(vendor: VendorFiles): object {
  return {
    'vendor-openapi': {
      package: vendorPackage,
      version: vendor.version,
      licence: 'MIT',
      what: "The vendor's own OpenAPI 3.0 files: names, types, paths. Their prose is not taken over.",
      sha256: Object.fromEntries(vendor.files.map(({ name, sha256 }) => [name, sha256])),
    },
    'sdk-2026-04': {
      what: "The vendor's Node SDK of April 2026: operations, fields, limits and codes.",
      in: 'supplement',
    },
    'sdk-2025-12': {
      what: "The vendor's Node SDK of December 2025: operations that the later one lacks.",
      in: 'supplement',
    },
    'documents-2025-12': {
      what: "The vendor's API documents of December 2025: required marks, scopes, error code numbers, pages.",
      in: 'supplement',
    },
    'public-clients': { what: 'Several public clients of the legacy API 202212.', in: 'supplement' },
  }
}
