import type { Middleware } from 'openapi-fetch'
import { accessTokenOf, authorise } from './authorise.ts'
import { checkClient } from './check.ts'
import { signUrl, unixSeconds } from './sign.ts'
import type { AccessToken, ClientOptions } from './types.ts'

/** Options of {@link signingMiddleware}. */
export type SigningOptions = Pick<ClientOptions, 'appKey' | 'appSecret' | 'dangerouslyAllowBrowser'>

/** Options of {@link accessTokenMiddleware}. */
export interface AccessTokenOptions {
  /** The access token, or a function that gives one and is asked before every request. */
  accessToken: AccessToken
}

/**
 * Signs the requests of an openapi-fetch client of one's own: adds `app_key`, `timestamp` and `sign`. It must be the last middleware
 * that is registered, as what changes a request later breaks the signature.
 *
 * @example client.use(accessTokenMiddleware({ accessToken }), signingMiddleware({ appKey, appSecret }))
 * @throws {InputError} when key or secret is missing, or in a browser
 */
export function signingMiddleware(options: SigningOptions): Middleware {
  checkClient(options)
  const { appKey, appSecret } = options
  return {
    async onRequest({ request }) {
      const contentType = request.headers.get('content-type')
      const body = new Uint8Array(await request.clone().arrayBuffer())
      const url = new URL(request.url)
      url.searchParams.set('app_key', appKey)
      const signed = await signUrl(url, appSecret, { body, contentType, timestamp: unixSeconds() })
      return new Request(signed.url, request)
    },
  }
}

/**
 * Authorises the requests of an openapi-fetch client of one's own: sends the access token in the header `x-tts-access-token`, for the
 * API before 202309 in the query.
 *
 * @example client.use(accessTokenMiddleware({ accessToken: () => tokens.current }))
 */
export function accessTokenMiddleware({ accessToken }: AccessTokenOptions): Middleware {
  return {
    async onRequest({ request }) {
      const url = new URL(request.url)
      authorise(url, request.headers, await accessTokenOf(accessToken))
      return new Request(url, request)
    },
  }
}
