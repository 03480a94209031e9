import { parseArgs } from 'node:util'
import type { LoggedRequest } from '../testing/index.ts'
import { createFakeShop } from '../testing/index.ts'

/** What `tiktok-shop mock --help` prints. */
export const help = `tiktok-shop mock: start a fake shop on loopback that checks signatures and answers

Usage: tiktok-shop mock [options]

Point any client, in any language, at the URL it prints. The first line of stdout is JSON with url, appKey, appSecret,
accessToken and shopCipher; then comes a line for each request with what the shop made of it. Nothing leaves this
machine, and no request reaches the real service.

Options:
  --port <number>          port on 127.0.0.1 (default: 0, any that is free)
  --app-key <text>         app key that the shop knows (default: made up)
  --app-secret <text>      secret that signatures are checked with (default: made up)
  --access-token <text>    access token that the shop accepts (default: made up)
  --shop-cipher <text>     cipher of the shop (default: made up)
  --seed <text>            what the shop makes up depends on it alone (default: 1)
  --help                   show this text

Ctrl-C stops it. Exit codes: 0 stopped, 1 could not listen, 2 wrong usage.`

const options = {
  port: { type: 'string', default: '0' },
  'app-key': { type: 'string' },
  'app-secret': { type: 'string' },
  'access-token': { type: 'string' },
  'shop-cipher': { type: 'string' },
  seed: { type: 'string', default: '1' },
} as const

/** Runs `tiktok-shop mock` until it is interrupted; resolves to the exit code. */
export async function run(argv: string[]): Promise<number> {
  const values = readOptions(argv)
  if (typeof values === 'string') {
    console.error(`tiktok-shop mock: ${values}\nRun 'tiktok-shop mock --help' for the options.`)
    return 2
  }
  const shop = createFakeShop({
    seed: values.seed,
    keepRequests: 0,
    onRequest: (request) => console.log(describe(request)),
    ...(values['app-key'] !== undefined && { appKey: values['app-key'] }),
    ...(values['app-secret'] !== undefined && { appSecret: values['app-secret'] }),
    ...(values['access-token'] !== undefined && { accessToken: values['access-token'] }),
    ...(values['shop-cipher'] !== undefined && { shopCipher: values['shop-cipher'] }),
  })
  const interrupted = untilInterrupted()
  try {
    const server = await shop.listen(Number(values.port))
    const { appKey, appSecret, accessToken, shopCipher } = shop
    console.log(JSON.stringify({ url: server.url, appKey, appSecret, accessToken, shopCipher }))
    await interrupted.promise
    await server.close()
    return 0
  } catch (error) {
    console.error(`tiktok-shop mock: ${explain(error as NodeJS.ErrnoException, values.port)}`)
    return 1
  } finally {
    interrupted.forget()
  }
}

function readOptions(argv: string[]) {
  try {
    const { values } = parseArgs({ args: argv, options, allowPositionals: false })
    if (!/^\d{1,5}$/.test(values.port) || Number(values.port) > 65_535)
      return `--port takes a number from 0 to 65535, not '${values.port}'.`
    const empty = Object.entries(values).find(([, value]) => value === '')
    return empty ? `--${empty[0]} is empty.` : values
  } catch (error) {
    return (error as Error).message
  }
}

function explain(error: NodeJS.ErrnoException, port: string): string {
  if (error.code === 'EADDRINUSE')
    return `port ${port} is in use. Choose another with --port, or --port 0 for any that is free.`
  if (error.code === 'EACCES') return `port ${port} may not be used by this user. Choose one above 1023.`
  return error.message
}

/** Resolves on Ctrl-C or SIGTERM, and when a line is printed that nobody reads any more (`tiktok-shop mock | head -1`). */
function untilInterrupted(): { promise: Promise<void>; forget: () => void } {
  let stop = () => {}
  const promise = new Promise<void>((resolve) => (stop = resolve))
  process.once('SIGINT', stop).once('SIGTERM', stop)
  process.stdout.on('error', stop)
  return { promise, forget: () => void process.off('SIGINT', stop).off('SIGTERM', stop) }
}

/** One line for a request: answered how, what was asked for, and why it was refused. The query stays out, as it may hold a token or a secret. */
function describe({ method, path, operation, version, verdict, ignored }: LoggedRequest): string {
  const { accepted, status, code, message, hint } = verdict
  const known = operation === undefined ? '' : ` ${dim(`${operation} (${version})`)}`
  const head = `${accepted ? green('ok     ') : red('refused')} ${status} ${method} ${oneLine(path)}${known}`
  if (accepted) return ignored.length > 0 ? `${head} ${dim(oneLine(`not in the spec: ${ignored.join(', ')}`))}` : head
  return `${head} ${red(oneLine(`${code}: ${message}`))}${hint === undefined ? '' : ` ${dim(oneLine(`(${hint})`))}`}`
}

/** What a client sent is part of messages: no line break in it may look like a further request, no control character reach the terminal. */
function oneLine(text: string): string {
  const line = text.replaceAll(/\p{Cc}/gu, ' ')
  return line.length > 2000 ? `${line.slice(0, 2000)} ...` : line
}

const paint = (open: number, close: number) => (text: string) =>
  process.stdout.isTTY && !process.env['NO_COLOR'] ? `\x1b[${open}m${text}\x1b[${close}m` : text
const green = paint(32, 39)
const red = paint(31, 39)
const dim = paint(2, 22)
