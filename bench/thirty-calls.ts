import { mergedOperation } from './documents.ts'

/** A call, with its arguments by place, and what is read of `data`. */
interface Call {
  domain: string
  operation: string
  method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  path: string
  in?: Record<string, string>
  query?: Record<string, unknown>
  body?: Record<string, unknown>
  reads: string
}

const version = '202309'

/** The file that is type-checked: what an order and stock tool calls, 30 operations of 202309 in ten domains. */
const calls: readonly Call[] = [
  call('order', 'getOrderList', 'POST /orders/search', '.orders?.[0]?.line_items?.[0]?.sku_id', {
    query: { page_size: 50 },
    body: { order_status: 'AWAITING_SHIPMENT' },
  }),
  call('order', 'getOrderDetail', 'GET /orders', '.orders?.[0]?.recipient_address?.full_address', {
    query: { ids: ['57'] },
  }),
  call('fulfillment', 'searchPackage', 'POST /packages/search', '.packages?.[0]?.id', {
    query: { page_size: 50 },
    body: { package_status: 'PROCESSING' },
  }),
  call('fulfillment', 'getPackageDetail', 'GET /packages/{package_id}', '.package_status', { in: { package_id: '1' } }),
  call('fulfillment', 'createPackages', 'POST /packages', '.package_id', { body: { order_id: '57' } }),
  call('fulfillment', 'getTracking', 'GET /orders/{order_id}/tracking', '.tracking?.[0]?.description', {
    in: { order_id: '57' },
  }),
  call('fulfillment', 'markPackageAsShipped', 'POST /orders/{order_id}/packages', '.package_id', {
    in: { order_id: '57' },
    body: { tracking_number: '1', shipping_provider_id: '2' },
  }),
  call('fulfillment', 'searchCombinablePackages', 'GET /combinable_packages/search', '.combinable_packages?.[0]?.id', {
    query: { page_size: 50 },
  }),
  call('product', 'searchProducts', 'POST /products/search', '.products?.[0]?.skus?.[0]?.price', {
    query: { page_size: 100 },
    body: { status: 'ACTIVATE' },
  }),
  call('product', 'getProduct', 'GET /products/{product_id}', '.skus?.[0]?.inventory?.[0]?.quantity', {
    in: { product_id: '17' },
  }),
  call('product', 'getCategories', 'GET /categories', '.categories?.[0]?.local_name', { query: { locale: 'en-US' } }),
  call('product', 'getAttributes', 'GET /categories/{category_id}/attributes', '.attributes?.[0]?.values?.[0]?.name', {
    in: { category_id: '60' },
  }),
  call('product', 'getBrands', 'GET /brands', '.brands?.[0]?.name', { query: { page_size: 10 } }),
  call('product', 'updatePrice', 'POST /products/{product_id}/prices/update', '', {
    in: { product_id: '17' },
    body: { skus: [{ id: '1', price: { amount: '1.50', currency: 'USD' } }] },
  }),
  call('product', 'updateInventory', 'POST /products/{product_id}/inventory/update', '.errors?.[0]?.message', {
    in: { product_id: '17' },
    body: { skus: [{ id: '1', inventory: [{ warehouse_id: '7', quantity: 3 }] }] },
  }),
  call('product', 'activateProduct', 'POST /products/activate', '.errors?.[0]?.code', {
    body: { product_ids: ['17'], listing_platforms: ['TIKTOK_SHOP'] },
  }),
  call('product', 'inventorySearch', 'POST /inventory/search', '.inventory?.[0]?.skus?.[0]?.id', {
    body: { product_ids: ['17'] },
  }),
  call('return_refund', 'searchReturns', 'POST /returns/search', '.return_orders?.[0]?.return_status', {
    body: { order_ids: ['57'], locale: 'en-US' },
  }),
  call('return_refund', 'getReturnRecords', 'GET /returns/{return_id}/records', '.records?.[0]?.event', {
    in: { return_id: '40' },
  }),
  call('return_refund', 'getRejectReasons', 'GET /reject_reasons', '.reasons?.[0]?.text', {
    query: { return_or_cancel_id: '40' },
  }),
  call('return_refund', 'searchCancellations', 'POST /cancellations/search', '.cancellations?.[0]?.cancel_id', {
    body: { cancel_ids: ['41'], locale: 'en-US' },
  }),
  call('logistics', 'getWarehouseList', 'GET /warehouses', '.warehouses?.[0]?.address?.city', {}),
  call(
    'logistics',
    'getShippingProviders',
    'GET /delivery_options/{delivery_option_id}/shipping_providers',
    '.shipping_providers?.[0]?.name',
    {
      in: { delivery_option_id: '3' },
    },
  ),
  call('finance', 'getStatements', 'GET /statements', '.statements?.[0]?.revenue_amount', {
    query: { sort_field: 'statement_time' },
  }),
  call('finance', 'getPayments', 'GET /payments', '.payments?.[0]?.amount?.value', {
    query: { sort_field: 'create_time' },
  }),
  call('customer_service', 'getConversations', 'GET /conversations', '.conversations?.[0]?.id', {
    query: { page_size: 10 },
  }),
  call('event', 'getShopWebhooks', 'GET /webhooks', '.webhooks?.[0]?.event_type', {}),
  call('event', 'updateShopWebhook', 'PUT /webhooks', '', {
    body: { address: 'https://example.com', event_type: 'ORDER_STATUS_CHANGE' },
  }),
  call('seller', 'getActiveShops', 'GET /shops', '.shops?.[0]?.region', {}),
  call('authorization', 'getAuthorizedShops', 'GET /shops', '.shops?.[0]?.cipher', {}),
]

