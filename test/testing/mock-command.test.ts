import type { ChildProcess } from 'node:child_process'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { afterEach, expect, test, vi } from 'vitest'
import { run } from '../../cli/mock.ts'
import { clientOf } from './naive-client.ts'
import type { FakeShop } from '../../testing/index.ts'

const root = new URL('../../', import.meta.url)
const node = fileURLToPath(new URL('node_modules/.bin/node', root))
const running: ChildProcess[] = []

/** Starts the command as a user would, from its source. */
function start(...argv: string[]) {
  const child = spawn(node, ['cli/main.ts', 'mock', ...argv], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  let errors = ''
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()))
  const exit = once(child, 'exit') as Promise<[code: number | null]>
  running.push(child)
  return {
    child,
    line: async () => String((await lines.next()).value),
    end: async () => ({ code: (await exit)[0], errors }),
  }
}
afterEach(() => {
  vi.restoreAllMocks()
  for (const child of running.splice(0)) child.kill('SIGKILL')
})

interface Announced extends Pick<FakeShop, 'appKey' | 'appSecret' | 'accessToken' | 'shopCipher'> {
  url: string
}

test('the first line of stdout is JSON; then comes a line for each request; SIGTERM ends it with exit code 0', async () => {
  const mock = start('--app-key', 'key', '--app-secret', 'secret', '--access-token', 'token', '--shop-cipher', 'cipher')
  const announced = JSON.parse(await mock.line()) as Announced
  expect(announced).toEqual({
    url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/),
    appKey: 'key',
    appSecret: 'secret',
    accessToken: 'token',
    shopCipher: 'cipher',
  })
  const call = clientOf(announced as unknown as FakeShop, announced.url)
  const body = '{"order_status":"UNPAID"}'
  expect(await call('POST /order/202309/orders/search', { query: { page_size: 1 }, body })).toMatchObject({ code: 0 })
  expect(await mock.line()).toBe('ok      200 POST /order/202309/orders/search order.getOrderList (202309)')
  await call('GET /order/202309/nowhere?token=hidden')
  expect(await mock.line()).toBe(
    'refused 404 GET /order/202309/nowhere 36009009: No operation has the path /order/202309/nowhere.',
  )
  await call('POST /order/202309/orders/search', {
    query: { page_size: 1 },
    body: '{\n"order_status": 1}',
    signedBody: '',
  })
  const refused = await mock.line()
  expect(refused).toMatch(
    /^refused 401 POST .* 106001: The signature is not that of this request\. \(the body was left out: <app secret>\//,
  )
  expect(refused).toContain('{ "order_status": 1}<app secret>)')
  mock.child.kill('SIGTERM')
  expect(await mock.end()).toEqual({ code: 0, errors: '' })
})

test('Ctrl-C ends it with exit code 0, open connections or not', async () => {
  const mock = start()
  const { url } = JSON.parse(await mock.line()) as Announced
  await fetch(url)
  mock.child.kill('SIGINT')
  expect(await mock.end()).toEqual({ code: 0, errors: '' })
})

test('the same seed announces the same credentials', async () => {
  const [first, second, other] = await Promise.all(['7', '7', '8'].map((seed) => start('--seed', seed).line()))
  const secretOf = (line: string | undefined) => (JSON.parse(line!) as Announced).appSecret
  expect(secretOf(first)).toBe(secretOf(second))
  expect(secretOf(other)).not.toBe(secretOf(first))
})

test('a port in use is said so, with exit code 1', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  await once(other, 'listening')
  const { port } = other.address() as AddressInfo
  const { code, errors } = await start('--port', String(port)).end()
  expect({ code, errors }).toEqual({
    code: 1,
    errors: `tiktok-shop mock: port ${port} is in use. Choose another with --port, or --port 0 for any that is free.\n`,
  })
  other.close()
})

test.each([
  [['--prot', '80'], "Unknown option '--prot'"],
  [['--port', 'http'], "--port takes a number from 0 to 65535, not 'http'."],
  [['--port', '65536'], "--port takes a number from 0 to 65535, not '65536'."],
  [['--app-secret', ''], '--app-secret is empty.'],
  [['serve'], "Unexpected argument 'serve'"],
])('%j is wrong usage, with exit code 2', async (argv, words) => {
  const printed = vi.spyOn(console, 'error').mockReturnValue()
  expect(await run(argv)).toBe(2)
  const [[text]] = printed.mock.calls as [[string]]
  expect(text).toContain(`tiktok-shop mock: ${words}`)
  expect(text).toContain("Run 'tiktok-shop mock --help' for the options.")
})

test('--help prints the options', async () => {
  const mock = start('--help')
  expect(await mock.line()).toBe('tiktok-shop mock: start a fake shop on loopback that checks signatures and answers')
  expect(await mock.end()).toEqual({ code: 0, errors: '' })
})
