import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { generatedVersions, packageExports } from '../../codegen/package-exports.ts'
import { packageSources } from '../../codegen/package/package-sources.ts'
import { plainEnvironment } from './run.ts'

const root = new URL('../../', import.meta.url)
const manifest = JSON.parse(readFileSync(new URL('package.json', root), 'utf8')) as {
  exports: Record<string, unknown>
}

test('package.json has one entry per version with its path client, error codes and domains (else: npm run exports)', () => {
  expect(manifest.exports).toEqual(packageExports(generatedVersions()))
  expect(Object.keys(manifest.exports)).toHaveLength(5 + 32 * 6)
})

test('every entry leads to a source that is there', () => {
  const sources = packageSources(root)
  expect(sources.length).toBeGreaterThan(500)
  expect(sources.filter((path) => !existsSync(new URL(path, root)))).toEqual([])
})

test('a domain is an entry, and what is inside a version is none', () => {
  expect(resolve('202508/order')).toBe('dist/generated/202508/order.js')
  for (const closed of ['202507/internal/paths', '202507/index', 'runtime/client'])
    expect(resolve(closed)).toBe('ERR_PACKAGE_PATH_NOT_EXPORTED')
})

/** Where a user's import leads, whether the package is built or not. */
function resolve(entry: string): string {
  const program = `try { console.log(import.meta.resolve('tiktok-shop-openapi/${entry}')) } catch (error) { console.log(error.code) }`
  const args = ['--input-type=module', '--eval', program]
  const printed = execFileSync(process.execPath, args, { cwd: root, encoding: 'utf8', env: plainEnvironment() })
  return printed.trim().replace(root.href, '')
}
