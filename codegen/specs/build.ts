import { addTexts, type TextNotes } from './describe/add-texts.ts'
import { nameComponents } from './name/components.ts'
import { emitDocument } from './emit/emit-document.ts'
import { markOperations } from './mark/marks.ts'
import { mergeSupplement, type Contradiction } from './merge/merge-supplement.ts'
import { groupBy } from './group-by.ts'
import { legacyVersion, type Operation } from './model.ts'
import type { NamesFile } from './read/names-file.ts'
import { nameOperations } from './name/operation-names.ts'
import { SpecsError, type Problem } from './problem.ts'
import type { SupplementOperation } from './read/supplement.ts'
import type { Marks } from './read/marks-file.ts'
import type { Texts } from './read/texts.ts'
import { checkPlaces } from './name/check-places.ts'

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
  for (const [path, group] of groupBy(operations, ({ version, domain }) => `${version}/${domain}.json`)) {
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
