import type { Schema } from '../../../codegen/generate/document.ts'
import type { SpecFile } from '../../../codegen/generate/validate.ts'
import { ref, smallSpec } from './small-spec.ts'

const string: Schema = { type: 'string' }
const integer: Schema = { type: 'integer', format: 'int32' }

/** Small specs that exercise one thing each; what is generated of each stands in fixtures/<name>/. */
export const cases: Record<string, SpecFile[]> = {
  'open-enums': [
    smallSpec(
      '202309/order',
      {
        'GET /order/202309/orders': {
          operationId: 'getOrders',
          summary: 'Lists orders.',
          parameters: [
            { name: 'status', in: 'query', description: 'Stage of the order.', schema: ref('OrderStatus') },
            { name: 'levels', in: 'query', schema: { type: 'array', items: ref('Level'), maxItems: 3 } },
          ],
          data: {
            type: 'object',
            properties: { status: ref('OrderStatus'), level: ref('Level', { description: 'Level of service.' }) },
          },
        },
      },
      {
        Level: {
          anyOf: [{ type: 'integer', enum: [1, -2] }, { type: 'integer' }],
          'x-enum-names': { '1': 'Instant', '-2': 'Never' },
        },
        OrderStatus: {
          description: 'Stage that an order has reached.',
          anyOf: [{ type: 'string', enum: ['UNPAID', "SELLER'S", 'ON_HOLD'] }, { type: 'string' }],
        },
      },
    ),
  ],
  '64-bit-ids': [
    smallSpec(
      '202405/affiliate',
      {
        'POST /affiliate/202405/campaigns/{campaign_id}/products': {
          operationId: 'addProducts',
          summary: 'Adds products to a campaign.',
          parameters: [
            {
              name: 'campaign_id',
              in: 'path',
              required: true,
              schema: { type: 'integer', format: 'int64', 'x-64-bit-id': true },
            },
            {
              name: 'brand_ids',
              in: 'query',
              schema: { type: 'array', items: { type: 'integer', 'x-64-bit-id': true } },
            },
          ],
          body: { type: 'object', required: ['skus'], properties: { skus: { type: 'array', items: ref('SkuInput') } } },
          data: {
            type: 'object',
            properties: {
              product_ids: { type: 'array', items: { type: 'integer', 'x-64-bit-id': true } },
              first: ref('Sku'),
            },
          },
        },
      },
      {
        Sku: {
          type: 'object',
          properties: {
            id: { type: 'integer', 'x-64-bit-id': true, description: 'Identifier of the SKU' },
            count: integer,
          },
        },
        SkuInput: {
          type: 'object',
          required: ['id'],
          properties: { id: { type: 'integer', 'x-64-bit-id': true }, note: string },
        },
      },
    ),
  ],
  multipart: [
    smallSpec('202309/product', {
      'POST /product/202309/images/upload': {
        operationId: 'uploadImage',
        summary: 'Uploads an image.',
        form: true,
        body: {
          type: 'object',
          required: ['data'],
          properties: {
            data: {
              type: 'string',
              format: 'binary',
              description: 'The image.',
              'x-file-formats': ['JPG', 'PNG'],
              'x-max-size-mb': 10,
            },
            use_case: { type: 'string', default: 'MAIN_IMAGE' },
          },
        },
        data: { type: 'object', properties: { uri: { type: 'string', format: 'uri' } } },
        'x-content-type': 'application/json',
      },
    }),
  ],
  'both-places': [
    smallSpec('202309/promotion', {
      'PUT /promotion/202309/activities/{activity_id}/products': {
        operationId: 'updateActivityProduct',
        summary: 'Changes the products of an activity.',
        parameters: [
          { name: 'activity_id', in: 'path', required: true, description: 'Activity in the path', schema: string },
        ],
        body: {
          type: 'object',
          properties: { activity_id: { type: 'string', description: 'Activity that this concerns' }, title: string },
        },
      },
    }),
  ],
  'get-body': [
    smallSpec(
      '202510/logistics',
      {
        'GET /logistics/202510/seller_templates': {
          operationId: 'getSellerTemplates',
          summary: 'Lists templates.',
          parameters: [{ name: 'shown', in: 'query', schema: string }],
          body: {
            type: 'object',
            required: ['product_attribute'],
            properties: { product_attribute: ref('Attribute'), shown: string },
          },
          'x-request-body-not-sent': true,
          'x-read-only': true,
          data: { type: 'object', properties: { templates: { type: 'array', items: string } } },
        },
      },
      { Attribute: { type: 'object', properties: { id: string } } },
    ),
  ],
  pagination: [
    smallSpec(
      '202309/finance',
      {
        'GET /finance/202309/numbers': {
          operationId: 'listNumbers',
          summary: 'Lists numbers.',
          parameters: [{ name: 'page_number', in: 'query', required: true, schema: { ...integer, minimum: 1 } }],
          data: { type: 'object', properties: { more: { type: 'boolean' }, list: { type: 'array', items: string } } },
          'x-pagination': { style: 'page-number', in: 'query', parameter: 'page_number', more: 'more', items: 'list' },
        },
        'POST /finance/202309/offsets': {
          operationId: 'listOffsets',
          summary: 'Lists by offset.',
          body: { type: 'object', properties: { offset: integer } },
          data: { type: 'object', properties: { result: ref('Result') } },
          'x-pagination': { style: 'offset', in: 'body', parameter: 'offset', items: 'result.rows' },
        },
        'POST /finance/202309/statements/search': {
          operationId: 'searchStatements',
          summary: 'Lists statements.',
          parameters: [
            {
              name: 'page_size',
              in: 'query',
              required: true,
              schema: { ...integer, minimum: 1, maximum: 100, default: 20 },
            },
            { name: 'page_token', in: 'query', schema: string },
          ],
          body: { type: 'object', properties: { status: string } },
          data: {
            type: 'object',
            properties: {
              statements: { type: 'array', items: ref('Row') },
              next_page_token: string,
              total_count: integer,
            },
          },
          'x-pagination': {
            style: 'token',
            in: 'query',
            parameter: 'page_token',
            sizeParameter: 'page_size',
            next: 'next_page_token',
            total: 'total_count',
            items: 'statements',
          },
        },
      },
      {
        Result: { type: 'object', properties: { rows: { type: 'array', items: ref('Row') } } },
        Row: { type: 'object', properties: { id: string } },
      },
    ),
  ],
  ciphers: [
    smallSpec('202309/global_product', {
      'GET /global_product/202309/assets': {
        operationId: 'getAssets',
        summary: 'Lists assets.',
        'x-cipher': { name: 'category_asset_cipher', required: true },
      },
      'GET /global_product/202309/shops': {
        operationId: 'getShops',
        summary: 'Lists shops.',
        'x-cipher': { name: 'shop_cipher', required: false },
      },
      'GET /global_product/202309/stores': {
        operationId: 'getStores',
        summary: 'Lists stores.',
        parameters: [{ name: 'name', in: 'query', schema: string }],
        'x-cipher': { name: 'shop_cipher', required: true },
      },
    }),
  ],
  legacy: [
    smallSpec('202212/authorization', {
      'GET /api/v2/token/get': {
        operationId: 'getAccessToken',
        summary: 'Gets an access token for the code of an authorisation.',
        servers: [{ url: 'https://auth.tiktok-shops.com' }],
        parameters: [{ name: 'auth_code', in: 'query', required: true, schema: string }],
        data: { type: 'object', properties: { access_token: string } },
      },
      'GET /api/shops': {
        operationId: 'getShops',
        summary: 'Lists shops.',
        'x-identity': ['shop_id', 'shop_cipher'],
        'x-api-version': '202306',
      },
    }),
  ],
  deprecated: [
    smallSpec('202309/seller', {
      'GET /seller/202309/shops': {
        operationId: 'getShopsOld',
        summary: 'Lists shops.',
        deprecated: true,
        externalDocs: { url: 'https://partner.tiktokshop.com/docv2/page/get-shops-202309' },
        'x-access-scopes': ['Seller Authorization', 'Shop Information'],
        'x-markets': ['US', 'GB'],
        parameters: [
          { name: 'region', in: 'query', deprecated: true, description: 'Region of the shop.', schema: string },
        ],
        data: {
          type: 'object',
          properties: {
            name: { type: 'string', deprecated: true, 'x-markets': ['US'] },
            kind: { type: 'string', deprecated: true },
          },
        },
      },
    }),
  ],
  arrays: [
    smallSpec('202309/fulfillment', {
      'POST /fulfillment/202309/packages': {
        operationId: 'createPackages',
        summary: 'Creates packages.',
        parameters: [
          {
            name: 'ids',
            in: 'query',
            required: true,
            schema: { type: 'array', items: string, minItems: 1, maxItems: 50 },
          },
        ],
        body: {
          type: 'object',
          properties: {
            matrix: { type: 'array', items: { type: 'array', items: { type: 'number' } } },
            'odd-name': { type: 'object', properties: {} },
          },
        },
        data: {
          type: 'object',
          properties: { flags: { type: 'array', items: { type: 'boolean' } }, extra: { type: 'object' } },
        },
      },
    }),
  ],
  'empty-data': [
    smallSpec('202309/event', {
      'DELETE /event/202309/webhooks': {
        operationId: 'deleteWebhook',
        summary: 'Deletes a webhook.',
        body: { type: 'object', required: ['event_type'], properties: { event_type: string } },
        'x-error-codes': { '40001': "It is the seller's.", '36009003': 'Internal error.' },
      },
      'GET /event/202309/webhooks': {
        operationId: 'getWebhooks',
        'x-error-codes': { '36009003': 'Internal error.' },
        data: { type: 'object', properties: {} },
      },
    }),
  ],
  'shared-shapes': [
    smallSpec(
      '202309/order',
      {
        'GET /order/202309/total': {
          operationId: 'getTotal',
          summary: 'Gets the total.',
          data: { type: 'object', properties: { total: ref('Money') } },
        },
      },
      {
        Currency: { anyOf: [{ type: 'string', enum: ['USD'] }, { type: 'string' }] },
        Money: {
          type: 'object',
          properties: { amount: { type: 'string', format: 'decimal' }, currency: ref('Currency') },
        },
      },
    ),
    smallSpec(
      '202309/finance',
      { 'GET /finance/202309/sum': { operationId: 'getSum', summary: 'Gets the sum.', data: ref('Money') } },
      {
        Currency: { anyOf: [{ type: 'string', enum: ['USD'] }, { type: 'string' }] },
        Money: {
          type: 'object',
          properties: { amount: { type: 'string', format: 'decimal' }, currency: ref('Currency') },
        },
      },
    ),
  ],
  'sent-and-received': [
    smallSpec(
      '202309/logistics',
      {
        'PUT /logistics/202309/address': {
          operationId: 'changeAddress',
          summary: 'Changes an address.',
          body: {
            type: 'object',
            required: ['address'],
            properties: { address: ref('Address'), sender: ref('Sender') },
          },
          data: { type: 'object', required: ['address'], properties: { address: ref('Address') } },
        },
      },
      {
        Address: { description: 'An address', type: 'object', required: ['city'], properties: { city: string } },
        Sender: { type: 'object', required: ['name'], properties: { name: string, note: string } },
      },
    ),
  ],
}
