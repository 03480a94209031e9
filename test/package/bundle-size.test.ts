import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { generatedVersions } from '../../codegen/package-exports.ts'
import { install } from './install.ts'

let folder: string

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'bundle-size-'))
  await install(folder)
}, 600_000)

afterAll(() => rmSync(folder, { recursive: true, force: true }))

const newest = generatedVersions().at(-1)!

const sizes = [
  { what: 'the whole client of 202309', entry: '202309', kibibytes: 10 },
  { what: 'the whole client of the newest pin', entry: newest, kibibytes: 14 },
  { what: 'a client of one domain', entry: '202309/order', kibibytes: 8 },
]

test.each(sizes)('$what takes at most $kibibytes KiB', async ({ what, entry, kibibytes }) => {
  const { size, gzipped } = await bundle(entry)
  console.log(`${what} (${entry}): ${gzipped} bytes minified and gzipped, ${size} minified`)
  expect(gzipped).toBeLessThanOrEqual(kibibytes * 1024)
})

test('nothing of another domain is in the bundle of one', async () => {
  const { inputs } = await bundle('202309/order')
  const generated = inputs.filter((path) => path.includes('/generated/'))
  expect(generated.map((path) => path.replace(/.*\/generated\//, ''))).toEqual(['202309/order.js'])
})

test('no import of Node is left in a bundle for browsers', async () => {
  const { text, imports } = await bundle('202309')
  expect(imports).toEqual([])
  expect(text).not.toMatch(/["']node:|createHmac/)
  expect(text).toContain('subtle')
})

/** Bundles what a user writes who makes one call, as for a browser or an edge runtime. */
async function bundle(entry: string) {
  const contents = `
    import { createClient } from 'tiktok-shop-openapi/${entry}'
    const shop = createClient({ appKey: 'key', appSecret: 'secret', accessToken: 'token', shopCipher: 'cipher' })
    console.log(await shop.order.getOrderList({ page_size: 10 }))`
  const { outputFiles, metafile, warnings } = await build({
    stdin: { contents, resolveDir: folder },
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    write: false,
    metafile: true,
    logLevel: 'silent',
  })
  expect(warnings).toEqual([])
  const { contents: bytes, text } = outputFiles[0]!
  const imports = Object.values(metafile.outputs).flatMap((output) => output.imports.map(({ path }) => path))
  const inputs = Object.keys(Object.values(metafile.outputs)[0]!.inputs)
  return { text, imports, inputs, size: bytes.length, gzipped: gzipSync(bytes, { level: 9 }).length }
}
