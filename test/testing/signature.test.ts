import { createHash, createHmac } from 'node:crypto'
import { expect, test } from 'vitest'
import { describeStringToSign, expectedSignature, explainSignature } from '../../testing/signature.ts'
import vectors from '../fixtures/signing_vectors.json' with { type: 'json' }

const partsOf = ({ path, query, content_type, body }: (typeof vectors)[number]) => ({
  path: path!,
  query: Object.entries(query ?? {}) as [string, string][],
  contentType: content_type ?? undefined,
  body: new TextEncoder().encode(body ?? ''),
})
const requests = vectors.filter(({ version }) => version !== 'webhook')

test('the fixtures hold 54 published requests', () => {
  expect(requests).toHaveLength(54)
})

test.each(requests.map((vector) => [vector.name, vector] as const))(
  'expects the published signature of %s',
  (_, vector) => {
    expect(expectedSignature(partsOf(vector), vector.app_secret)).toBe(vector.expected_sign)
  },
)

const secret = 'e59af819cc'
const query: [string, string][] = [
  ['timestamp', '1700000000'],
  ['page_token', 'a+b/c=='],
  ['app_key', '29a39d'],
  ['access_token', 'TOKEN'],
  ['sign', 'whatever'],
]
const parts = {
  path: '/order/202309/orders/search',
  query,
  contentType: 'application/json',
  body: new TextEncoder().encode('{"a": "ü"}'),
}

test('describes what is signed with the secret masked', () => {
  expect(describeStringToSign(parts)).toBe(
    '<app secret>/order/202309/orders/searchapp_key29a39dpage_tokena+b/c==timestamp1700000000{"a": "ü"}<app secret>',
  )
})

test('leaves the body of a form out, whatever its boundary and case', () => {
  const form = { ...parts, contentType: 'Multipart/Form-Data; boundary=x' }
  expect(expectedSignature(form, secret)).toBe(expectedSignature({ ...parts, body: new Uint8Array() }, secret))
})

test('names the mistake behind a wrong signature, and stays silent when it is none of the known ones', () => {
  const hmac = (text: string) => createHmac('sha256', secret).update(text).digest('hex')
  const start = `${secret}/order/202309/orders/searchapp_key29a39dpage_tokena+b/c==timestamp1700000000`
  const rawQuery = 'timestamp=1700000000&page_token=a%2Bb%2Fc%3D%3D&app_key=29a39d&access_token=TOKEN&sign=whatever'
  const explain = (signature: string) => explainSignature(signature, parts, rawQuery, secret)
  const hash = createHash('sha256').update('{"a": "ü"}').digest('hex')
  expect({
    upper: explain(hmac(`${start}{"a": "ü"}${secret}`).toUpperCase()),
    noBody: explain(hmac(start + secret)),
    reserialised: explain(hmac(`${start}{"a":"ü"}${secret}`)),
    emptyObject: explain(hmac(`${start}{}${secret}`)),
    behind: explain(hmac(`${start}${secret}{"a": "ü"}`)),
    hashed: explain(hmac(start + hash + secret)),
    token: explain(hmac(`${start.replace('app_key', 'access_tokenTOKENapp_key')}{"a": "ü"}${secret}`)),
    notWrapped: explain(hmac(`${start.slice(secret.length)}{"a": "ü"}`)),
    encoded: explain(hmac(`${start.replace('a+b/c==', 'a%2Bb%2Fc%3D%3D')}{"a": "ü"}${secret}`)),
    unsorted: explain(
      hmac(`${secret}/order/202309/orders/searchtimestamp1700000000page_tokena+b/c==app_key29a39d{"a": "ü"}${secret}`),
    ),
    noPath: explain(hmac(`${secret}app_key29a39dpage_tokena+b/c==timestamp1700000000{"a": "ü"}${secret}`)),
    unknown: explain('0'.repeat(64)),
    empty: explain(''),
  }).toEqual({
    upper: 'the digest is upper case',
    noBody: 'the body was left out',
    reserialised: 'the body was signed in another serialisation than it was sent in',
    emptyObject: 'an empty object was signed but not sent',
    behind: 'the body stands after the closing secret',
    hashed: 'a hash of the body was signed instead of the body',
    token: 'access_token was signed',
    notWrapped: 'the secret does not stand around what is signed',
    encoded: 'percent-encoded values were signed',
    unsorted: 'the query was signed unsorted',
    noPath: 'the path was left out',
    unknown: undefined,
    empty: undefined,
  })
})

test('names a signed body where none must be signed', () => {
  const legacy = { ...parts, path: '/api/orders/search' }
  const signed = '/api/orders/searchapp_key29a39dpage_tokena+b/c==timestamp1700000000{"a": "ü"}'
  const signature = createHmac('sha256', secret)
    .update(secret + signed + secret)
    .digest('hex')
  expect(explainSignature(signature, legacy, '', secret)).toBe('the body was signed, which this request must not do')
  const form = { ...parts, contentType: 'multipart/form-data; boundary=x' }
  expect(explainSignature(expectedSignature(parts, secret), form, '', secret)).toBe(
    'the body was signed, which this request must not do',
  )
})
