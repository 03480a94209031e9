import { expect, test } from 'vitest'
import { SpecsError } from '../../../codegen/specs/problem.ts'
import type { Operation, Schema, SpecDocument } from '../../../codegen/generate/document.ts'
import { generateVersions } from '../../../codegen/generate/generate.ts'
import { sourceModules } from '../../../codegen/generate/modules.ts'
import type { SpecFile } from '../../../codegen/generate/validate.ts'
import { ref, smallSpec } from './small-spec.ts'

const rows: [string, (spec: SpecFile) => void, string][] = [
  [
    'no OpenAPI',
    (spec) => void (spec.document = { swagger: '2.0' } as unknown as SpecDocument),
    'specs/202309/order.json: #/openapi\n  the file is no OpenAPI 3 document\n  Start it with "openapi": "3.1.0".',
  ],
  [
    'another version than its folder',
    ({ document }) => void (document.info.version = '202507'),
    'specs/202309/order.json: #/info/version\n  is "202507", but the file stands under 202309\n  Set info.version to "202309", the name of the folder, or move the file.',
  ],
  [
    'no paths',
    ({ document }) => void (document.paths = {}),
    'specs/202309/order.json: #/paths\n  the document has no paths\n  Add at least one operation, or remove the file.',
  ],
  [
    'an operation without a name',
    ({ document }) => delete (get(document) as Partial<Operation>).operationId,
    'specs/202309/order.json: #/paths/~1order~1202309~1orders~1{id}/get/operationId\n  is missing\n  Give the operation a camelCase name, such as "getOrderList".',
  ],
  [
    'an operation whose name makes a promise of the domain',
    ({ document }) => void (get(document).operationId = 'then'),
    'specs/202309/order.json: #/paths/~1order~1202309~1orders~1{id}/get/operationId\n  "then" cannot be the name of a method\n  Give the operation a camelCase name, such as "getOrderList".',
  ],
  [
    'two operations of one name',
    ({ document }) => void (document.paths['/order/202309/x'] = { get: { ...get(document), parameters: [] } }),
    'specs/202309/order.json: #/paths/~1order~1202309~1x/get/operationId\n  "getOrder" is the name of GET /order/202309/orders/{id} too\n  Rename one of the two.',
  ],
  [
    'a method that HTTP does not have',
    ({ document }) => Object.assign(document.paths['/order/202309/orders/{id}'] as object, { fetch: {} }),
    'specs/202309/order.json: #/paths/~1order~1202309~1orders~1{id}/fetch\n  "fetch" is no method that codegen knows\n  Use one of get, post, put, patch, delete.',
  ],
  [
    'a placeholder without a parameter',
    ({ document }) => void (get(document).parameters = []),
    'specs/202309/order.json: #/paths/~1order~1202309~1orders~1{id}/get/parameters\n  the placeholder {id} has no parameter\n  Add the path parameter "id".',
  ],
  [
    'a path parameter without a placeholder',
    ({ document }) =>
      get(document).parameters?.push({ name: 'shop', in: 'path', required: true, schema: { type: 'string' } }),
    'specs/202309/order.json: #/paths/~1order~1202309~1orders~1{id}/get/parameters/2/name\n  "shop" is not in the path\n  Put {shop} into the path, or remove the parameter.',
  ],
  [
    'a header among the parameters',
    ({ document }) => get(document).parameters?.push({ name: 'x', in: 'header', schema: { type: 'string' } } as never),
    'specs/202309/order.json: #/paths/~1order~1202309~1orders~1{id}/get/parameters/2/in\n  "header" is no place of a parameter\n  Parameters stand in the path or in the query; headers are set by the runtime.',
  ],
  [
    'a reference that leads nowhere',
    ({ document }) => void (component(document, 'Order').properties = { items: { type: 'array', items: ref('Itme') } }),
    'specs/202309/order.json: #/components/schemas/Order/properties/items/items/$ref\n  "#/components/schemas/Itme" leads nowhere\n  Add the component "Itme", or correct the name.',
  ],
  [
    'a reference into another file',
    ({ document }) => void (component(document, 'Order').properties = { items: { $ref: 'product.json#/Sku' } }),
    'specs/202309/order.json: #/components/schemas/Order/properties/items/$ref\n  "product.json#/Sku" leads out of the components\n  Refer to #/components/schemas/<name> of the same file.',
  ],
  [
    'an array without items',
    ({ document }) => void (component(document, 'Order').properties = { items: { type: 'array' } }),
    'specs/202309/order.json: #/components/schemas/Order/properties/items\n  the array has no items\n  Add "items" with the schema of one element.',
  ],
  [
    'a type that JSON does not have',
    ({ document }) => void (component(document, 'Order').properties = { items: { type: 'int' } as never }),
    'specs/202309/order.json: #/components/schemas/Order/properties/items\n  "int" is no type\n  Use one of object, array, string, integer, number, boolean, or a $ref.',
  ],
  [
    'a required field that is not there',
    ({ document }) => void (component(document, 'Order').required = ['id', 'total']),
    'specs/202309/order.json: #/components/schemas/Order/required\n  lists "total", which is no property\n  Add the property, or take it off the list.',
  ],
  [
    'a 64-bit mark on a string',
    ({ document }) => void (component(document, 'Order').properties = { id: { type: 'string', 'x-64-bit-id': true } }),
    'specs/202309/order.json: #/components/schemas/Order/properties/id/x-64-bit-id\n  stands on a string\n  Set the type to integer, or remove the mark.',
  ],
  [
    'a code of another type than its list',
    ({ document }) =>
      void (component(document, 'Status').anyOf = [{ type: 'string', enum: ['A', 2] }, { type: 'string' }]),
    'specs/202309/order.json: #/components/schemas/Status/anyOf/0/enum/1\n  2 is no string\n  Write the code as a string.',
  ],
  [
    'a union that is no list of codes',
    ({ document }) => void (component(document, 'Status').anyOf = [{ type: 'string' }, { type: 'integer' }]),
    'specs/202309/order.json: #/components/schemas/Status/anyOf\n  is no open enum\n  Write an open enum: anyOf of {type, enum} and {type}. Other unions have no place in the documents.',
  ],
  [
    'a component with the name of a type that every file knows',
    ({ document }) => void (document.components!.schemas!['Promise'] = { type: 'object', properties: {} }),
    'specs/202309/order.json: #/components/schemas/Promise\n  "Promise" is the name of a type that every generated file knows\n  Choose another name.',
  ],
  [
    'a body that is an array',
    ({ document }) => {
      document.components!.schemas!['List'] = { type: 'array', items: { type: 'string' } }
      get(document).requestBody = { content: { 'application/json': { schema: ref('List') } } }
    },
    'specs/202309/order.json: #/paths/~1order~1202309~1orders~1{id}/get/requestBody/content/application~1json/schema\n  the body is of type array\n  A body must be an object: its fields are arguments of the method.',
  ],
  [
    'an answer without data',
    ({ document }) =>
      void (get(document).responses['200'] = { content: { 'application/json': { schema: ref('Envelope') } } }),
    'specs/202309/order.json: #/paths/~1order~1202309~1orders~1{id}/get/responses/200/content/application~1json/schema\n  the answer has no data beside the envelope\n  Write allOf of the Envelope and {type: object, properties: {data}}.',
  ],
  [
    'pages of something that is no array',
    ({ document }) =>
      void (get(document)['x-pagination'] = { style: 'token', in: 'query', parameter: 'page_token', items: 'status' }),
    'specs/202309/order.json: #/paths/~1order~1202309~1orders~1{id}/get/x-pagination/items\n  "status" is no array of the data\n  Name the array that holds the items.',
  ],
  [
    'pages by a parameter that the operation does not take',
    ({ document }) =>
      void (get(document)['x-pagination'] = { style: 'token', in: 'body', parameter: 'page_token', items: 'orders' }),
    'specs/202309/order.json: #/paths/~1order~1202309~1orders~1{id}/get/x-pagination/parameter\n  "page_token" is not in the body\n  Name a parameter of the operation, or correct "in".',
  ],
  [
    'a cipher that does not exist',
    ({ document }) => void (get(document)['x-cipher'] = { name: 'cipher', required: true }),
    'specs/202309/order.json: #/paths/~1order~1202309~1orders~1{id}/get/x-cipher/name\n  "cipher" is no cipher\n  Use shop_cipher or category_asset_cipher.',
  ],
  [
    'a domain that a file of the version is called',
    (spec) => void (spec.domain = 'raw'),
    'specs/202309/order.json: #\n  a domain cannot be called "raw"\n  The name is taken by a file or a member of the client: choose another.',
  ],
]

