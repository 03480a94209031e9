import { spawn, type ChildProcess } from 'node:child_process'
import { createRequire } from 'node:module'

/** TypeScript's own server, as editors start it, spoken to over its stdio protocol. */
export interface TsServer {
  /** Sends a request and gives the body of its answer; `undefined` when the server has nothing to show there. */
  ask<Body>(command: string, args: object): Promise<Body | undefined>
  /** Sends a request that has no answer, such as `open`. */
  tell(command: string, args: object): void
  /** Asks for all errors of a file and waits until the server is through with it; gives the messages. */
  errors(file: string): Promise<string[]>
  close(): void
}

interface Message {
  type: string
  event?: string
  request_seq?: number
  success?: boolean
  message?: string
  body?: { request_seq?: number; diagnostics?: { text: string }[] }
}

/** Starts the server of the repository's `typescript`. */
export function startTsServer(cwd: string): TsServer {
  const program = createRequire(import.meta.url).resolve('typescript/lib/tsserver.js')
  const server = spawn(process.execPath, [program, '--disableAutomaticTypingAcquisition'], {
    cwd,
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const waiting = new Map<number, (message: Message) => void>()
  let found: string[] = []
  let sent = 0
  onMessages(server, (message) => {
    found.push(...(message.body?.diagnostics ?? []).map(({ text }) => text))
    // `geterr` has no answer; this event ends it.
    const of = message.type === 'response' ? message.request_seq : message.body?.request_seq
    if (message.type === 'response' || message.event === 'requestCompleted') waiting.get(of!)?.(message)
  })
  const tell = (command: string, args: object) => {
    server.stdin!.write(`${JSON.stringify({ seq: ++sent, type: 'request', command, arguments: args })}\n`)
  }
  const wait = (command: string, args: object) => {
    tell(command, args)
    return new Promise<Message>((resolve) => waiting.set(sent, resolve))
  }
  return {
    tell,
    ask: async <Body>(command: string, args: object) => {
      const { success, message, body } = await wait(command, args)
      if (!success && message !== 'No content available.') throw new Error(`${command}: ${message}`)
      return body as Body | undefined
    },
    errors: async (file) => {
      found = []
      await wait('geterr', { files: [file], delay: 0 })
      return found
    },
    close: () => void server.kill(),
  }
}

/** Cuts what the server prints into messages: a header with the length in bytes, then JSON. */
function onMessages(server: ChildProcess, take: (message: Message) => void): void {
  let rest = Buffer.alloc(0)
  server.stdout!.on('data', (chunk: Buffer) => {
    rest = Buffer.concat([rest, chunk])
    for (;;) {
      const header = /^Content-Length: (\d+)\r\n\r\n/.exec(rest.toString('latin1', 0, 64))
      const end = header ? header[0].length + Number(header[1]) : Infinity
      if (rest.length < end) return
      take(JSON.parse(rest.toString('utf8', header![0].length, end)) as Message)
      rest = rest.subarray(end)
    }
  })
}
