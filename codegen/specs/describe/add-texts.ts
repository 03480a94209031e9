import { describeOperation } from './describe-operation.ts'
import { operationKey, type Operation } from '../model.ts'
import { pageUrl } from './pages.ts'
import type { Problem } from '../problem.ts'
import type { Texts } from '../read/texts.ts'

/** Texts that are of no use any more, or that are still wanted; none of it stops a run. */
export interface TextNotes {
  /** Entries of `glossary.yaml` that no field has. */
  unusedWords: string[]
  /** Error codes without words of our own. */
  codesWithoutWords: string[]
}

/** Gives every operation its summary, its page, the words of its error codes, and the descriptions of its fields. */
export function addTexts(operations: Operation[], texts: Texts, problems: Problem[]): TextNotes {
  const used = new Set<string>()
  const codesWithoutWords = new Set<string>()
  for (const operation of operations) {
    const page = pageUrl(operation)
    if (page !== undefined) operation.page = page
    const summary = texts.summaries[operationKey(operation)]
    if (summary !== undefined) operation.summary = summary
    for (const code of operation.errors.keys()) {
      const words = texts.errorCodes[code]
      if (words === undefined) codesWithoutWords.add(code)
      else operation.errors.set(code, words)
    }
    describeOperation(operation, texts.glossary, used)
  }
  checkSummaries(operations, texts.summaries, problems)
  const words = [
    ...Object.keys(texts.glossary.fields),
    ...Object.keys(texts.glossary.rules).map((name) => `rules.${name}`),
  ]
  return { unusedWords: words.filter((word) => !used.has(word)), codesWithoutWords: [...codesWithoutWords].sort() }
}

function checkSummaries(operations: Operation[], summaries: Texts['summaries'], problems: Problem[]): void {
  const file = 'summaries.yaml'
  const keys = new Set(operations.map(operationKey))
  for (const operation of operations) {
    if (operation.summary !== undefined) continue
    const remedy = 'Add a line: what the operation does, in our own words, third person.'
    problems.push({ file, at: operationKey(operation), what: 'The operation has no summary.', remedy })
  }
  for (const key of Object.keys(summaries)) {
    if (keys.has(key)) continue
    problems.push({ file, at: key, what: 'There is no such operation.', remedy: 'Correct the key or remove the line.' })
  }
}
