import { expect, test } from 'vitest'
import { methodName, nameOperations } from '../../../../codegen/specs/name/operation-names.ts'
import type { Problem } from '../../../../codegen/specs/problem.ts'
import { parseNames } from '../../../../codegen/specs/read/names-file.ts'
import { operationsOf } from '../operations.ts'

test.each([
  ['GetOrderList', 'getOrderList'],
  ['GetLIVEProducts', 'getLiveProducts'],
  ['SearchFBTInventory', 'searchFbtInventory'],
  ['GetProductsSEOWords', 'getProductsSeoWords'],
  ['GSGetDelivery-OrderPrintDocument', 'gsGetDeliveryOrderPrintDocument'],
])('%s becomes %s by rule', (vendorName, name) => {
  expect(methodName(vendorName)).toBe(name)
})

function name(names: string, ...vendorNames: string[]) {
  const problems: Problem[] = []
  const operations = operationsOf(
    vendorNames.map((one, index) => `GET /order/202309/a${index}: { name: ${one} }`).join('\n'),
  )
  nameOperations(operations, parseNames(names), problems)
  return { names: operations.map(({ operationId }) => operationId), problems }
}

test('a name given by hand outweighs the rule, however the source spells the vendor name', () => {
  const given = 'operations: { GetTransactionsbyOrder: getTransactionsByOrder, GetMCFStatus: getMcfStatus }'
  expect(name(given, 'GetTransactionsbyOrder', 'getmcfstatus').names).toEqual([
    'getTransactionsByOrder',
    'getMcfStatus',
  ])
})

test('a name for an operation that does not exist is a problem', () => {
  const { problems } = name('operations: { GetOrdr: getOrder }', 'GetOrder')
  expect(problems).toMatchObject([
    { file: 'names.yaml', at: 'operations.GetOrdr', what: 'No operation has this name.' },
  ])
})

test('two operations of one name are a problem with a proposal', () => {
  const { problems } = name('', 'GetLIVE', 'GetLive')
  expect(problems).toMatchObject([
    {
      at: 'operations.GetLive',
      what: 'GET /order/202309/a0 and GET /order/202309/a1 would both be getLive.',
      remedy: 'Give one of them a name of its own, such as getLiveA1.',
    },
  ])
})
