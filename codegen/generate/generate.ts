import { SpecsError } from '../specs/problem.ts'
import { buildModel } from './build-model.ts'
import { writeDomainFile } from './domain-file.ts'
import { writeErrorCodesFile } from './error-codes-file.ts'
import { writeIndexFile } from './index-file.ts'
import { manifestEntries, type ManifestEntry } from './manifest.ts'
import type { Modules } from './modules.ts'
import type { DomainModel } from './model.ts'
import { readTypes } from './openapi-types.ts'
import { writeRawFile } from './raw-file.ts'
import { writeSharedFile } from './shared-file.ts'
import { findSharedShapes } from './shared-shapes.ts'
import { validateDocument, type SpecFile } from './validate.ts'

/** One version's files by their path below the output folder, and its operations; not formatted yet. */
export interface GeneratedVersion {
  version: string
  files: Map<string, string>
  operations: ManifestEntry[]
}

/**
 * Generates version by version, the oldest first.
 *
 * @throws {SpecsError} when a document cannot be read as codegen must read it; nothing has been generated then.
 */
export function* generateVersions(
  specs: readonly SpecFile[],
  modules: Modules,
): Generator<GeneratedVersion, void, undefined> {
  const problems = specs.flatMap(validateDocument)
  if (problems.length > 0) throw new SpecsError(problems)
  const versions = [...new Set(specs.map(({ version }) => version))].sort()
  for (const version of versions) {
    const models = specs.filter((spec) => spec.version === version).map(buildModel)
    yield generateVersion(version, models.sort(byDomain), modules)
  }
}

function generateVersion(version: string, models: readonly DomainModel[], modules: Modules): GeneratedVersion {
  const { shared, problems } = findSharedShapes(models)
  if (problems.length > 0) throw new SpecsError(problems)
  const types = new Map(models.map((model) => [model, readTypes(model.document)]))
  const files = new Map<string, string>()
  const sharedNames = new Set(shared.keys())
  for (const [model, texts] of types) {
    files.set(`${version}/${model.domain}.ts`, writeDomainFile(model, texts, sharedNames, modules))
  }
  if (shared.size > 0) files.set(`${version}/shared.ts`, writeSharedFile(shared, types, modules))
  files.set(`${version}/index.ts`, writeIndexFile(version, models, shared.size > 0, modules))
  files.set(
    `${version}/raw.ts`,
    writeRawFile(
      version,
      [...types].map(([model, texts]) => ({ model, types: texts })),
      modules,
    ),
  )
  files.set(`${version}/error-codes.ts`, writeErrorCodesFile(version, models, modules))
  return { version, files, operations: models.flatMap(manifestEntries) }
}

function byDomain(a: DomainModel, b: DomainModel): number {
  return a.domain < b.domain ? -1 : 1
}
