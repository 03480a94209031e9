import { openCodes, resolveSchema, without, type Parameter, type Schema, type SpecDocument } from './document.ts'

/** Text of a doc comment: a paragraph, and whether a `@deprecated` tag follows it. */
export interface DocText {
  text: string
  deprecated: boolean
}

const units: Record<string, string> = {
  'unix-seconds': 'Unix time in seconds.',
  'unix-milliseconds': 'Unix time in milliseconds.',
  yyyymmdd: 'A day, as the number YYYYMMDD.',
}

const formats: Record<string, string> = {
  decimal: 'A decimal number as text.',
  date: 'A day, as YYYY-MM-DD.',
  'date-time': 'A time, as RFC 3339 has it.',
  uri: 'A URL.',
  byte: 'Base64.',
}

/** Composes what hovering a field shows: our words, then unit, format, limits, default, file limits and markets. */
export function fieldDoc(document: SpecDocument, schema: Schema): DocText {
  const resolved = resolveSchema(document, schema)
  const list = schema.$ref !== undefined && openCodes(resolved) !== undefined
  // The words of a list of codes stand at the list; only those beside the reference are about the field.
  const value = list ? { ...without(resolved, 'description'), ...schema } : resolved
  const element = value.items ? resolveSchema(document, value.items) : undefined
  const sentences = [
    asSentence(value.description),
    ...kindSentences(element ?? value),
    ...limits(value),
    value.default === undefined ? '' : `Default: ${spell(value.default)}.`,
    ...fileSentences(element ?? value),
    value['x-markets']?.length ? `Markets: ${value['x-markets'].join(', ')}.` : '',
  ]
  return { text: sentences.filter((sentence) => sentence !== '').join(' '), deprecated: value.deprecated === true }
}

/** Composes what hovering an argument that comes from a parameter shows. */
export function parameterDoc(document: SpecDocument, parameter: Parameter): DocText {
  const { description, deprecated } = parameter
  const markets = parameter['x-markets']
  return fieldDoc(document, {
    ...parameter.schema,
    ...(description !== undefined && { description }),
    ...(deprecated !== undefined && { deprecated }),
    ...(markets !== undefined && { 'x-markets': markets }),
  })
}

/** Composes what hovering a named list of codes shows: our words, and the names of the codes where they are numbers. */
export function codesDoc(schema: Schema): string {
  const names = Object.entries(schema['x-enum-names'] ?? {}).map(([code, name]) => `- \`${code}\`: ${name}`)
  const words = asSentence(schema.description)
  return [...(words === '' ? [] : [words]), ...(names.length > 0 ? ['', ...names] : [])].join('\n').trim()
}

/** Writes text and tag of a field as the body of a doc comment. */
export function commentOf({ text, deprecated }: DocText): string {
  return [
    ...(text === '' ? [] : [escapeDoc(text)]),
    ...(deprecated ? ['@deprecated The vendor marks this field as old.'] : []),
  ].join('\n')
}

/** Writes a text as a doc comment body, so that nothing in it ends the comment or starts a tag. */
export function escapeDoc(text: string): string {
  return text.replaceAll('*/', '*\\/').replaceAll(/^(\s*)@/gm, '$1\\@')
}

function asSentence(text: string | undefined): string {
  const trimmed = text?.trim().replaceAll(/\s+/g, ' ') ?? ''
  return trimmed === '' || /[.!?:)]$/.test(trimmed) ? trimmed : `${trimmed}.`
}

function kindSentences(schema: Schema): string[] {
  return [
    schema['x-64-bit-id'] ? '64-bit id, exact as string.' : '',
    units[schema['x-unit'] ?? ''] ?? '',
    formats[schema.format ?? ''] ?? '',
    schema['x-content'] === 'html' ? 'HTML.' : '',
  ]
}

function limits(schema: Schema): string[] {
  return [
    range(schema.minimum, schema.maximum, ''),
    range(schema.minLength, schema.maxLength, ' characters'),
    range(schema.minItems, schema.maxItems, ' items'),
  ]
}

function range(from: number | undefined, to: number | undefined, of: string): string {
  if (from === undefined && to === undefined) return ''
  if (from === to) return `Exactly ${String(to)}${of}.`
  if (to === undefined) return `At least ${String(from)}${of}.`
  return from === undefined ? `At most ${String(to)}${of}.` : `${String(from)} to ${String(to)}${of}.`
}

function fileSentences(schema: Schema): string[] {
  const formats = schema['x-file-formats'] ?? []
  const size = schema['x-max-size-mb']
  return [
    formats.length > 0 ? `File formats: ${formats.join(', ')}.` : '',
    size === undefined ? '' : `At most ${String(size)} MB.`,
  ]
}

function spell(value: unknown): string {
  if (Array.isArray(value)) return value.map(spell).join(', ')
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
