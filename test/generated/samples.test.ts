import { readdirSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createFakeShop } from '../../testing/index.ts'
import { readOperations, type Found } from '../specs.ts'
import { typecheck } from '../typecheck.ts'
import { argumentsFromSpec } from './arguments-from-spec.ts'
import { clientOf, dataTypeOf, domainKeyOf, type Client } from './client-of.ts'
import { callerValue, readExactly } from './expected-request.ts'
import { startRecordingServer } from './recording-server.ts'

/** Samples that are not in the shape of the operation they are filed under, and so prove nothing about it. */
const misfiled: Record<string, string> = {
  '202309/FulfillmentUploadDeliveryFile.request.json': 'the JSON upload of 202212; this operation takes a form',
  '202309/FulfillmentUploadDeliveryImage.request.json': 'the JSON upload of 202212; this operation takes a form',
  '202309/UploadProductImage.request.json': 'the JSON upload of 202212; this operation takes a form',
  '202309/DeactivateActivity.request.json': 'a JSON body, which this operation does not have; its activity_id is in the path',
}

/**
 * Where a sample, which is an example out of a document, disagrees with the types that clients in use have (the first place of each sample).
 * We know of no live answer that decides.
 */
const contradicting = [
  "202212/GetOrderSettlements.response.json: sett_status: Type 'string' is not assignable to type 'SettlementStatus'.",
  "202212/GetProductDetail.response.json: package_height: Type 'string' is not assignable to type 'number'.",
  "202212/GetRejectReasonList.response.json: available_order_status_list: Type 'string' is not assignable to type 'ReverseReasonAvailableOrderStatusList'.",
  "202212/GetReverseOrderList.response.json: return_quantity: Type 'string' is not assignable to type 'number'.",
  "202212/GetSubscribedDeliveryOptions.response.json: delivery_option: Type 'number' is not assignable to type 'WarehouseDeliveryDeliveryOption'.",
  "202309/GetProduct.response.json: product_types: Type 'string' is not assignable to type 'ProductType[]'.",
  "202212/CreateGlobalProduct.request.json: exemption_of_identifier_code.exemption_reason: Type 'string' is not assignable to type 'number[]'.",
  "202212/CreateProduct.request.json: exemption_of_identifier_code.exemption_reason: Type 'string' is not assignable to type 'number[]'.",
  "202212/EditGlobalProduct.request.json: exemption_of_identifier_code.exemption_reason: Type 'string' is not assignable to type 'number[]'.",
  "202212/EditProduct.request.json: exemption_of_identifier_code.exemption_reason: Type 'string' is not assignable to type 'number[]'.",
]

const folder = new URL('../fixtures/samples/', import.meta.url)
const operations = readOperations()
const samples = readdirSync(folder)
  .filter((version) => /^\d{6}$/.test(version))
  .flatMap((version) =>
    readdirSync(new URL(`${version}/`, folder)).map((file) => {
      // `GetOrderDetail.response.json`; a second one of the same operation is `GetOrderDetail.alt.response.json`.
      const { name, direction } = /^(?<name>\w+)\.(alt\.)?(?<direction>\w+)\.json$/.exec(file)!.groups!
      const found = operations.find((one) => one.version === version && one.operation['x-operation-name'] === name)
      const text = readFileSync(new URL(`${version}/${file}`, folder), 'utf8')
      return { file: `${version}/${file}`, direction, found, text }
    }),
  )
const usable = samples.filter(({ file }) => !(file in misfiled))
const answers = usable.filter(({ direction }) => direction === 'response')
const requests = usable.filter(({ direction }) => direction === 'request')

let served = ''
const shop = createFakeShop()
let server: Awaited<ReturnType<typeof startRecordingServer>>
beforeAll(async () => {
  server = await startRecordingServer(() => Promise.resolve(new Response(served, { headers: { 'content-type': 'application/json' } })))
})
afterAll(() => server.close())

const client = (version: string): Promise<Client> => clientOf(version, shop, server.url)
const literals: Record<string, string> = {}

test('every sample belongs to an operation', () => {
  expect(samples.filter(({ found }) => !found).map(({ file }) => file)).toEqual([])
  expect(samples.length).toBe(213)
})

test.each(answers.map((sample) => [sample.file, sample] as const))('%s comes out as it went in', async (file, { found, text }) => {
  served = text
  const { version, domain, operation } = found as Found
  const data = await (await client(version))[domainKeyOf(domain)]![operation.operationId]!(argumentsFromSpec(found as Found))
  const { data: sent = {} } = readExactly(text) as { data?: object }
  expect(data).toEqual(callerValue(found as Found, { $ref: `#/components/schemas/${dataTypeOf(operation)}` }, sent))
  literals[file] = `import type { ${dataTypeOf(operation)} as Data } from '../../generated/${version}/index.ts'
const data = ${JSON.stringify(data)}
export const typed: Data = data`
})

test.each(requests.map((sample) => [sample.file, sample] as const))('%s arrives as it was given', async (file, { found, text }) => {
  served = '{"code":0,"message":"Success","data":{}}'
  const { version, domain, operation } = found as Found
  const schema = operation.requestBody!.content['application/json']!.schema
  const body = callerValue(found as Found, schema, readExactly(text)) as object
  const parameters = new Set((operation.parameters ?? []).map(({ name }) => name))
  const others = Object.fromEntries(Object.entries(argumentsFromSpec(found as Found)).filter(([name]) => parameters.has(name)))
  await (await client(version))[domainKeyOf(domain)]![operation.operationId]!({ ...others, ...body })
  // Compared as a caller sees them: some samples have an id as a string where the spec has a number, or the other way round.
  const arrived = readExactly(server.requests.at(-1)!.body.toString())
  expect(callerValue(found as Found, schema, arrived)).toEqual(body)
  const type = `${operation.operationId.charAt(0).toUpperCase()}${operation.operationId.slice(1)}Arguments`
  literals[file] = `import type { ${type} as Arguments } from '../../generated/${version}/index.ts'
const args = { ...${JSON.stringify(others)}, ...${JSON.stringify(body)} }
export const typed: Arguments = args`
})

test('every sample has the type that its operation says', () => {
  const names = Object.keys(literals)
  expect(names.length).toBe(usable.length)
  const sources = Object.fromEntries(names.map((name, index) => [`test/generated/sample${index}.ts`, literals[name]!]))
  const differences = typecheck(sources).map((message) => {
    const sample = names[Number(/sample(\d+)/.exec(message)![1])]
    const field = [...message.matchAll(/(?:property|types of) '([\w.]+)'/g)].at(-1)?.[1]
    return `${sample}: ${field}: ${message.split('\n').at(-1)!.trim()}`
  })
  expect(differences).toEqual(contradicting)
})
