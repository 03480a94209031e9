/** A body: text, which is signed, or a function that makes the form of an upload anew for each attempt. */
export type RequestBody = string | (() => FormData) | BodyInit | undefined

/** What goes to `fetch` with the URL, but for the body, which is made of it for each attempt. */
export interface LightInit {
  method: string
  headers: Headers
  body?: RequestBody
  signal?: AbortSignal | null
}

/**
 * A request as plain data, which openapi-fetch makes in place of the platform's `Request`: that one would have to be cloned and
 * its body read back to be signed, and could not be sent twice.
 */
export class LightRequest {
  readonly url: string
  readonly init: LightInit

  constructor(url: string, init: LightInit) {
    this.url = url
    this.init = init
  }
}
