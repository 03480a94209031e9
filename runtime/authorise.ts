import { InputError, type ErrorDetails } from './errors.ts'
import { isLegacyPath } from './sign.ts'
import type { AccessToken } from './types.ts'

/** Asks for the access token; `about` is the operation that it is for. */
export async function accessTokenOf(source: AccessToken | undefined, about?: ErrorDetails): Promise<string> {
  const token = typeof source === 'function' ? await source() : source
  // The platform's own error about a bad header would quote the token.
  if (!/^[!-~]+$/.test(token ?? '')) throw new InputError('accessToken is empty or no token', about)
  return token as string
}

/** Puts the access token where the service looks for it: into a header, before 202309 into the query. */
export function authorise(url: URL, headers: Headers, token: string): void {
  if (isLegacyPath(url.pathname)) url.searchParams.set('access_token', token)
  else headers.set('x-tts-access-token', token)
}
