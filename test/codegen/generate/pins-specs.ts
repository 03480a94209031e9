import type { Schema } from '../../../codegen/generate/document.ts'
import { ref, smallSpec } from './small-spec.ts'

const text = (...names: string[]): Schema => ({
  type: 'object',
  properties: Object.fromEntries(names.map((name) => [name, { type: 'string' }])),
})

/**
 * Three versions: 202401 moves `getOrder`, renames `searchFoo` of `PUT /order/{version}/renamed`, and has a new domain `finance`, whose `Money` is another
 * than that of `order`. 202405 brings a newer `searchFoo` elsewhere, and leaves `finance` and `event` as they were.
 */
export const pinSpecs = [
  smallSpec('202309/event', {
    'GET /event/202309/events': { operationId: 'getEvents', summary: 'Lists events.' },
  }),
  smallSpec(
    '202309/order',
    {
      'GET /order/202309/orders/{id}': {
        operationId: 'getOrder',
        summary: 'Gets an order.',
        parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }],
        data: { type: 'object', properties: { total: ref('Money') } },
        'x-error-codes': { '1': 'One.' },
      },
      'GET /order/202309/foos': { operationId: 'searchFoo', 'x-error-codes': { '2': 'Two.' } },
      'PUT /order/202309/renamed': { operationId: 'changeName', summary: 'Changes the name.' },
      'POST /order/202309/orders/search': { operationId: 'getOrderList', data: ref('OrderPage') },
    },
    { Money: text('amount'), OrderPage: text('orders') },
  ),
  smallSpec(
    '202401/finance',
    { 'GET /finance/202401/sums': { operationId: 'getSum', data: ref('Money') } },
    { Money: text('sum') },
  ),
  smallSpec(
    '202401/order',
    {
      'GET /order/202401/orders/{id}': {
        operationId: 'getOrder',
        parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }],
        data: text('id'),
      },
      'PUT /order/202401/renamed': { operationId: 'renameOrder' },
    },
    {},
  ),
  smallSpec('202405/order', { 'POST /order/202405/foos/search': { operationId: 'searchFoo', data: text('foo') } }),
]
