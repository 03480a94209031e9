import { readFileSync } from 'node:fs'

interface Envelope {
  code: number
  data: Record<string, unknown>
}

/** Answers of the service to what is called, as text, in three sizes. */
export const answers = {
  /** No order found: what is left is the cost of the call itself. */
  noOrder: JSON.stringify(envelope({ orders: [], total_count: 0, next_page_token: '' })),
  product: JSON.stringify(sample('GetProduct')),
  twentyOrders: twentyOrders(),
}

function twentyOrders(): string {
  const { data } = sample('GetOrderList')
  const [order] = data['orders'] as object[]
  return JSON.stringify(envelope({ ...data, orders: Array.from({ length: 20 }, () => order) }))
}

function envelope(data: object): object {
  return { code: 0, message: 'Success', request_id: '202311210836217D5B1F1FA1EAF4D23F41', data }
}

function sample(operation: string): Envelope {
  const file = new URL(`../test/fixtures/samples/202309/${operation}.response.json`, import.meta.url)
  return JSON.parse(readFileSync(file, 'utf8')) as Envelope
}
