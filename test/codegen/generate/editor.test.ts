import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { ManifestEntry } from '../../../codegen/generate/manifest.ts'
import { openEditor } from './editor.ts'

const manifest = JSON.parse(
  readFileSync(new URL('../../../generated/manifest.json', import.meta.url), 'utf8'),
) as ManifestEntry[]

const deprecated = openEditor(`
import type { Client } from './test/codegen/generate/fixtures/deprecated/202309/index.ts'
declare const shop: Client
shop.seller.getShopsOld({ region: 'US' })
shop.seller.
`)

const orders = openEditor(`
import { createClient } from './generated/202309/index.ts'
const shop = createClient({ appKey: 'k', appSecret: 's' })
const data = await shop.order.getOrderList({ page_size: 50, order_status: 'AWAITING_SHIPMENT', create_time_ge: 1 })
for await (const order of shop.order.getOrderList.iterate({ page_size: 100 })) order.status
data.orders?.[0]?.cpf
const image = shop.product.uploadProductImage({ data: new Blob() })
shop.order.
`)

test('hovering a call shows a short signature, and what to know before calling', () => {
  const { signature, documentation } = orders.hover('order.getOrderList')
  expect(signature).toBe(
    '(property) OrderOperations.getOrderList: GetOrderList\n' +
      '(args: GetOrderListArguments, options?: CallOptions) => Call<GetOrderListData>',
  )
  expect(documentation).toContain(
    '\n\n`POST /order/202309/orders/search`\n\n- Scoped to a shop: takes `shopCipher`.\n- Pages by `page_token`',
  )
  expect(documentation).toContain('@see https://partner.tiktokshop.com/docv2/page/get-order-list-202309')
})

test('hovering iterate shows what it gives', () => {
  expect(orders.hover('getOrderList.iterate')).toEqual({
    signature:
      '(method) GetOrderList.iterate(args: GetOrderListArguments, options?: CallOptions): AsyncGenerator<Order, void, undefined>',
    documentation: 'Gives every item of all pages of `getOrderList`, one by one.',
  })
})

test('hovering an argument shows its limits, default and unit', () => {
  expect(orders.hover('{ page_size').signature).toBe('(property) GetOrderListArguments.page_size: number')
  expect(orders.hover('{ page_size').documentation).toMatch(/1 to 100\. Default: 20\.$/)
  expect(orders.hover('create_time_ge').documentation).toMatch(/Unix time in seconds\.$/)
  expect(orders.hover('Image({ data').documentation).toMatch(/File formats: .*At most 10 MB\.$/)
})

test('hovering a call of what a later version replaces says so, in the pins before that', () => {
  const editor = openEditor(`
import { createClient } from './generated/202506/index.ts'
import { createClient as createNewer } from './generated/202507/index.ts'
createClient({ appKey: 'k', appSecret: 's' }).order.getOrderDetail({ ids: [] })
createNewer({ appKey: 'k', appSecret: 's' }).order.getOrderDetail({ ids: ['1'] })
`)
  const said = '`GET /order/202309/orders`\n\nReplaced by version 202507: `GET /order/202507/orders`.'
  expect(editor.hover('getOrderDetail', '({ ids: [] })').documentation).toContain(said)
  expect(editor.hover('getOrderDetail', "({ ids: ['1'] })").documentation).not.toContain('Replaced')
})

test('a list of codes is shown by its name', () => {
  expect(orders.hover('order_status').signature).toBe(
    '(property) GetOrderListArguments.order_status?: OrderStatus | undefined',
  )
  expect(orders.hover('order.status').signature).toBe('(property) Order.status?: OrderStatus | undefined')
})

test('hovering a field shows its markets', () => {
  expect(orders.hover('?.cpf').signature).toBe('(property) Order.cpf?: string | undefined')
  expect(orders.hover('?.cpf').documentation).toMatch(/Markets: BR\.$/)
})

test('completion at a domain carries documentation', () => {
  const list = orders.completions('\nshop.order.')
  expect(list.map(({ name }) => name)).toEqual(['getOrderDetail', 'getOrderList', 'getPrivilegedOrderDetail'])
  for (const { documentation } of list) expect(documentation).toMatch(/^[A-Z].*\.\n\n`(GET|POST) \/order\/202309\//)
})

test('what the vendor marks as old is struck through in the list, and says so on hover', () => {
  const [entry] = deprecated.completions('\nshop.seller.\n'.trimEnd())
  expect(entry).toMatchObject({ name: 'getShopsOld', isDeprecated: true })
  expect(deprecated.hover('getShopsOld').documentation).toBe(
    'Lists shops.\n\n`GET /seller/202309/shops`\n\n- Not scoped to a shop.\n- Access scopes: Seller Authorization, Shop Information.\n' +
      '- Markets: US, GB.\n@deprecated The vendor marks this operation as old.\n@see https://partner.tiktokshop.com/docv2/page/get-shops-202309',
  )
  expect(deprecated.hover('{ region').documentation).toBe(
    'Region of the shop.\n@deprecated The vendor marks this field as old.',
  )
})

test('each of the 554 methods has a signature of at most 200 characters without a literal, and documentation', () => {
  const versions = [...new Set(manifest.map(({ version }) => version))]
  const imports = versions.map(
    (version) =>
      `import type { Client as Client${version} } from './generated/${version}/index.ts'\ndeclare const v${version}: Client${version}`,
  )
  const callOf = ({ version, domainKey, operation }: ManifestEntry) => `v${version}.${domainKey}.${operation}`
  const editor = openEditor([...imports, ...manifest.map((entry) => `${callOf(entry)}({} as never)`)].join('\n'))
  expect(manifest).toHaveLength(554)
  for (const entry of manifest) {
    const { signature, documentation } = editor.hover(`\n${callOf(entry)}`, '(')
    const [, call = ''] = signature.split('\n')
    expect(call).toMatch(/^\(args\??: \w+, options\?: CallOptions\) => Call<\w+>$/)
    expect(call.length).toBeLessThanOrEqual(200)
    expect(documentation).toContain(`\`${entry.method} ${entry.path}\``)
  }
}, 120_000)
