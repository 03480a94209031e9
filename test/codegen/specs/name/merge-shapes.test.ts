import { expect, test } from 'vitest'
import type { Shape } from '../../../../codegen/specs/model.ts'
import { mergeShapes } from '../../../../codegen/specs/name/merge-shapes.ts'

const integer = (marks: Partial<Shape>): Shape => ({ type: 'integer', ...marks })

test.each<[string, Partial<Shape>, Partial<Shape>, Partial<Shape>]>([
  ['the wider limit holds', { maximum: 50, minimum: 5 }, { maximum: 100, minimum: 1 }, { maximum: 100, minimum: 1 }],
  ['a silent place means nothing', { maximum: 50, markets: ['BR'] }, {}, { maximum: 50, markets: ['BR'] }],
  ['markets add up', { markets: ['US'] }, { markets: ['GB', 'US'] }, { markets: ['US', 'GB'] }],
  ['int64 holds int32', { format: 'int32' }, { format: 'int64' }, { format: 'int64' }],
  ['codes add up', { codes: [1, 2] }, { codes: [2, 3] }, { codes: [1, 2, 3] }],
  ['names of codes add up', { codeNames: { 1: 'A' } }, { codeNames: { 2: 'B' } }, { codeNames: { 1: 'A', 2: 'B' } }],
  ['equal defaults stay', { default: 1 }, { default: 1 }, { default: 1 }],
  ['different defaults are no default', { default: 1 }, { default: 2 }, {}],
  ['a deprecation holds', { deprecated: true }, {}, { deprecated: true }],
  ['the first description holds', { description: 'One.' }, { description: 'Two.' }, { description: 'One.' }],
])('%s', (_name, first, second, merged) => {
  expect(mergeShapes([integer(first), integer(second)], () => {})).toEqual(integer(merged))
})

test('different types are reported with their place', () => {
  const object = (type: 'string' | 'integer'): Shape => ({
    type: 'object',
    fields: new Map([['ids', { type: 'array', items: { type } }]]),
  })
  const reported: string[] = []
  mergeShapes([object('string'), object('integer')], (place, what) => reported.push(`${place} ${what}`))
  expect(reported).toEqual(['ids[] is string and integer'])
})
