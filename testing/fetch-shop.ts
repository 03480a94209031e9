import type { ShopCore } from './fake-shop.ts'

/** The host of all operations but the token operations, and theirs. */
export const productionHosts = ['https://open-api.tiktokglobalshop.com', 'https://auth.tiktok-shops.com'] as const

/** What msw's `http` is needed for; any version that has `http.all` will do. */
export interface HttpNamespace<Handler> {
  all(path: string, resolver: (info: { request: Request }) => Promise<Response>): Handler
}

/** The statuses whose answers `Response` wants to have no body at all. */
const bodiless = [204, 205, 304]

/**
 * Answers a `Request`; nothing of it goes over a network.
 *
 * @throws the reason of the request's signal once that is aborted
 */
export async function answerRequest(shop: ShopCore, request: Request): Promise<Response> {
  const { method, url, headers, signal } = request
  signal.throwIfAborted()
  const body = new Uint8Array(await request.arrayBuffer())
  const { status, ...answer } = await untilAborted(shop.answer({ method, url, headers, body }), signal)
  return new Response(bodiless.includes(status) ? null : (answer.body as BodyInit), { status, headers: answer.headers })
}

async function untilAborted<Result>(work: Promise<Result>, signal: AbortSignal): Promise<Result> {
  const listening = new AbortController()
  const aborted = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true, signal: listening.signal })
  })
  try {
    return await Promise.race([work, aborted])
  } finally {
    listening.abort()
  }
}

/** Makes msw handlers for base URLs, one for each. */
export function makeHandlers<Handler>(
  shop: ShopCore,
  http: HttpNamespace<Handler>,
  baseUrls: readonly string[],
): Handler[] {
  return baseUrls.map((baseUrl) =>
    http.all(`${baseUrl.replace(/\/$/, '')}/*`, ({ request }) => answerRequest(shop, request)),
  )
}
