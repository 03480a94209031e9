import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { generatedVersions, packageExports } from '../../codegen/package-exports.ts'

const root = new URL('../../', import.meta.url)
const manifest = JSON.parse(readFileSync(new URL('package.json', root), 'utf8')) as {
  exports: Record<string, Record<string, string>>
}

test('package.json has one entry per version with its path client and error codes (else: npm run exports)', () => {
  expect(manifest.exports).toEqual(packageExports(generatedVersions()))
  expect(Object.keys(manifest.exports)).toHaveLength(5 + 32 * 3)
})

test('every entry leads to a source that is there', () => {
  const sources = Object.values(manifest.exports).flatMap((entry) => entry['tiktok-shop-source'] ?? [])
  expect(sources.filter((path) => !existsSync(new URL(path, root)))).toEqual([])
})
