import { createHmac } from 'node:crypto'
import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'

/** A request as it came over the wire. */
export interface Received {
  method: string
  path: string
  /** The query as sent, and decoded. */
  search: string
  query: Record<string, string>
  headers: IncomingHttpHeaders
  body: Buffer
}

type Answer = (received: Received, response: ServerResponse) => void

/** A real server on this machine that keeps what it receives, for one test. */
export async function loopback(
  answer: Answer | object,
): Promise<{ url: string; received: Received[]; server: Server }> {
  const received: Received[] = []
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const [path = '', search = ''] = (request.url ?? '').split('?')
      const query = Object.fromEntries(new URLSearchParams(search))
      const { method = '', headers } = request
      const one = { method, path, search, query, headers, body: Buffer.concat(chunks) }
      received.push(one)
      if (typeof answer === 'function') (answer as Answer)(one, response)
      else respond(response, answer)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  })
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, received, server }
}

/** Answers with JSON, or with a text as it stands. */
export function respond(response: ServerResponse, body: object | string, status = 200, headers: object = {}): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers })
  response.end(typeof body === 'string' ? body : JSON.stringify(body))
}

/** The rule read a second time, on what arrived: independent of runtime/sign.ts. */
export function expectedSign({ path, query, headers, body }: Received, appSecret: string): string {
  const names = Object.keys(query).filter((name) => name !== 'sign' && name !== 'access_token')
  const pieces = [path, ...names.sort().map((name) => `${name}${query[name]}`)]
  const isForm = (headers['content-type'] ?? '').startsWith('multipart/form-data')
  if (!isForm && !path.startsWith('/api/')) pieces.push(body.toString('utf8'))
  return createHmac('sha256', appSecret).update(appSecret).update(pieces.join('')).update(appSecret).digest('hex')
}
