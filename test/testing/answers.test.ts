import { describe, expect, test } from 'vitest'
import { createFakeShop } from '../../testing/index.ts'
import type { Schema } from '../specs.ts'
import { readOperations } from '../specs.ts'
import { differences } from './conform.ts'
import { clientOf } from './naive-client.ts'
import { rightRequest } from './right-request.ts'

const now = Date.UTC(2026, 10, 21, 12)
const shop = createFakeShop({ now: () => now })
const authUrl = 'https://auth.tiktok-shops.com'
const apiUrl = 'https://open-api.tiktokglobalshop.com'
const operations = readOperations()
const versions = [...new Set(operations.map(({ version }) => version))]

describe('a right request gets an answer that conforms to the spec, with every field', () => {
  let answered = 0
  test.each(versions)('%s', async (version) => {
    const wrong: string[] = []
    for (const found of operations.filter((one) => one.version === version)) {
      const { operation, wish } = rightRequest(found, shop)
      const call = clientOf(shop, found.operation.servers ? authUrl : apiUrl, shop.fetch, () => now)
      const answer = await call(operation, wish)
      const logged = shop.requests.at(-1)
      if (answer.code !== 0) wrong.push(`${operation}: ${answer.code} ${answer.message} ${logged?.verdict.hint ?? ''}`)
      const notInSpec = logged?.ignored.filter((name) => found.method !== 'GET' || name !== 'body') ?? []
      if (notInSpec.length > 0) wrong.push(`${operation}: ignored ${notInSpec.join()}`)
      const schema = answerSchema(found.operation)
      const mayMiss = [found.operation['x-pagination']?.next?.split('.').at(-1) ?? '']
      const envelope = { code: answer.code, message: answer.message, request_id: answer.requestId, data: answer.data }
      const found_ = differences(envelope, schema, 'answer', { document: found.document, now: now / 1000, mayMiss })
      wrong.push(...found_.map((difference) => `${operation}: ${difference}`))
      expect(logged).toMatchObject({ template: found.path, version, method: found.method })
      answered++
    }
    expect(wrong).toEqual([])
  })

  test('all 554 were asked', () => {
    expect(answered).toBe(554)
  })
})

function answerSchema(operation: object): Schema {
  const { responses } = operation as { responses: Record<string, { content: Record<string, { schema: Schema }> }> }
  return responses['200']!.content['application/json']!.schema
}
