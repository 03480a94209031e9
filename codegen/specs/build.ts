import { addTexts, type TextNotes } from './add-texts.ts'
import { nameComponents } from './components.ts'
import { emitDocument } from './emit-document.ts'
import { markOperations, type Marks } from './marks.ts'
import { mergeSupplement, type Contradiction } from './merge.ts'
import type { Operation } from './model.ts'
import type { NamesFile } from './names-file.ts'
import { nameOperations } from './operation-names.ts'
import { legacyVersion } from './lift-parameters.ts'
import { SpecsError, type Problem } from './problem.ts'
import type { SupplementOperation } from './supplement.ts'
import type { Texts } from './texts.ts'
import { checkPlaces } from './unused-places.ts'

/** Everything that documents are made of. */
export interface Input {
  vendor: Operation[]
  supplement: SupplementOperation[]
  marks: Marks
  names: NamesFile
  texts: Texts
  /** What was already found wrong in reading. */
  problems: Problem[]
}

/** What a run makes: the documents by path below `specs/`, and what the report tells of them. */
export interface Built {
  documents: Map<string, object>
  operations: Operation[]
  contradictions: Contradiction[]
  notes: TextNotes
}

/** Makes all documents from the input, step by step. Throws a {@link SpecsError} that lists all problems. */
export function buildDocuments(input: Input): Built {
  const { names, problems } = input
  const { operations, contradictions } = mergeSupplement(input.vendor, input.supplement, problems)
  markOperations(operations, input.marks, problems)
  nameOperations(operations, names, problems)
  const notes = addTexts(operations, input.texts, problems)
  const documents = new Map<string, object>()
  const used = new Set<string>()
  const places = new Map<string, string[]>()
  for (const [path, group] of Map.groupBy(operations, ({ version, domain }) => `${version}/${domain}.json`)) {
    const components = nameComponents(group, names, problems)
    documents.set(path, emitDocument(group, components))
    for (const entry of components.usedEntries) used.add(entry)
    const key = placesKey(group[0]?.domain ?? '', path.startsWith(legacyVersion))
    places.set(key, [...(places.get(key) ?? []), ...components.places])
  }
  checkPlaces(names, used, (domain, isLegacy) => places.get(placesKey(domain, isLegacy)) ?? [], problems)
  if (problems.length > 0) throw new SpecsError(problems)
  return { documents, operations, contradictions, notes }
}

function placesKey(domain: string, isLegacy: boolean): string {
  return `${domain}${isLegacy ? ` ${legacyVersion}` : ''}`
}
