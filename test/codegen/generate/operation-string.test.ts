import { expect, test } from 'vitest'
import { buildModel } from '../../../codegen/generate/build-model.ts'
import { operationString } from '../../../codegen/generate/operation-string.ts'
import { cases } from './cases.ts'

const strings: [string, string, string][] = [
  ['open-enums', 'getOrders', 'GET 202309/orders'],
  ['multipart', 'uploadImage', 'POST 202309/images/upload form type:application/json'],
  ['both-places', 'updateActivityProduct', 'PUT 202309/activities/{activity_id}/products json both:activity_id'],
  ['get-body', 'getSellerTemplates', 'GET 202510/seller_templates'],
  ['pagination', 'listNumbers', 'GET 202309/numbers page:page-number:page_number:more:list'],
  ['pagination', 'listOffsets', 'POST 202309/offsets json page:offset:offset::result.rows'],
  ['pagination', 'searchStatements', 'POST 202309/statements/search?page_size&page_token json page:statements'],
  ['ciphers', 'getAssets', 'GET 202309/assets?category_asset_cipher!'],
  ['ciphers', 'getShops', 'GET 202309/shops?shop_cipher'],
  ['ciphers', 'getStores', 'GET 202309/stores?shop_cipher!'],
  ['legacy', 'getAccessToken', 'GET https://auth.tiktok-shops.com/api/v2/token/get'],
  ['legacy', 'getShops', 'GET /api/shops?shop_id&shop_cipher&version=202306'],
  ['empty-data', 'deleteWebhook', 'DELETE 202309/webhooks json'],
  [
    '64-bit-ids',
    'addProducts',
    'POST 202405/campaigns/{campaign_id}/products?brand_ids json int64:path.campaign_id int64:query.brand_ids[] ' +
      'int64:body.skus[].id int64:data.product_ids[] int64:data.first.id',
  ],
]

test.each(strings)('%s: %s is written as one string', (name, operation, text) => {
  const [spec] = cases[name]!
  const model = buildModel(spec!)
  const found = model.operations.find((each) => each.name === operation)
  expect(operationString(model, found!)).toBe(text)
})
