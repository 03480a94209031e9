import { expect, test } from 'vitest'
import { codesSchema, objectSchema, schemaOf } from '../../../../codegen/specs/emit/emit-schema.ts'
import type { Shape } from '../../../../codegen/specs/model.ts'

const nameOf = () => 'Named'

test.each<[string, Shape, object]>([
  [
    'a string',
    { type: 'string', description: 'Words.', maxLength: 5 },
    { description: 'Words.', type: 'string', maxLength: 5 },
  ],
  ['money', { type: 'string', format: 'decimal' }, { type: 'string', format: 'decimal' }],
  [
    'a time',
    { type: 'integer', format: 'int64', unit: 'unix-seconds' },
    { type: 'integer', format: 'int64', 'x-unit': 'unix-seconds' },
  ],
  [
    'a 64-bit id',
    { type: 'integer', format: 'int64', id64: true },
    { type: 'integer', format: 'int64', 'x-64-bit-id': true },
  ],
  ['an id that is none', { type: 'integer', id64: false }, { type: 'integer' }],
  [
    'a file part',
    { type: 'string', format: 'binary', fileFormats: ['PDF'], maxSizeMb: 10 },
    { type: 'string', format: 'binary', 'x-file-formats': ['PDF'], 'x-max-size-mb': 10 },
  ],
  ['markup', { type: 'string', content: 'html' }, { type: 'string', 'x-content': 'html' }],
  ['markets', { type: 'string', markets: ['US', 'GB'] }, { type: 'string', 'x-markets': ['GB', 'US'] }],
  [
    'an object',
    { type: 'object', fields: new Map(), description: 'It.' },
    { $ref: '#/components/schemas/Named', description: 'It.' },
  ],
  ['a code', { type: 'string', codes: ['A'], default: 'A' }, { $ref: '#/components/schemas/Named', default: 'A' }],
  [
    'codes in an array',
    { type: 'array', maxItems: 2, items: { type: 'string', codes: ['A'] } },
    { type: 'array', items: { $ref: '#/components/schemas/Named' }, maxItems: 2 },
  ],
])('%s', (_name, shape, schema) => {
  expect(schemaOf(shape, nameOf)).toEqual(schema)
})

test('fields are in alphabetical order, and required only in what is sent', () => {
  const shape: Shape = {
    type: 'object',
    fields: new Map([
      ['b', { type: 'string', required: true }],
      ['a', { type: 'string' }],
    ]),
  }
  expect(JSON.stringify(objectSchema(shape, nameOf, true))).toBe(
    '{"type":"object","required":["b"],"properties":{"a":{"type":"string"},"b":{"type":"string"}}}',
  )
  expect(objectSchema(shape, nameOf, false)).not.toHaveProperty('required')
})

test('a code list is an open enum with the names of its codes', () => {
  expect(codesSchema({ type: 'integer', codes: [1, 2], codeNames: { 1: 'ASC', 2: 'DESC' } })).toEqual({
    anyOf: [{ type: 'integer', enum: [1, 2] }, { type: 'integer' }],
    'x-enum-names': { 1: 'ASC', 2: 'DESC' },
  })
})
