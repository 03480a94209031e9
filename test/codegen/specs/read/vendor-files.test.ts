import { expect, test } from 'vitest'
import type { Problem } from '../../../../codegen/specs/problem.ts'
import {
  readVendorFiles,
  readVendorOperations,
  type VendorDocument,
} from '../../../../codegen/specs/read/vendor-files.ts'

const answer = (data: object) => ({
  200: { content: { 'application/json': { schema: { type: 'object', properties: { data } } } } },
})

function read(path: string, operation: object) {
  const problems: Problem[] = []
  const document = { paths: { [path]: { post: operation } } } as unknown as VendorDocument
  const [first] = readVendorOperations([{ name: 'order.json', document }], problems)
  return { operation: first, problems }
}

test('the installed package has 428 operations in versions 202309 to 202601', () => {
  const problems: Problem[] = []
  const operations = readVendorOperations(readVendorFiles().files, problems)
  const versions = [...new Set(operations.map(({ version }) => version))].sort()
  expect(problems).toEqual([])
  expect(operations).toHaveLength(428)
  expect([versions.length, versions.at(0), versions.at(-1)]).toEqual([28, '202309', '202601'])
})

test('an operation is read without headers and prose', () => {
  const { operation } = read('/order/202309/orders/search', {
    summary: 'GetOrderList',
    description: 'Prose of the vendor.',
    parameters: [
      {
        name: 'page_size',
        in: 'query',
        required: true,
        description: 'Prose.',
        schema: { type: 'integer', format: 'int8' },
      },
      { name: 'Content-Type', in: 'header', required: true, schema: { type: 'string' } },
    ],
    requestBody: { content: { 'application/json': { schema: { type: 'object', properties: {} } } } },
    responses: answer({
      type: 'object',
      properties: { paid_time: { type: 'integer', format: 'int64', example: 1678389618, description: 'Prose.' } },
    }),
  })
  expect(operation).toMatchObject({ version: '202309', domain: 'order', method: 'POST', name: 'GetOrderList' })
  expect(operation?.parameters).toEqual([
    { name: 'page_size', in: 'query', shape: { type: 'integer', format: 'int32', required: true } },
  ])
  expect(operation?.contentType).toBe('application/json')
  expect([...(operation?.data.fields ?? [])]).toEqual([
    ['paid_time', { type: 'integer', format: 'int64', unit: 'unix-seconds' }],
  ])
})

test('what a newer package does differently is reported with file and place', () => {
  const { problems } = read('/order/orders', {
    summary: 'GetOrderList',
    parameters: [],
    responses: answer({ type: 'object', properties: { id: { type: ['string', 'null'] } } }),
  })
  expect(problems.map(({ file, at, what }) => `${file}: ${at}: ${what}`)).toEqual([
    '@tts-open-toolkit/cli order.json: POST /order/orders: The path has no version.',
    '@tts-open-toolkit/cli order.json: POST /order/orders data.id: The type is ["string","null"].',
  ])
})
