import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'

/** Our own words: summaries by operation key, field descriptions by name, meanings of error codes. */
export interface Texts {
  summaries: Record<string, string>
  glossary: { fields: Record<string, string>; rules: Record<string, string> }
  errorCodes: Record<string, string>
}

/** Reads `summaries.yaml`, `glossary.yaml` and `error-codes.yaml` from the supplement folder. */
export function readTexts(folder: string): Texts {
  const read = (name: string): unknown => {
    const path = join(folder, name)
    return existsSync(path) ? parse(readFileSync(path, 'utf8')) : undefined
  }
  const glossary = (read('glossary.yaml') ?? {}) as Partial<Texts['glossary']>
  return {
    summaries: (read('summaries.yaml') ?? {}) as Texts['summaries'],
    glossary: { fields: glossary.fields ?? {}, rules: glossary.rules ?? {} },
    errorCodes: (read('error-codes.yaml') ?? {}) as Texts['errorCodes'],
  }
}
