import { spawn } from 'node:child_process'
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { build } from 'esbuild'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createFakeShop } from '../../testing/index.ts'
import { install } from '../package/install.ts'
import { plainEnvironment, run } from '../package/run.ts'
import { installedRuntimes } from './installed.ts'
import { largeId, type Credentials } from './suite.ts'

const steps = [
  'list by POST with query and body',
  'detail by GET with an array',
  'text beyond ASCII in query and body',
  'upload',
  'iterate over pages',
  'path client',
  'legacy version, 64-bit ids in both directions',
  'error with its class and kind',
  'abort',
]

const here = new URL('.', import.meta.url).pathname
let folder: string
let binaries: string

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'runtimes-'))
  ;[binaries] = await Promise.all([installedRuntimes(), install(folder)])
  for (const name of ['suite.ts', 'main.ts', 'worker.ts', 'workerd.capnp'])
    copyFileSync(join(here, name), join(folder, name))
  // Bare imports stay, so that Node, Bun and Deno resolve the installed package themselves.
  await compile('main', { packages: 'external' })
  // As a bundler for workers would: without Node, so that the signature is made by WebCrypto.
  await compile('worker', { conditions: ['workerd', 'worker', 'browser'] })
}, 900_000)

afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function compile(name: string, options: { packages?: 'external'; conditions?: string[] }): Promise<void> {
  const { warnings } = await build({
    entryPoints: [join(folder, `${name}.ts`)],
    outfile: join(folder, `${name}.js`),
    bundle: true,
    format: 'esm',
    target: 'es2022',
    logLevel: 'silent',
    ...options,
  })
  expect(warnings).toEqual([])
}

const commands: Record<string, { program: string; args?: string[]; version: string }> = {
  'Node 20.19': { program: 'node20/bin/node', version: 'v20.19.0' },
  'Node 22': { program: 'node22/bin/node', version: 'v22.23.3' },
  'Node 24': { program: 'node24/bin/node', version: 'v24.21.0' },
  'Node 26': { program: 'node26/bin/node', version: 'v26.10.0' },
  Bun: { program: '.bin/bun', args: ['run'], version: '1.4.5' },
  Deno: { program: '.bin/deno', args: ['run', '--no-remote', '--allow-net=127.0.0.1'], version: 'deno 2.9.5' },
}

test.each(Object.keys(commands))('%s makes every kind of call', { timeout: 60_000 }, async (name) => {
  const { program, args = [], version } = commands[name]!
  const binary = join(binaries, program)
  const env = { ...plainEnvironment(), DENO_DIR: join(folder, 'deno'), DENO_NO_UPDATE_CHECK: '1' }
  expect((await run(binary, ['--version'], { env })).stdout).toContain(version)
  await withShop(async (shop) => {
    const { code, stdout, stderr } = await run(binary, [...args, 'main.js', JSON.stringify(shop)], { cwd: folder, env })
    expect(code, stderr).toBe(0)
    expect(JSON.parse(stdout)).toEqual(steps)
  })
})

test('workerd makes every kind of call, with WebCrypto', { timeout: 60_000 }, async () => {
  expect(readFileSync(join(folder, 'worker.js'), 'utf8')).not.toContain('node:')
  await withShop(async (shop) => {
    const port = await startWorkerd()
    const answer = await fetch(`http://127.0.0.1:${port}`, { method: 'POST', body: JSON.stringify(shop) })
    const text = await answer.text()
    expect(answer.status, text).toBe(200)
    expect(JSON.parse(text)).toEqual(steps)
  })
})

let stopWorkerd = () => {}
afterAll(() => stopWorkerd())

async function startWorkerd(): Promise<number> {
  const workerd = spawn(join(binaries, '.bin/workerd'), ['serve', 'workerd.capnp', '--control-fd=3'], {
    cwd: folder,
    stdio: ['ignore', 'inherit', 'inherit', 'pipe'],
  })
  stopWorkerd = () => workerd.kill()
  const [line] = (await once(createInterface(workerd.stdio[3] as NodeJS.ReadableStream), 'line')) as [string]
  return (JSON.parse(line) as { port: number }).port
}

/** Starts a shop of its own for a runtime, and looks at what came in: every signature right, and the ids exact on the wire. */
async function withShop(use: (shop: Credentials) => Promise<void>): Promise<void> {
  const fake = createFakeShop()
  fake.on('fulfillment.verifyOrderSplit', { data: { result_list: [{ order_id: BigInt(largeId) }] } })
  const { url, close } = await fake.listen()
  const { appKey, appSecret, accessToken, shopCipher, shopId } = fake
  try {
    await use({ url, appKey, appSecret, accessToken, shopCipher, shopId })
    const refused = fake.requests.filter(({ verdict }) => !verdict.accepted)
    expect(refused.map(({ verdict }) => verdict.code)).toEqual([106001])
    expect(fake.requests.flatMap(({ ignored }) => ignored)).toEqual([])
    const split = fake.requests.find(({ operation }) => operation === 'fulfillment.verifyOrderSplit')
    expect(split?.body).toBe(`{"order_id_list":[${largeId}]}`)
  } finally {
    await close()
  }
}
