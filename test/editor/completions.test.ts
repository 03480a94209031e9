import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openEditor, type Editor, type Entry } from './editor.ts'
import { filesOfPlaces, fileOf, places } from './places.ts'
import { makeProject, type Project } from './project.ts'

const required = 'required.ts'
const files = { ...filesOfPlaces, [required]: fileOf('shop.fulfillment.getPackageShippingDocument({  })') }

let project: Project
let editor: Editor
const lists = {} as Record<keyof typeof places, Entry[]>

beforeAll(async () => {
  project = await makeProject(files)
  editor = openEditor(project.folder, files)
  for (const [name, { file, behind }] of Object.entries(places)) {
    lists[name as keyof typeof places] = await editor.completions(file, behind)
  }
}, 300_000)

afterAll(() => {
  editor?.close()
  project?.remove()
})

const namesOf = (entries: Entry[]) => entries.map(({ name }) => name)

test('a client offers its domains and `with`, nothing else', () => {
  const names = namesOf(lists.domains)
  expect(names).toHaveLength(27)
  expect(names).toEqual(expect.arrayContaining(['order', 'product', 'returnRefund', 'gsFullServiceShipment', 'with']))
})

test('a domain offers the methods of all versions up to the pin, and no other', () => {
  expect(namesOf(lists.methods)).toEqual([
    'addExternalOrderReferences',
    'getExternalOrderReferences',
    'getOrderDetail',
    'getOrderList',
    'getPriceDetail',
    'getPrivilegedOrderDetail',
    'searchOrderByExternalOrderReference',
    'updateTheBlindBoxOpeningResults',
  ])
})

test('arguments offer what is not given yet, and nothing from outside', () => {
  expect(namesOf(lists.arguments)).toEqual([
    'buyer_user_id',
    'create_time_ge',
    'create_time_lt',
    'is_buyer_request_cancel',
    'order_status',
    'page_token',
    'shipping_type',
    'sort_field',
    'sort_order',
    'update_time_ge',
    'update_time_lt',
    'warehouse_ids',
  ])
})

test('required arguments come first', async () => {
  const offered = await editor.offered(required, 'getPackageShippingDocument({ ')
  expect(offered).toEqual(['document_type', 'package_id', 'document_format', 'document_size', 'shipping_period'])
})

test('a string with known codes offers them, although any string may stand there', () => {
  expect(namesOf(lists.codes)).toEqual([
    'UNPAID',
    'ON_HOLD',
    'AWAITING_SHIPMENT',
    'PARTIALLY_SHIPPING',
    'AWAITING_COLLECTION',
    'IN_TRANSIT',
    'DELIVERED',
    'COMPLETED',
    'CANCELLED',
    // So it stands in the vendor's files, beside the right one.
    'CALCELLED',
  ])
})

test("a result's nested shape offers its fields", () => {
  expect(namesOf(lists.fields)).toEqual(
    expect.arrayContaining(['name', 'phone_number', 'full_address', 'postal_code', 'district_info']),
  )
})

describe('every entry but a code has documentation', () => {
  test.each(['domains', 'methods', 'arguments', 'fields'] as const)('%s', (place) => {
    expect(lists[place].filter(({ documentation }) => !/^[A-Z0-9].*\.$/m.test(documentation))).toEqual([])
  })
})

test('the five lists, as they are read', async () => {
  const pages = Object.entries(places).map(([name, { behind }]) =>
    [`=== ${behind.trimEnd()}`, ...lists[name as keyof typeof places].map(lineOf)].join('\n'),
  )
  await expect(`${pages.join('\n\n')}\n`).toMatchFileSnapshot('fixtures/completions.txt')
})

/** The first line is what fits beside a list. */
function lineOf({ name, signature, documentation }: Entry): string {
  return [name, signature.replaceAll(/\s*\n\s*/g, ' '), documentation.split('\n', 1)[0]].filter(Boolean).join('\n    ')
}
