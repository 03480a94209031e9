import { expect, test } from 'vitest'
import type { Schema, SpecDocument } from '../../../codegen/generate/document.ts'
import { codesDoc, commentOf, fieldDoc } from '../../../codegen/generate/field-doc.ts'
import { ref } from './small-spec.ts'

const document: SpecDocument = {
  openapi: '3.1.0',
  info: { title: 'order', version: '202309' },
  paths: {},
  components: {
    schemas: {
      OrderStatus: { description: 'Stages of an order.', anyOf: [{ type: 'string', enum: ['A'] }, { type: 'string' }] },
      Order: { description: 'An order.', type: 'object', properties: {} },
    },
  },
}

const rows: [string, Schema, string][] = [
  ['nothing is known', { type: 'string' }, ''],
  [
    'a description gets its full stop',
    { type: 'string', description: 'Identifier of the order' },
    'Identifier of the order.',
  ],
  [
    'seconds',
    { type: 'integer', description: 'When it was paid.', 'x-unit': 'unix-seconds' },
    'When it was paid. Unix time in seconds.',
  ],
  ['milliseconds', { type: 'integer', 'x-unit': 'unix-milliseconds' }, 'Unix time in milliseconds.'],
  ['a day as a number', { type: 'integer', 'x-unit': 'yyyymmdd' }, 'A day, as the number YYYYMMDD.'],
  ['a day as text', { type: 'string', format: 'date' }, 'A day, as YYYY-MM-DD.'],
  ['money', { type: 'string', format: 'decimal' }, 'A decimal number as text.'],
  ['a range and a default', { type: 'integer', minimum: 1, maximum: 100, default: 20 }, '1 to 100. Default: 20.'],
  ['a lower limit', { type: 'integer', minimum: 0 }, 'At least 0.'],
  ['lengths', { type: 'string', minLength: 1, maxLength: 255 }, '1 to 255 characters.'],
  ['one length', { type: 'string', minLength: 2, maxLength: 2 }, 'Exactly 2 characters.'],
  ['items', { type: 'array', items: { type: 'string' }, maxItems: 50 }, 'At most 50 items.'],
  ['a unit of items', { type: 'array', items: { type: 'integer', 'x-unit': 'unix-seconds' } }, 'Unix time in seconds.'],
  ['a default list', { type: 'array', items: { type: 'string' }, default: ['A', 'B'] }, 'Default: A, B.'],
  ['a 64-bit id', { type: 'integer', 'x-64-bit-id': true }, '64-bit id, exact as string.'],
  ['markup', { type: 'string', 'x-content': 'html' }, 'HTML.'],
  [
    'markets',
    { type: 'string', description: 'Tax number.', 'x-markets': ['BR', 'EU'] },
    'Tax number. Markets: BR, EU.',
  ],
  [
    'a file',
    { type: 'string', format: 'binary', 'x-file-formats': ['JPG', 'PNG'], 'x-max-size-mb': 10 },
    'File formats: JPG, PNG. At most 10 MB.',
  ],
  ['a list of codes keeps its words to itself', ref('OrderStatus'), ''],
  [
    'words beside a reference',
    ref('OrderStatus', { description: 'Only these', 'x-markets': ['US'] }),
    'Only these. Markets: US.',
  ],
  ['the words of a shape', ref('Order'), 'An order.'],
]

test.each(rows)('a field shows what is known of it: %s', (_, schema, text) => {
  expect(fieldDoc(document, schema).text).toBe(text)
})

test('a deprecated field carries the tag', () => {
  expect(commentOf(fieldDoc(document, { type: 'string', description: 'Old.', deprecated: true }))).toBe(
    'Old.\n@deprecated The vendor marks this field as old.',
  )
})

test('words cannot end the comment or start a tag', () => {
  expect(commentOf({ text: '@see */ here', deprecated: false })).toBe('\\@see *\\/ here')
})

test('numeric codes are listed with their names', () => {
  const codes: Schema = { description: 'Stages', anyOf: [], 'x-enum-names': { '100': 'UNPAID', '105': 'ON_HOLD' } }
  expect(codesDoc(codes)).toBe('Stages.\n\n- `100`: UNPAID\n- `105`: ON_HOLD')
})
