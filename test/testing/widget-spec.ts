import type { SpecDocument, SpecOperation, SpecSchema } from '../../testing/spec-document.ts'

const answer = (data: string): NonNullable<SpecOperation['responses']> => ({
  '200': {
    content: {
      'application/json': {
        schema: {
          allOf: [
            { $ref: '#/components/schemas/Envelope' },
            { type: 'object', properties: { data: { $ref: `#/components/schemas/${data}` } } },
          ],
        },
      },
    },
  },
})
const body = (name: string, mediaType = 'application/json') => ({
  content: { [mediaType]: { schema: { $ref: `#/components/schemas/${name}` } } },
})
const cipher = { name: 'shop_cipher', required: false }
const envelope: SpecSchema = {
  type: 'object',
  properties: { code: { type: 'integer' }, message: { type: 'string' }, request_id: { type: 'string' } },
}
const colour: SpecSchema = { anyOf: [{ type: 'string', enum: ['RED', 'GREEN'] }, { type: 'string' }] }
const widget: SpecSchema = {
  type: 'object',
  properties: {
    id: { type: 'string' },
    serial_id: { type: 'integer', format: 'int64', 'x-64-bit-id': true },
    colour: { $ref: '#/components/schemas/Colour' },
    price: { type: 'string', format: 'decimal' },
    create_time: { type: 'integer', 'x-unit': 'unix-seconds' },
    update_time: { type: 'integer', 'x-unit': 'unix-milliseconds' },
    errors: { type: 'array', items: { type: 'string' } },
  },
}

/** A small document of a made-up domain that has one of each thing the fake shop judges. */
export const widgets: SpecDocument = {
  info: { title: 'TikTok Shop Open API: widget_store', version: '202399' },
  tags: [{ name: 'widget_store' }],
  paths: {
    '/widget_store/202399/widgets': {
      get: {
        operationId: 'getWidgets',
        'x-cipher': cipher,
        parameters: [
          {
            name: 'ids',
            in: 'query',
            required: true,
            schema: { type: 'array', items: { type: 'string' }, minItems: 1, maxItems: 3 },
          },
        ],
        responses: answer('WidgetList'),
      },
      post: {
        operationId: 'createWidget',
        'x-cipher': cipher,
        requestBody: body('CreateWidgetRequest'),
        responses: answer('Widget'),
      },
      delete: {
        operationId: 'deleteWidgets',
        'x-cipher': cipher,
        requestBody: body('DeleteWidgetsRequest'),
        responses: answer('WidgetList'),
      },
    },
    '/widget_store/202399/widgets/{widget_id}': {
      get: {
        operationId: 'getWidget',
        'x-cipher': cipher,
        parameters: [{ name: 'widget_id', in: 'path', required: true, schema: { type: 'string' } }],
        responses: answer('Widget'),
      },
    },
    '/widget_store/202399/widgets/search': {
      post: {
        operationId: 'searchWidgets',
        'x-cipher': cipher,
        'x-pagination': {
          style: 'token',
          in: 'query',
          parameter: 'page_token',
          sizeParameter: 'page_size',
          next: 'next_page_token',
          total: 'total_count',
          items: 'widgets',
        },
        parameters: [
          { name: 'page_size', in: 'query', required: true, schema: { type: 'integer', minimum: 1, maximum: 100 } },
          { name: 'page_token', in: 'query', schema: { type: 'string' } },
          { name: 'only_new', in: 'query', schema: { type: 'boolean' } },
          { name: 'weight', in: 'query', schema: { type: 'string', minimum: 1, maximum: 50 } },
          { name: 'keyword', in: 'query', schema: { type: 'string', minLength: 2, maxLength: 5 } },
          { name: 'colour', in: 'query', schema: { $ref: '#/components/schemas/Colour' } },
        ],
        requestBody: body('SearchWidgetsRequest'),
        responses: answer('WidgetPage'),
      },
    },
    '/widget_store/202399/widgets/{widget_id}/stock': {
      put: {
        operationId: 'updateStock',
        'x-cipher': { name: 'shop_cipher', required: true },
        'x-error-codes': { '98001004': 'A value is out of range.' },
        parameters: [{ name: 'widget_id', in: 'path', required: true, schema: { type: 'integer' } }],
        requestBody: body('UpdateStockRequest'),
        responses: answer('Nothing'),
      },
    },
    '/widget_store/202399/assets': {
      get: {
        operationId: 'getAssets',
        'x-cipher': { name: 'category_asset_cipher', required: true },
        responses: answer('Nothing'),
      },
    },
    '/widget_store/202399/assets/all': {
      get: {
        operationId: 'getAllAssets',
        'x-cipher': { name: 'category_asset_cipher', required: false },
        requestBody: body('DeleteWidgetsRequest'),
        responses: answer('Nothing'),
      },
    },
    '/widget_store/202399/colours': { get: { operationId: 'getColours', responses: answer('Nothing') } },
    '/widget_store/202399/images/upload': {
      post: {
        operationId: 'uploadImage',
        requestBody: body('UploadImageRequest', 'multipart/form-data'),
        responses: answer('Nothing'),
      },
    },
  },
  components: {
    schemas: {
      Envelope: envelope,
      Colour: colour,
      Widget: widget,
      WidgetList: {
        type: 'object',
        properties: { widgets: { type: 'array', items: { $ref: '#/components/schemas/Widget' } } },
      },
      WidgetPage: {
        type: 'object',
        properties: {
          widgets: { type: 'array', items: { $ref: '#/components/schemas/Widget' } },
          next_page_token: { type: 'string' },
          total_count: { type: 'integer' },
        },
      },
      Nothing: { type: 'object', properties: {} },
      CreateWidgetRequest: {
        type: 'object',
        required: ['name', 'skus'],
        properties: {
          name: { type: 'string', maxLength: 10 },
          colour: { $ref: '#/components/schemas/Colour' },
          brand_id: { type: 'integer', format: 'int64', 'x-64-bit-id': true },
          skus: { type: 'array', maxItems: 2, items: { $ref: '#/components/schemas/CreateWidgetRequestSku' } },
          is_draft: { type: 'boolean' },
        },
      },
      CreateWidgetRequestSku: {
        type: 'object',
        required: ['price'],
        properties: {
          price: { type: 'string', format: 'decimal' },
          quantity: { type: 'integer', minimum: 0, maximum: 99_999 },
        },
      },
      SearchWidgetsRequest: {
        type: 'object',
        properties: { create_time_ge: { type: 'integer' }, create_time_lt: { type: 'integer' } },
      },
      DeleteWidgetsRequest: {
        type: 'object',
        required: ['widget_ids'],
        properties: { widget_ids: { type: 'array', minItems: 1, items: { type: 'string' } } },
      },
      UpdateStockRequest: { type: 'object', properties: { quantity: { type: 'integer', maximum: 10 } } },
      UploadImageRequest: {
        type: 'object',
        required: ['data'],
        properties: {
          data: { type: 'string', format: 'binary', 'x-max-size-mb': 1 },
          use_case: { type: 'string' },
          width: { type: 'integer' },
        },
      },
    },
  },
}

