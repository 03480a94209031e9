import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect, test } from 'vitest'
import { generatedVersions, packageExports } from '../../codegen/package-exports.ts'

const root = new URL('../../', import.meta.url)
const manifest = JSON.parse(readFileSync(new URL('package.json', root), 'utf8')) as {
  exports: Record<string, Record<string, string> | null>
}

test('package.json has one entry per version with its path client, error codes and domains (else: npm run exports)', () => {
  expect(manifest.exports).toEqual(packageExports(generatedVersions()))
  expect(Object.keys(manifest.exports)).toHaveLength(5 + 32 * 6)
})

test('every entry leads to a source that is there', () => {
  const sources = Object.values(manifest.exports).flatMap((entry) => entry?.['tiktok-shop-source'] ?? [])
  const files = sources.map((path) => path.replace('*', path.includes('202212') ? 'product' : 'order'))
  expect(files.filter((path) => !existsSync(new URL(path, root)))).toEqual([])
})

test('a domain is an entry, and what is inside a version is none', () => {
  const resolve = (entry: string) => createRequire(import.meta.url).resolve(`tiktok-shop-openapi/${entry}`)
  expect(resolve('202508/order')).toMatch(/\/generated\/202508\/order\./)
  for (const closed of ['202507/internal/paths', '202507/index', 'runtime/client'])
    expect(() => resolve(closed)).toThrow(/is not defined by "exports"/)
})
