import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { install } from './install.ts'
import { output, plainEnvironment, run } from './run.ts'

const root = new URL('../../', import.meta.url).pathname
let folder: string
let command: string

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'command-'))
  writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }')
  await install(folder)
  command = join(folder, 'node_modules/.bin/tiktok-shop')
}, 600_000)

afterAll(() => rmSync(folder, { recursive: true, force: true }))

const options = () => ({ cwd: folder, env: plainEnvironment() })

test('npx tiktok-shop --help names the commands', async () => {
  const help = await output('npx', ['tiktok-shop', '--help'], options())
  expect(help).toMatch(/^tiktok-shop: the command of tiktok-shop-openapi\n/)
  expect(help).toMatch(/^ {2}generate .*\n {2}mock /m)
})

test('each command has a help text, and the version is that of the package', async () => {
  for (const name of ['generate', 'mock']) {
    expect(await output(command, [name, '--help'], options())).toContain(`Usage: tiktok-shop ${name}`)
  }
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
  expect(await output(command, ['--version'], options())).toBe(`${version}\n`)
})

test(
  'generate says what is missing, and with it writes a client that compiles and runs',
  { timeout: 120_000 },
  async () => {
    const args = ['generate', '--spec', join(root, 'specs/202309/order.json'), '--out', 'src']
    const { code, stderr } = await run(command, args, options())
    expect(code).toBe(1)
    expect(stderr).toContain('is not installed')

    for (const name of ['openapi-typescript', 'ts-morph', 'prettier', 'pluralize', 'typescript']) {
      symlinkSync(join(root, 'node_modules', name), join(folder, 'node_modules', name))
    }
    await output(command, args, options())
    writeFileSync(
      join(folder, 'src/main.ts'),
      `import { createFakeShop } from 'tiktok-shop-openapi/testing'
     import { createClient } from './202309/index.js'
     import { createRawClient } from './202309/raw.js'

     const { appKey, appSecret, accessToken, shopCipher, fetch } = createFakeShop()
     const options = { appKey, appSecret, accessToken, shopCipher, fetch }
     const { orders } = await createClient(options).order.getOrderList({ page_size: 3 })
     const ids = orders?.map(({ id }) => id ?? '') ?? []
     const { data } = await createRawClient(options).GET('/order/202309/orders', { params: { query: { ids } } })
     console.log(ids.length, data?.data?.orders?.length)`,
    )
    const compilerOptions = { strict: true, target: 'es2022', module: 'nodenext', outDir: 'out', types: [] }
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['src'] }))
    await output(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', '.'], options())
    expect(await output(process.execPath, ['out/main.js'], options())).toBe('3 3\n')
  },
)
