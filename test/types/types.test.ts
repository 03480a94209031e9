import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { typecheck } from '../typecheck.ts'

const source = readFileSync(new URL('client.ts', import.meta.url), 'utf8')

describe('what must and must not compile', () => {
  test.each([
    ['strict', { strict: true }],
    ['strict without exact optional properties', { strict: true, exactOptionalPropertyTypes: false }],
    ['bundler resolution', { module: 99, moduleResolution: 100 }],
  ])('%s', (_, options) => {
    expect(typecheck({ 'test/types/client-again.ts': source }, options)).toEqual([])
  })

  test('without strictness calls still compile', () => {
    const loose = {
      strict: false,
      exactOptionalPropertyTypes: false,
      noUncheckedIndexedAccess: false,
      strictNullChecks: false,
    }
    const calls = source.replace(/^.*expectTypeOf.*$/gm, '')
    const errors = typecheck({ 'test/types/client-again.ts': calls }, loose)
    expect(errors.filter((error) => !error.includes("Unused '@ts-expect-error'"))).toEqual([])
  })
})
