import { expect, test } from 'vitest'
import { addTexts } from '../../../../codegen/specs/describe/add-texts.ts'
import type { Problem } from '../../../../codegen/specs/problem.ts'
import { operationOf } from '../operations.ts'

const key = 'GET /order/202309/orders'
const operation = (more = '') => operationOf(`${key}: { name: GetOrderDetail, errors: [5, 7]${more} }`)
const texts = {
  summaries: { [key]: 'Gets orders by their ids.' },
  glossary: { fields: { unused: 'Nothing.' }, rules: {} },
  errorCodes: { 5: 'The order does not exist.' },
}

test('summary, page and the words of error codes are added; what is missing or unused is noted', () => {
  const problems: Problem[] = []
  const described = operation()
  const notes = addTexts([described], texts, problems)
  expect(problems).toEqual([])
  expect(described.summary).toBe('Gets orders by their ids.')
  expect(described.page).toBe('https://partner.tiktokshop.com/docv2/page/get-order-detail-202309')
  expect(Object.fromEntries(described.errors)).toEqual({ 5: 'The order does not exist.', 7: '' })
  expect(notes).toEqual({ unusedWords: ['unused'], codesWithoutWords: ['7'] })
})

test('a page that does not follow the rule comes from the supplement', () => {
  const described = operation(', page: order-details-202309')
  addTexts([described], texts, [])
  expect(described.page).toBe('https://partner.tiktokshop.com/docv2/page/order-details-202309')
})

test('a missing summary and one for no operation are problems', () => {
  const problems: Problem[] = []
  addTexts([operation()], { ...texts, summaries: { 'GET /gone': 'Gets nothing.' } }, problems)
  expect(problems.map(({ file, at, what }) => `${file} ${at}: ${what}`)).toEqual([
    `summaries.yaml ${key}: The operation has no summary.`,
    'summaries.yaml GET /gone: There is no such operation.',
  ])
})
