import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { ShopCore } from './fake-shop.ts'

/** A fake shop that listens. */
export interface ShopServer {
  /** Base URL without a slash at the end: `http://127.0.0.1:49152`. */
  url: string
  /** Stops listening and drops open connections. */
  close(): Promise<void>
}

/**
 * Serves a fake shop over HTTP on the loopback interface, and on no other: it is a test double with known secrets.
 *
 * @param port 0 takes any that is free
 * @throws Error when the port is in use or may not be used, with Node's `code`
 */
export async function listen(shop: ShopCore, port = 0): Promise<ShopServer> {
  const server = createServer((request, response) => {
    serve(shop, request, response).catch((error: unknown) => {
      response.writeHead(500, { 'content-type': 'text/plain' }).end(`The fake shop itself failed: ${String(error)}`)
    })
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject)
      resolve()
    })
  })
  const { port: bound } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${bound}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

async function serve(shop: ShopCore, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const chunks: Uint8Array[] = []
  for await (const chunk of request) chunks.push(chunk as Uint8Array)
  const answer = await shop.answer({
    method: request.method ?? 'GET',
    url: `http://${request.headers.host ?? '127.0.0.1'}${request.url}`,
    headers: Object.fromEntries(
      Object.entries(request.headers).map(([name, value]) => [
        name,
        Array.isArray(value) ? value.join(', ') : (value ?? ''),
      ]),
    ),
    body: Buffer.concat(chunks),
  })
  response.writeHead(answer.status, answer.headers).end(answer.body)
}
