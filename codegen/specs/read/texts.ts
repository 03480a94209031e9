import { readYaml } from './read-yaml.ts'

/** Our own words: summaries by operation key, field descriptions by name, meanings of error codes. */
export interface Texts {
  summaries: Record<string, string>
  glossary: { fields: Record<string, string>; rules: Record<string, string> }
  errorCodes: Record<string, string>
}

/** Reads `summaries.yaml`, `glossary.yaml` and `error-codes.yaml` from the supplement folder. */
export function readTexts(folder: string): Texts {
  const glossary: Partial<Texts['glossary']> = readYaml(folder, 'glossary.yaml')
  return {
    summaries: readYaml(folder, 'summaries.yaml') as Texts['summaries'],
    glossary: { fields: glossary.fields ?? {}, rules: glossary.rules ?? {} },
    errorCodes: readYaml(folder, 'error-codes.yaml') as Texts['errorCodes'],
  }
}
