import pluralize from 'pluralize'

pluralize.addIrregularRule('sku', 'skus')
pluralize.addIrregularRule('live', 'lives')

/** Words whose singular a dictionary gets wrong, or that have none. */
for (const word of [
  'data',
  'media',
  'sms',
  'gps',
  'tts',
  'status',
  'sales',
  'analytics',
  'logistics',
  'goods',
  'gms',
]) {
  pluralize.addUncountableRule(word)
}

/** Splits a name in any casing into words: `GetLIVEProducts` gives `Get`, `LIVE`, `Products`; `page_size` `page`, `size`. */
export function splitWords(name: string): string[] {
  return name.match(/[A-Z]{2,}s(?![a-z])|[A-Z]+(?=[A-Z][a-z])|[A-Z]?[a-z0-9]+|[A-Z]+[0-9]*|\d+[a-z]*/g) ?? []
}

/** Writes words in PascalCase, acronyms too: `Get`, `LIVE` gives `GetLive`. */
export function pascalCase(words: string[]): string {
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase()).join('')
}

/** Writes words in camelCase. */
export function camelCase(words: string[]): string {
  const pascal = pascalCase(words)
  return (words[0] ?? '').toLowerCase() + pascal.slice(words[0]?.length ?? 0)
}

/** Puts the last word into the singular: `line`, `items` gives `line`, `item`. */
export function singularise(words: string[]): string[] {
  return words.map((word, index) => (index === words.length - 1 ? singularWord(word) : word))
}

function singularWord(word: string): string {
  const acronym = /^([A-Z]{2,})s$/.exec(word)
  return acronym?.[1] ?? pluralize.singular(word)
}
