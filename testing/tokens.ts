import type { Gate } from './check-identity.ts'
import type { Refusal } from './refusals.ts'
import { refuse } from './refusals.ts'
import type { ReceivedRequest } from './request.ts'

/** Reads the parameters of a token operation: in the query of `/api/v2/token/*`, in the JSON body of the older `/api/token/*`. */
export function readTokenParameters({ query, body }: ReceivedRequest): Map<string, unknown> {
  let fields: Record<string, unknown> = {}
  try {
    fields = JSON.parse(body ?? '{}') as Record<string, unknown>
  } catch {
    // A body that cannot be read was refused before.
  }
  return new Map<string, unknown>([...query, ...Object.entries(fields)])
}

/**
 * Checks what stands in place of a signature on the token operations: app key, app secret, grant type and the grant itself. Any authorisation
 * code but the literal `null` of a refused authorisation is good; any refresh token is, too, until the shop learns to rotate them.
 * That a wrong key or secret is answered with 36009004 is our choice [U].
 */
export function checkApp(request: ReceivedRequest, { appKey, appSecret }: Gate): Refusal | undefined {
  const values = readTokenParameters(request)
  if (values.get('app_key') !== appKey) return refuse('parameter', 'Invalid credentials: no app has this `app_key`.')
  if (values.get('app_secret') !== appSecret)
    return refuse('parameter', 'Invalid credentials: `app_secret` is not that of the app.')
  const refreshing = request.path.toLowerCase().includes('refresh')
  const grantTypes = refreshing ? ['refresh_token', 'authorized_code'] : ['authorized_code']
  if (!grantTypes.includes(String(values.get('grant_type')))) {
    return refuse('parameter', `GrantType is invalid, allowed values: ${grantTypes[0]}.`)
  }
  const grant = values.get(refreshing ? 'refresh_token' : 'auth_code')
  if (!grant) return refuse('parameter', `${refreshing ? 'RefreshToken' : 'AuthCode'} is a required field`)
  if (grant === 'null') return refuse('authorisationCode', 'The authorisation code is wrong, used or expired.')
  return undefined
}

/** Returns the fields of a token answer that are not made up: the tokens this shop accepts. Expiry times are absolute Unix seconds [C]. */
export function tokenFields(gate: Gate): Record<string, unknown> {
  return {
    access_token: gate.accessToken,
    access_token_expire_in: gate.accessTokenExpiresAt,
    refresh_token: gate.refreshToken,
    refresh_token_expire_in: gate.accessTokenExpiresAt + 365 * 24 * 60 * 60,
    user_type: 0,
  }
}