/** The same for the legacy API: identity in the query, later versions, token operations. */
export const legacyWidgets: SpecDocument = {
  info: { title: 'TikTok Shop Open API: widget', version: '202212' },
  tags: [{ name: 'widget' }],
  paths: {
    '/api/widgets/search': {
      post: {
        operationId: 'searchWidgets',
        'x-identity': ['shop_cipher', 'shop_id'],
        requestBody: body('SearchRequest'),
        responses: answer('Widget'),
      },
    },
    '/api/widgets/details': {
      get: {
        operationId: 'getWidget',
        'x-identity': ['shop_cipher', 'shop_id'],
        'x-api-version': '202306',
        responses: answer('Widget'),
      },
    },
    '/api/widgets/colours': { get: { operationId: 'getColours', responses: answer('Widget') } },
    '/api/v2/token/get': {
      get: {
        operationId: 'getAccessToken',
        servers: [{ url: 'https://auth.tiktok-shops.com' }],
        parameters: [
          { name: 'grant_type', in: 'query', required: true, schema: { type: 'string' } },
          { name: 'auth_code', in: 'query', required: true, schema: { type: 'string' } },
        ],
        responses: answer('Token'),
      },
    },
    '/api/v2/token/refresh': {
      get: {
        operationId: 'refreshAccessToken',
        servers: [{ url: 'https://auth.tiktok-shops.com' }],
        parameters: [
          { name: 'grant_type', in: 'query', required: true, schema: { type: 'string' } },
          { name: 'refresh_token', in: 'query', required: true, schema: { type: 'string' } },
        ],
        responses: answer('Token'),
      },
    },
    '/api/token/getAccessToken': {
      post: {
        operationId: 'getAccessTokenV1',
        servers: [{ url: 'https://auth.tiktok-shops.com' }],
        requestBody: body('TokenRequest'),
        responses: answer('Token'),
      },
    },
  },
  components: {
    schemas: {
      Envelope: envelope,
      Colour: colour,
      Widget: widget,
      SearchRequest: { type: 'object', required: ['page_size'], properties: { page_size: { type: 'integer' } } },
      TokenRequest: {
        type: 'object',
        required: ['auth_code', 'grant_type'],
        properties: { auth_code: { type: 'string' }, grant_type: { type: 'string' } },
      },
      Token: {
        type: 'object',
        properties: {
          access_token: { type: 'string' },
          access_token_expire_in: { type: 'integer' },
          refresh_token: { type: 'string' },
          refresh_token_expire_in: { type: 'integer' },
          open_id: { type: 'string' },
          user_type: { type: 'integer' },
        },
      },
    },
  },
}
