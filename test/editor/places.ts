/** The five places where users complete, each the text behind which they do, in a file of its own as none of them is finished. */
export const places = {
  domains: { file: 'domains.ts', behind: 'shop.' },
  methods: { file: 'methods.ts', behind: 'shop.order.' },
  arguments: { file: 'arguments.ts', behind: 'getOrderList({ page_size: 50, ' },
  codes: { file: 'codes.ts', behind: "order_status: '" },
  fields: { file: 'fields.ts', behind: 'recipient_address?.' },
}

/** The files, up to the place and what an editor has typed behind it by itself. */
export const filesOfPlaces: Record<string, string> = {
  [places.domains.file]: fileOf('shop.'),
  [places.methods.file]: fileOf('shop.order.'),
  [places.arguments.file]: fileOf('await shop.order.getOrderList({ page_size: 50,  })'),
  [places.codes.file]: fileOf("await shop.order.getOrderList({ page_size: 50, order_status: '' })"),
  [places.fields.file]: fileOf(
    'const { orders = [] } = await shop.order.getOrderDetail({ ids: [] })\norders[0]?.recipient_address?.',
  ),
}

/** A file that has a client, and this code. */
export function fileOf(code: string): string {
  return `import { createClient } from 'tiktok-shop-openapi/202604'\nconst shop = createClient({ appKey: '', appSecret: '' })\n${code}\nexport {}\n`
}
