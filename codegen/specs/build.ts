import { nameComponents, type Components } from './components.ts'
import { emitDocument } from './emit-document.ts'
import { markOperations, type Marks } from './marks.ts'
import { mergeSupplement, type Contradiction } from './merge.ts'
import { operationKey, type Operation } from './model.ts'
import type { NamesFile } from './names-file.ts'
import { nameOperations } from './operation-names.ts'
import { pageUrl } from './pages.ts'
import { SpecsError, type Problem } from './problem.ts'
import type { SupplementOperation } from './supplement.ts'
import type { Texts } from './texts.ts'

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
}

/** Makes all documents from the input, step by step. Throws a {@link SpecsError} that lists all problems. */
export function buildDocuments(input: Input): Built {
  const { problems } = input
  const { operations, contradictions } = mergeSupplement(input.vendor, input.supplement, problems)
  markOperations(operations, input.marks, problems)
  nameOperations(operations, input.names, problems)
  for (const operation of operations) {
    const page = pageUrl(operation)
    if (page !== undefined) operation.page = page
    const summary = input.texts.summaries[operationKey(operation)]
    if (summary !== undefined) operation.summary = summary
  }
  const documents = new Map<string, object>()
  const named: Components[] = []
  for (const [path, group] of Map.groupBy(operations, ({ version, domain }) => `${version}/${domain}.json`)) {
    const components = nameComponents(group, input.names, problems)
    named.push(components)
    documents.set(path, emitDocument(group, components))
  }
  if (problems.length > 0) throw new SpecsError(problems)
  return { documents, operations, contradictions }
}
