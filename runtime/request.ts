/** A body: text, which is signed, or a function that makes the form of an upload anew for each attempt. */
export type RequestBody = string | (() => FormData) | BodyInit | undefined

/**
 * A request as plain data, which openapi-fetch makes in place of the platform's `Request`: that one would have to be cloned and
 * its body read back to be signed, and could not be sent twice.
 */
export class LightRequest {
  declare url: string
  declare readonly method: string
  declare readonly headers: Headers
  declare readonly body: RequestBody
  declare readonly signal: AbortSignal | null

  constructor(url: string, init: object) {
    Object.assign(this, init, { url })
  }
}
