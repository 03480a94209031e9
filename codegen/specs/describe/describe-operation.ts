import type { Operation, Shape } from '../model.ts'
import { operationObject } from './operation-object.ts'
import type { Texts } from '../read/texts.ts'
import { singularise, splitWords } from '../words.ts'

/** Words that people write in capitals. */
const capitals = new Set(
  'api cod csv epr fbt gmv gpa gpm gtin html id im ip mcf pdf rma seo sku skus sla spu tts uri url vat'.split(' '),
)

/** What the vendor shortens in names. */
const writtenOut: Record<string, string> = {
  avg: 'average',
  img: 'image',
  max: 'maximum',
  min: 'minimum',
  qc: 'quality check',
  qty: 'quantity',
  rp: 'responsible person',
}

/** Last words of names that say how a thing is held, not what it is. */
const containers = new Set(['detail', 'info', 'list'])

/** Describes every field and parameter that the glossary has words for, and says which entries were of use. */
export function describeOperation(operation: Operation, glossary: Texts['glossary'], used: Set<string>): void {
  const object = operationObject(operation)
  const describe = (name: string, shape: Shape, parent: string[]) => {
    const description = describeField(operation.domain, parent, name, glossary, used, shape.type)
    if (description !== undefined) shape.description = description
  }
  for (const { name, shape } of operation.parameters) describe(name, shape, object)
  const describeWithin = (shape: Shape, parent: string[]) => {
    for (const [name, field] of shape.fields ?? []) {
      describe(name, field, parent)
      const holder = name === 'data' ? parent : holderWords(name, field)
      describeWithin(field, holder)
    }
    if (shape.items) describeWithin(shape.items, parent)
  }
  if (operation.body) describeWithin(operation.body, object)
  describeWithin(operation.data, object)
}

/** What the fields inside a field belong to: one of the items, for an array. */
function holderWords(name: string, field: Shape): string[] {
  const words = splitWords(name)
  return field.type === 'array' ? singularise(words) : words
}

/** What stands behind the key of an entry that is for lists only, or for objects only. */
const suffixes: Partial<Record<string, string>> = { array: '[]', object: '{}' }

/**
 * Looks a field up: the most specific entry wins, at each step the one for its type (`status[]`, `stock{}`) before the
 * one for any type; then the rule for words that say nothing alone.
 */
export function describeField(
  domain: string,
  parent: string[],
  name: string,
  glossary: Texts['glossary'],
  used: Set<string>,
  type?: string,
): string | undefined {
  const { fields, rules } = glossary
  const suffix = suffixes[type ?? '']
  const [snake, singular] = [parent.join('_'), singularise(parent).join('_')]
  const keys = [
    `${domain}/${snake}.${name}`,
    `${domain}/${singular}.${name}`,
    `${snake}.${name}`,
    `${singular}.${name}`,
    name,
  ].flatMap((key) => (suffix === undefined ? [key] : [key + suffix, key]))
  const key = keys.find((one) => fields[one] !== undefined)
  if (key !== undefined) {
    used.add(key)
    return fields[key]
  }
  const rule = rules[name]
  if (rule === undefined) return undefined
  used.add(`rules.${name}`)
  return rule.replaceAll('{parent}', plainWords(singularise(parent)))
}

/**
 * Writes what a field belongs to as people would: `global_sku` gives `global SKU`, `manufacturer_list` the
 * manufacturer, as the fields are of one entry.
 */
export function plainWords(words: string[]): string {
  const isContainer = words.length > 1 && containers.has(words.at(-1) ?? '')
  const object = isContainer ? singularise(words.slice(0, -1)) : words
  return object.map((word) => (capitals.has(word) ? word.toUpperCase() : (writtenOut[word] ?? word))).join(' ')
}
