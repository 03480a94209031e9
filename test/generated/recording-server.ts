import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A request exactly as its bytes came over the wire. */
export interface RecordedRequest {
  method: string
  /** Path and query as sent. */
  target: string
  headers: Record<string, string>
  body: Buffer
}

/** A fake shop's answer to a request, whatever brought the request to it. */
export type Answer = (url: string, init: RequestInit) => Promise<Response>

/** Starts a server on loopback that keeps the raw bytes of every request and lets the fake shop answer. */
export async function startRecordingServer(answer: Answer) {
  const requests: RecordedRequest[] = []
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const { method = '', url: target = '' } = request
      const headers = request.headers as Record<string, string>
      const body = Buffer.concat(chunks)
      requests.push({ method, target, headers, body })
      const init = { method, headers, ...(body.length > 0 && { body }) }
      answer(`http://127.0.0.1${target}`, init).then(
        async (given) => {
          response.writeHead(given.status, Object.fromEntries(given.headers))
          response.end(Buffer.from(await given.arrayBuffer()))
        },
        (error: unknown) => response.writeHead(500).end(String(error)),
      )
    })
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    url,
    requests,
    close: () =>
      new Promise<void>((closed) => {
        server.close(() => closed())
        server.closeAllConnections()
      }),
  }
}
