import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { answers } from './answers.ts'

// The other side of loopback.ts, in a process of its own: reads every request to its end and gives the same small answer.

const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(answers.noOrder) }

const server = createServer((request, response) => {
  request.resume()
  request.on('end', () => response.writeHead(200, headers).end(answers.noOrder))
})
server.keepAliveTimeout = 60_000
server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port))
process.on('disconnect', () => process.exit())
