import { hmacSha256 } from '#hmac'
import { InputError } from './errors.ts'

/** What is signed of a request. */
export interface SignedParts {
  /** The path as it is sent, without host and query. */
  path: string
  /** The query parameters, decoded; a list is signed joined by commas. `sign`, `access_token`, undefined and null are not signed. */
  query:
    | Readonly<Record<string, string | number | boolean | readonly (string | number)[] | undefined | null>>
    | Iterable<readonly [string, string]>
  /** The very body that is sent. Default: none. */
  body?: string | Uint8Array | undefined
  /** The Content-Type header; a multipart body is not signed. Default: none. */
  contentType?: string | null | undefined
}

/** Options of {@link signUrl}. */
export interface SignUrlOptions {
  /** The very body that is sent. Default: none. */
  body?: string | Uint8Array | undefined
  /** The Content-Type header; a multipart body is not signed. Default: none. */
  contentType?: string | null | undefined
  /** Unix seconds. Default: the timestamp that the URL has, otherwise now. */
  timestamp?: number | undefined
}

/** A URL with its signature. */
export interface SignedUrl {
  /** 64 lower-case hex digits. */
  sign: string
  /** Unix seconds, as in the URL. */
  timestamp: number
  /** The whole URL with `timestamp` and `sign`, ready to be sent. */
  url: string
}

/**
 * Composes the text that is signed, without the secret around it: what to compare when the service answers 106001.
 *
 * @see https://partner.tiktokshop.com/docv2/page/sign-your-api-request
 */
export function stringToSign({ path, query, body, contentType }: SignedParts): string {
  const pairs = Symbol.iterator in query ? [...query] : Object.entries(query)
  const given = pairs.filter(([, value]) => value !== undefined && value !== null) as [string, string][]
  return composeText(path, new URLSearchParams(given), bodyText(body, contentType))
}

/**
 * Computes the signature of a request as 64 lower-case hex digits.
 *
 * @example await sign({ path: '/order/202309/orders', query: { app_key, timestamp, ids: '57,58' } }, appSecret)
 * @throws {InputError} when the secret is empty or the body is no UTF-8
 */
export async function sign(parts: SignedParts, appSecret: string): Promise<string> {
  if (!appSecret) throw new InputError('the app secret is empty')
  return await wrappedHmac(appSecret, stringToSign(parts))
}

/**
 * Signs a whole URL: leaves out what is not signed, orders the rest, replaces an old signature. A path under `/api/` is signed by the
 * rule of 202212, which leaves the body out.
 *
 * @example const { url } = await signUrl('https://open-api.tiktokglobalshop.com/order/202309/orders?app_key=k&ids=57', appSecret)
 * @throws {InputError} when the URL is not absolute, the secret is empty, the timestamp is none, or the body is no UTF-8
 */
export async function signUrl(url: string | URL, appSecret: string, options: SignUrlOptions = {}): Promise<SignedUrl> {
  if (!appSecret) throw new InputError('the app secret is empty')
  // The platform's own error would quote the URL, and with it what it holds.
  if (!URL.canParse(url as string)) throw new InputError('the URL to sign is not absolute')
  const target = new URL(url)
  const { searchParams } = target
  const timestamp = Number(options.timestamp ?? (searchParams.get('timestamp') || unixSeconds()))
  if (!/^\d{1,10}$/.test(String(timestamp))) throw new InputError('the timestamp must be whole Unix seconds')
  target.hash = ''
  searchParams.delete('sign')
  searchParams.set('timestamp', String(timestamp))
  const sign = await signatureOf(target, appSecret, bodyText(options.body, options.contentType))
  return { sign, timestamp, url: `${target.href}&sign=${sign}` }
}

/** Computes the signature of a URL that has all its parameters, its timestamp included. */
export function signatureOf(url: URL, appSecret: string, body: string): string | Promise<string> {
  // A copy: to sort those of the URL would write the URL anew.
  return wrappedHmac(appSecret, composeText(url.pathname, new URLSearchParams(url.search), body))
}

/** Now in Unix seconds, rounded down: the service refuses a timestamp more than 30 seconds ahead. */
export function unixSeconds(): number {
  return Math.floor(Date.now() / 1000)
}

/** Whether a path belongs to the API before 202309, which has its own rules for token and signature. */
export function isLegacyPath(path: string): boolean {
  return path.startsWith('/api/')
}

function composeText(path: string, query: URLSearchParams, body: string): string {
  let text = path
  // By code unit, as the service does it.
  query.sort()
  query.forEach((value, name) => {
    if (name !== 'sign' && name !== 'access_token') text += name + value
  })
  return isLegacyPath(path) ? text : text + body
}

function wrappedHmac(appSecret: string, text: string): string | Promise<string> {
  return hmacSha256(appSecret, appSecret + text + appSecret)
}

// The boundary that stands behind the media type of an upload does not matter.
function bodyText(body: string | Uint8Array = '', contentType: string | null = ''): string {
  if (/^\s*multipart\/form-data\s*(;|$)/i.test(contentType ?? '')) return ''
  if (typeof body === 'string') return body
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(body)
  } catch {
    throw new InputError('a body that is signed must be UTF-8 text')
  }
}
