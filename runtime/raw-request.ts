import { LightRequest, type RequestBody } from './request.ts'

/**
 * The light request as a caller's own middlewares see it: enough of `Request` to be read, changed in its headers and copied. A
 * middleware may also return a `Request` of the platform.
 */
export class RawRequest extends LightRequest {
  static override [Symbol.hasInstance](value: unknown): boolean {
    return value instanceof globalThis.Request || Object(value).constructor === RawRequest
  }

  get method(): string {
    return this.init.method
  }

  get headers(): Headers {
    return this.init.headers
  }

  get body(): RequestBody {
    return this.init.body
  }

  get signal(): AbortSignal | null {
    return this.init.signal ?? null
  }

  clone(): RawRequest {
    return new RawRequest(this.url, { ...this.init, headers: new Headers(this.headers) })
  }

  text(): Promise<string> {
    return new Response(formed(this.body) ?? null).text()
  }

  async json(): Promise<unknown> {
    return JSON.parse(await this.text())
  }

  // `new Request(request)` reads an object that is not the platform's as a URL.
  override toString(): string {
    return this.url
  }
}

/** Gives the request that the pipeline sends, also when a middleware has put one of the platform in place of ours. */
export async function toLightRequest(request: LightRequest | Request): Promise<LightRequest> {
  if (!(request instanceof globalThis.Request)) return request
  const { url, method, headers, signal } = request
  const isForm = headers.get('content-type')?.startsWith('multipart/')
  const body = isForm ? await request.blob() : await request.text()
  return new LightRequest(url, { method, headers, signal, body: body || undefined })
}

function formed(body: RequestBody): Exclude<RequestBody, () => FormData> {
  return typeof body === 'function' ? body() : body
}
