import type { Credentials } from './credentials.ts'
import type { Operation } from './operations.ts'
import type { Refusal } from './refusals.ts'
import { refuse } from './refusals.ts'
import type { ReceivedRequest } from './request.ts'
import { describeStringToSign, expectedSignature, explainSignature } from './signature.ts'

/** What the shop judges a caller by. `now` and `accessTokenExpiresAt` are Unix seconds. */
export interface Gate extends Credentials {
  now: number
  accessTokenExpiresAt: number
  crossBorder: boolean
}

const oldest = 5 * 60
const furthestAhead = 30

/** Checks that the parameters every signed request carries are there once each, and that the app is known. */
export function checkCommonParameters({ query }: ReceivedRequest, { appKey }: Gate): Refusal | undefined {
  const repeated = query.find(([name], at) => query.findIndex(([other]) => other === name) !== at)
  if (repeated) {
    return refuse(
      'parameter',
      `${repeated[0]} is given more than once.`,
      'join the values of an array with commas, under one name',
    )
  }
  const values = new Map(query)
  if (!values.get('app_key')) return refuse('parameter', 'Missing credentials: there is no `app_key` in the query.')
  if (!values.get('sign')) return refuse('parameter', 'Missing credentials: there is no `sign` in the query.')
  if (!values.get('timestamp')) return refuse('parameter', 'Invalid timestamp: there is no `timestamp` in the query.')
  if (values.get('app_key') !== appKey) return refuse('parameter', 'Invalid credentials: no app has this `app_key`.')
  return undefined
}

/** Checks the window in which a timestamp is accepted: 5 minutes back, 30 seconds ahead [C]. */
export function checkTimestamp({ query }: ReceivedRequest, { now }: Gate): Refusal | undefined {
  const text = new Map(query).get('timestamp') ?? ''
  if (!/^-?\d+$/.test(text)) return refuse('parameter', 'Invalid timestamp: `timestamp` must be Unix seconds.')
  const timestamp = Number(text)
  if (timestamp < 0) return refuse('parameter', 'Invalid timestamp: `timestamp` is below 0.')
  if (timestamp < now - oldest) {
    return refuse(
      'parameter',
      'Invalid timestamp: `timestamp` is more than 5 minutes old.',
      `the shop's clock shows ${now}`,
    )
  }
  if (timestamp > now + furthestAhead) {
    const hint = text.length > 11 ? 'seconds are wanted, not milliseconds' : `the shop's clock shows ${now}`
    return refuse('parameter', 'Invalid timestamp: `timestamp` is more than 30 seconds ahead.', hint)
  }
  return undefined
}

/** Checks the access token: in the header `x-tts-access-token`, or in the query of legacy operations [C]. A missing one is a bad parameter [V]. */
export function checkAccessToken(
  { headers, query }: ReceivedRequest,
  operation: Operation,
  gate: Gate,
): Refusal | undefined {
  const legacy = operation.version === '202212'
  const place = legacy ? 'query parameter `access_token`' : 'header `x-tts-access-token`'
  const token = legacy ? new Map(query).get('access_token') : headers['x-tts-access-token']
  if (!token) return refuse('parameter', `Invalid credentials: the ${place} is missing.`)
  if (token !== gate.accessToken) return refuse('tokenInvalid', `The access token in the ${place} is not valid.`)
  if (gate.now >= gate.accessTokenExpiresAt) return refuse('tokenExpired', 'The access token has expired.')
  return undefined
}

/** Checks the signature over what was sent. A path with percent-encoding may be signed in either form, as the vendor's samples disagree [V]. */
export function checkSignature(request: ReceivedRequest, { appSecret }: Gate): Refusal | undefined {
  const { path, query, bytes, rawQuery, headers } = request
  const parts = { path, query, contentType: headers['content-type'], body: bytes }
  const sent = new Map(query).get('sign') ?? ''
  if (sent === expectedSignature(parts, appSecret)) return undefined
  const decoded = decodePath(path)
  if (decoded !== path && sent === expectedSignature({ ...parts, path: decoded }, appSecret)) return undefined
  const mistake = explainSignature(sent, parts, rawQuery, appSecret)
  return refuse(
    'signature',
    'The signature is not that of this request.',
    `${mistake ?? 'expected a signature of'}: ${describeStringToSign(parts)}`,
  )
}

/**
 * Checks that a cipher (legacy: or `shop_id`) is there where the operation takes one, is that of this shop, and is not there where the operation
 * takes none. The specs mark few ciphers as required, but cross-border sellers need them wherever they are listed [V]: so does this shop,
 * unless made with `crossBorder: false`.
 */
export function checkCiphers({ query }: ReceivedRequest, operation: Operation, gate: Gate): Refusal | undefined {
  const values = new Map(query)
  const belonging: Record<string, string> = {
    shop_cipher: gate.shopCipher,
    category_asset_cipher: gate.categoryAssetCipher,
  }
  for (const [name, own] of Object.entries(belonging)) {
    const taken = operation.ciphers.find((cipher) => cipher.name === name)
    const value = values.get(name)
    // Two operations list `category_asset_cipher` as a parameter like any other.
    if (operation.parameters.some((parameter) => parameter.name === name)) continue
    if (value && !taken && !operation.identity.includes(name)) {
      return refuse('parameter', `Unexpected identifier: this operation takes no \`${name}\`.`)
    }
    if (value && value !== own)
      return refuse('cipherForeign', `The access token gives no access to what \`${name}\` stands for.`)
    if (!value && taken && (taken.required || (gate.crossBorder && name === 'shop_cipher'))) {
      return refuse('cipherMissing', `Missing identifier: this operation needs \`${name}\`.`)
    }
  }
  return checkLegacyIdentity(values, operation, gate)
}

function checkLegacyIdentity(values: Map<string, string>, operation: Operation, gate: Gate): Refusal | undefined {
  if (operation.version !== '202212') return undefined
  const { identity, apiVersion } = operation
  const version = values.get('version')
  if (identity.includes('shop_id') && values.get('shop_id') && values.get('shop_id') !== gate.shopId) {
    return refuse('parameter', 'Invalid identifier: `shop_id` is not a shop of this access token.')
  }
  if (gate.crossBorder && identity.includes('shop_cipher') && !identity.some((name) => values.get(name))) {
    return refuse('cipherMissing', `Missing identifier: this operation needs \`${identity.join('` or `')}\`.`)
  }
  if (version && version !== (apiVersion ?? '202212')) {
    return refuse(
      'parameter',
      `Invalid API version: \`version\` must be ${apiVersion ?? '202212'} here, not ${version}.`,
    )
  }
  if (apiVersion !== undefined && !version)
    return refuse('parameter', `Invalid API version: \`version\` must be ${apiVersion} here.`)
  return undefined
}

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
