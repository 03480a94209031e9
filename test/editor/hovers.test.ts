import { afterAll, beforeAll, expect, test } from 'vitest'
import { openEditor, type Editor, type Shown } from './editor.ts'
import { fixture, makeProject, type Project } from './project.ts'

const file = 'hovers.ts'
const files = { [file]: fixture(file) }

/** What is hovered, and what must follow it so that it is the right one. */
const hovered: [text: string, behind: string][] = [
  ['shop = createClient', '({'],
  ['appSecret', ': '],
  ['accessToken', ': '],
  ['shopCipher', ": 'cipher'"],
  ['shop.with', '('],
  ['search = shop.order', '.'],
  ['search = shop.order.getOrderList', '\n'],
  ['waiting: OrderStatus', ' ='],
  ['await shop.order.getOrderList', '('],
  ['page_size', ': 50'],
  ['order_status', ': '],
  ['create_time_ge', ': '],
  ['warehouse_ids', ': '],
  ['timeoutMs', ': '],
  ['create_time', ','],
  ['cpf', ','],
  ['total_amount', ')'],
  ['getOrderList.iterate', '('],
  ['product.uploadProductImage', '('],
  ['uploadProductImage({ data', ':'],
  ['withResponse', '('],
  ['getAuthorizedShops', '('],
  ['instanceof TokenError', ')'],
  ['error.kind', ')'],
  ['error.code', ','],
]

let project: Project
let editor: Editor
const shown = new Map<string, Shown>()

beforeAll(async () => {
  project = await makeProject(files)
  editor = openEditor(project.folder, files)
  for (const [text, behind] of hovered) shown.set(text, await editor.hover(file, text, behind))
}, 300_000)

afterAll(() => {
  editor?.close()
  project?.remove()
})

test('the file has no error until one is typed', async () => {
  expect(await editor.errors(file)).toEqual([])
  editor.type(file, 'page_size: 50', ', page: 1')
  expect(await editor.errors(file)).toEqual([
    expect.stringContaining("'page' does not exist in type 'GetOrderListArguments'"),
  ])
})

test('no signature is cut off or longer than 250 characters, no documentation longer than 15 lines', () => {
  for (const [text, { signature, documentation }] of shown) {
    expect(signature, text).not.toContain('...')
    expect(signature.length, text).toBeLessThanOrEqual(250)
    expect(documentation.split('\n').length, text).toBeLessThanOrEqual(15)
  }
})

test('hovers, as they are read', async () => {
  const pages = [...shown].map(
    ([text, { signature, documentation }]) => `=== ${text}\n${signature}\n\n${documentation}`,
  )
  await expect(`${pages.map((page) => page.trimEnd()).join('\n\n')}\n`).toMatchFileSnapshot('fixtures/hovers.txt')
})