/** The calls on the typed client of a pin; those of some domains only, when these are given. */
export function typedCalls(entry: string, domains?: readonly string[]): string {
  const chosen = calls.filter(({ domain }) => !domains || domains.includes(domain))
  const lines = chosen.map(({ domain, operation, in: path, query, body, reads }, index) => {
    const all = { ...path, ...query, ...body }
    const args = Object.keys(all).length > 0 ? JSON.stringify(all) : ''
    return answerLine(index, `shop.${camel(domain)}.${operation}(${args})`, reads)
  })
  return [
    `import { createClient } from '${entry}'`,
    use,
    `const shop = createClient({ appKey: 'k', appSecret: 's', accessToken: 't', shopCipher: 'c' })`,
    ...lines,
  ].join('\n')
}

/** The calls on openapi-fetch over one `paths` of all versions. */
export function openapiFetchCalls(paths: string): string {
  const lines = calls.map(({ method, path, in: inPath, query, body, reads }, index) => {
    const params = inPath || query ? { params: { ...(inPath && { path: inPath }), ...(query && { query }) } } : {}
    const init = { ...params, ...(body && { body }) }
    const args = Object.keys(init).length > 0 ? `, ${JSON.stringify(init)}` : ''
    return answerLine(index, `client.${method}('${path}'${args})`, reads && `.data?.data?${reads}`)
  })
  return [
    `import createClient from 'openapi-fetch'`,
    `import type { paths } from '${paths}'`,
    use,
    `const client = createClient<paths>()`,
    ...lines,
  ].join('\n')
}

/** The calls on the functions that hey-api makes of all versions. */
export function heyApiCalls(sdk: string): string {
  const functions = calls.map(({ domain, operation }) => mergedOperation(version, domain, operation))
  const lines = calls.map(({ in: path, query, body, reads }, index) => {
    const init = { ...(path && { path }), ...(query && { query }), ...(body && { body }) }
    const args = Object.keys(init).length > 0 ? JSON.stringify(init) : ''
    return answerLine(index, `${functions[index]!}(${args})`, reads && `.data?.data?${reads}`)
  })
  return [`import { ${functions.join(', ')} } from '${sdk}'`, use, ...lines].join('\n')
}

const use = 'declare function use(value: unknown): void'

function answerLine(index: number, call: string, reads: string): string {
  const name = `answer${String(index + 1)}`
  return `const ${name} = await ${call}\nuse(${name}${reads})`
}

function call(
  domain: string,
  operation: string,
  endpoint: `${Call['method']} /${string}`,
  reads: string,
  places: Pick<Call, 'in' | 'query' | 'body'>,
): Call {
  const [method, path] = endpoint.split(' ') as [Call['method'], string]
  return { domain, operation, method, path: `/${domain}/${version}${path}`, reads, ...places }
}

function camel(name: string): string {
  return name.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase())
}
