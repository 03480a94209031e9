import { createHash, createHmac } from 'node:crypto'

/** What of a request counts for its signature. */
export interface SignedParts {
  /** As sent, without host and query. */
  path: string
  /** Names and decoded values, in any order. */
  query: readonly (readonly [name: string, value: string])[]
  contentType: string | undefined
  body: Uint8Array
}

const notSigned = new Set(['sign', 'access_token'])

/**
 * Computes the signature that a request should carry: lower-case hex HMAC-SHA256 under the app secret, over the same secret around path, sorted
 * query and body [C]. Legacy paths (`/api/...`) leave the body out [C]; so does `multipart/form-data`, whatever its boundary [C].
 */
export function expectedSignature(parts: SignedParts, appSecret: string): string {
  const hmac = createHmac('sha256', appSecret)
  hmac.update(appSecret + parts.path + sortedQuery(parts.query))
  if (signsBody(parts)) hmac.update(parts.body)
  return hmac.update(appSecret).digest('hex')
}

/** Tells whether the body belongs to what is signed. */
export function signsBody({ path, contentType }: SignedParts): boolean {
  return !path.startsWith('/api/') && mediaTypeOf(contentType) !== 'multipart/form-data'
}

/** Returns the media type of a Content-Type header, lower case and without parameters. */
export function mediaTypeOf(contentType: string | undefined): string | undefined {
  return contentType?.split(';')[0]?.trim().toLowerCase()
}

/** Returns the string that is signed, with the secret masked, for people who look for their mistake. */
export function describeStringToSign(parts: SignedParts): string {
  const body = signsBody(parts) ? new TextDecoder().decode(parts.body) : ''
  return `<app secret>${parts.path}${sortedQuery(parts.query)}${body}<app secret>`
}

/**
 * Names the known mistake (protocol, section 6, first entry) that gives the signature which was sent, if it is one of them.
 * The service never tells; a fake may.
 */
export function explainSignature(
  sent: string,
  parts: SignedParts,
  rawQuery: string,
  appSecret: string,
): string | undefined {
  if (sent === '') return undefined
  const body = new TextDecoder().decode(parts.body)
  const query = sortedQuery(parts.query)
  const signedBody = signsBody(parts) ? body : ''
  const hmac = (message: string, key = appSecret) => createHmac('sha256', key).update(message).digest('hex')
  const wrap = (content: string) => hmac(appSecret + content + appSecret)
  const withToken = sortedQuery(parts.query, new Set(['sign']))
  const encoded = sortedQuery(rawQuery.split('&').map((pair) => splitPair(pair)))
  const unsorted = parts.query
    .filter(([name]) => !notSigned.has(name))
    .map((pair) => pair.join(''))
    .join('')
  const mistakes: [string, () => string][] = [
    ['the digest is upper case', () => expectedSignature(parts, appSecret).toUpperCase()],
    ['the body was left out', () => wrap(parts.path + query)],
    ['the body was signed, which this request must not do', () => wrap(parts.path + query + body)],
    [
      'the body was signed in another serialisation than it was sent in',
      () => wrap(parts.path + query + serialisedAnew(body)),
    ],
    ['an empty object was signed but not sent', () => wrap(`${parts.path}${query}{}`)],
    ['the body stands after the closing secret', () => hmac(appSecret + parts.path + query + appSecret + signedBody)],
    [
      'a hash of the body was signed instead of the body',
      () => wrap(parts.path + query + createHash('sha256').update(body).digest('hex')),
    ],
    ['access_token was signed', () => wrap(parts.path + withToken + signedBody)],
    ['the secret does not stand around what is signed', () => hmac(parts.path + query + signedBody)],
    ['percent-encoded values were signed', () => wrap(parts.path + encoded + signedBody)],
    ['the query was signed unsorted', () => wrap(parts.path + unsorted + signedBody)],
    ['the path was left out', () => wrap(query + signedBody)],
  ]
  return mistakes.find(([, signature]) => signature() === sent)?.[0]
}

/** Names ascending by code unit, each followed by its value, nothing between them [C]. */
function sortedQuery(query: SignedParts['query'], leftOut = notSigned): string {
  return query
    .filter(([name]) => !leftOut.has(name))
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([name, value]) => name + value)
    .join('')
}

function splitPair(pair: string): [string, string] {
  const at = pair.indexOf('=')
  return at < 0 ? [pair, ''] : [pair.slice(0, at), pair.slice(at + 1)]
}

function serialisedAnew(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body))
  } catch {
    return body
  }
}
