import { SpecsError } from '../specs/problem.ts'
import { buildModel } from './build-model.ts'
import { writeDomainFile, writeUnchangedDomainFile } from './domain-file.ts'
import { writeErrorCodesFile, writeOwnErrorCodesFile } from './error-codes-file.ts'
import { writeIndexFile } from './index-file.ts'
import { manifestEntries, type ManifestEntry } from './manifest.ts'
import { markReplaced, pinVersions, type DomainPin, type Pin } from './lineage.ts'
import { modulesBelow, type Modules } from './modules.ts'
import type { TypeTexts } from './model.ts'
import { readTypes } from './openapi-types.ts'
import { writePathsFile } from './paths-file.ts'
import { writeRawFile } from './raw-file.ts'
import { writeSharedFile } from './shared-file.ts'
import { findSharedShapes, type SharedShapes } from './shared-shapes.ts'
import { validateDocument, type SpecFile } from './validate.ts'

/** One version's files by their path below the output folder, and its operations; not formatted yet. */
export interface GeneratedVersion {
  version: string
  files: Map<string, string>
  operations: ManifestEntry[]
  pin: Pin
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
  const models = specs.map(buildModel)
  markReplaced(models)
  const shared: SharedShapesByVersion = new Map()
  const replacing = new Set<string>()
  for (const pin of pinVersions(models)) {
    const found = findSharedShapes(pin.own)
    if (found.problems.length > 0) throw new SpecsError(found.problems)
    shared.set(pin.version, new Set(found.shared.keys()))
    if (pin.domains.some(({ version, replaced }) => version === pin.version && replaced.length > 0))
      replacing.add(pin.version)
    yield generateVersion(pin, found.shared, shared, replacing, modules)
  }
}

type SharedShapesByVersion = Map<string, ReadonlySet<string>>

function generateVersion(
  pin: Pin,
  sharedShapes: SharedShapes['shared'],
  shared: SharedShapesByVersion,
  replacing: ReadonlySet<string>,
  modules: Modules,
): GeneratedVersion {
  const { version, own, domains } = pin
  const types = new Map(own.map((model) => [model, readTypes(model.document)]))
  const files = new Map<string, string>()
  const changed: { pin: DomainPin; types: TypeTexts }[] = []
  for (const domain of domains) {
    const texts = types.get(domain.model)
    const path = `${version}/${domain.model.domain}.ts`
    if (texts) {
      changed.push({ pin: domain, types: texts })
      files.set(path, writeDomainFile(domain, texts, shared.get(version) ?? new Set(), modules))
    } else files.set(path, writeUnchangedDomainFile(domain, modules))
  }
  files.set(`${version}/index.ts`, writeIndexFile(pin, shared, modules))
  files.set(`${version}/raw.ts`, writeRawFile(pin, replacing, modules))
  files.set(`${version}/error-codes.ts`, writeErrorCodesFile(pin, modules))
  const below = modulesBelow(modules)
  files.set(`${version}/internal/paths.ts`, writePathsFile(version, changed, below))
  files.set(`${version}/internal/error-codes.ts`, writeOwnErrorCodesFile(version, own, below))
  if (sharedShapes.size > 0) files.set(`${version}/internal/shared.ts`, writeSharedFile(sharedShapes, types, below))
  return { version, files, operations: own.flatMap(manifestEntries), pin }
}