test.each(rows)('a spec with %s is refused with place, reason and remedy', (_, breakIt, message) => {
  const spec = goodSpec()
  breakIt(spec)
  expect(() => [...generateVersions([spec], sourceModules)]).toThrow(new SpecsError([problemOf(message)]))
})

test('one run shows everything that is wrong', () => {
  const first = goodSpec()
  first.document.info.version = '1'
  delete (get(first.document) as Partial<Operation>).operationId
  const second = { ...goodSpec(), file: 'specs/202309/product.json', domain: 'product' }
  component(second.document, 'Order').properties = { id: { type: 'array' } }
  const problems = () => {
    try {
      return [...generateVersions([first, second], sourceModules)]
    } catch (error) {
      return (error as SpecsError).problems.map(({ file, at }) => `${file} ${at}`)
    }
  }
  expect(problems()).toEqual([
    'specs/202309/order.json #/info/version',
    'specs/202309/order.json #/paths/~1order~1202309~1orders~1{id}/get/operationId',
    'specs/202309/product.json #/components/schemas/Order/properties/id',
  ])
})

test('a name that stands for different things in two domains is refused', () => {
  const shape = (type: 'string' | 'integer'): Schema => ({ type: 'object', properties: { amount: { type } } })
  const spec = (domain: string, operationId: string, type: 'string' | 'integer') => {
    const operation = { operationId, data: ref('Money') }
    return smallSpec(
      `202309/${domain}`,
      { [`GET /${domain}/202309/${operationId}`]: operation },
      { Money: shape(type) },
    )
  }
  const specs = [spec('order', 'getTotal', 'string'), spec('finance', 'getSum', 'integer')]
  expect(() => [...generateVersions(specs, sourceModules)]).toThrow(
    'specs/202309/order.json: #/components/schemas/Money\n  "Money" is in specs/202309/finance.json too, and stands for something else there\n  Give one of the two another name (of this project: in specs/supplement/names.yaml).',
  )
})

function goodSpec(): SpecFile {
  return smallSpec(
    '202309/order',
    {
      'GET /order/202309/orders/{id}': {
        operationId: 'getOrder',
        parameters: [
          { name: 'id', in: 'path', required: true, schema: { type: 'string' } },
          { name: 'page_token', in: 'query', schema: { type: 'string' } },
        ],
        data: { type: 'object', properties: { orders: { type: 'array', items: ref('Order') }, status: ref('Status') } },
      },
    },
    {
      Order: { type: 'object', properties: { id: { type: 'string' } } },
      Status: { anyOf: [{ type: 'string', enum: ['A'] }, { type: 'string' }] },
    },
  )
}

function get(document: SpecDocument): Operation {
  return document.paths['/order/202309/orders/{id}']!.get!
}

function component(document: SpecDocument, name: string): Schema {
  return document.components!.schemas![name]!
}

function problemOf(message: string) {
  const [first = '', what = '', remedy = ''] = message.split('\n  ')
  const [file = '', at = ''] = first.split(': ')
  return { file, at, what, remedy }
}
