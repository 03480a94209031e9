import { expect, test } from 'vitest'
import { readDocuments, type EmittedDocument, type EmittedSchema } from './documents.ts'

/** A described field or parameter: where it is, the type of its value, and its words. */
interface Described {
  at: string
  type: string
  words: string
}

const described = [...readDocuments()].flatMap(([path, document]) => describedIn(path, document))

function describedIn(path: string, document: EmittedDocument): Described[] {
  const found: Described[] = []
  const add = (at: string, holder: EmittedSchema, schema: EmittedSchema) => {
    const words = holder['description']
    if (typeof words === 'string') found.push({ at: `${path} ${at}`, type: typeOf(schema, document), words })
  }
  const visit = (value: unknown, at: string) => {
    if (typeof value !== 'object' || value === null) return
    for (const [key, child] of Object.entries(value)) visit(child, `${at}/${key}`)
    const { properties, parameters } = value as { properties?: unknown; parameters?: unknown }
    if (typeof properties === 'object' && properties !== null) {
      for (const [name, schema] of Object.entries(properties as Record<string, EmittedSchema>))
        add(`${at}.${name}`, schema, schema)
    }
    if (Array.isArray(parameters)) {
      for (const one of parameters as (EmittedSchema & { name?: string; schema?: EmittedSchema })[])
        if (one.schema) add(`${at} ${one.name ?? ''}`, one, one.schema)
    }
  }
  visit(document, '')
  return found
}

function typeOf(schema: EmittedSchema, document: EmittedDocument): string {
  const { $ref, type, anyOf, allOf } = schema as EmittedSchema & { allOf?: EmittedSchema[] }
  if (type !== undefined) return type
  const target = $ref === undefined ? undefined : document.components.schemas[$ref.split('/').at(-1) ?? '']
  const inner = target ?? anyOf?.[0] ?? allOf?.[0]
  return inner === undefined ? 'object' : typeOf(inner, document)
}

const scalars = ['string', 'integer', 'number', 'boolean']

/** First words that only some types can have. */
const openings: [RegExp, string[]][] = [
  [/^Whether /, ['boolean', 'string', 'integer']],
  [/^(Number of|When|Amount|Amounts|How (many|much|often|long)|Identifier of) /, scalars],
  [/^Identifiers of /, ['array']],
  [/^(Kind of|Stage that) /, [...scalars, 'object']],
]

test('there are descriptions to look at', () => {
  expect(described.length).toBeGreaterThan(10_000)
})

test('no description says only that a thing has to do with another', () => {
  const empty = described.filter(({ words }) => /\b(is|are) about\b|that this concerns/.test(words))
  expect(empty).toEqual([])
})

test.each(openings)('%s stands only before values of the types %j', (opening, types) => {
  const wrong = described.filter(({ words, type }) => opening.test(words) && !types.includes(type))
  expect(wrong).toEqual([])
})
