import type { ShopCore } from './fake-shop.ts'

/** The host of all operations but the token operations, and theirs. */
export const productionHosts = ['https://open-api.tiktokglobalshop.com', 'https://auth.tiktok-shops.com'] as const

/** What msw's `http` is needed for; any version that has `http.all` will do. */
export interface HttpNamespace<Handler> {
  all(path: string, resolver: (info: { request: Request }) => Promise<Response>): Handler
}

/** Answers a `Request`; nothing of it goes over a network. */
export async function answerRequest(shop: ShopCore, request: Request): Promise<Response> {
  const headers = request.headers
  const body = new Uint8Array(await request.arrayBuffer())
  const answer = await shop.answer({ method: request.method, url: request.url, headers, body })
  return new Response(new Blob([answer.body as BlobPart]), { status: answer.status, headers: answer.headers })
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
