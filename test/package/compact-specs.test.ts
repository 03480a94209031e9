import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { compact, forPeople } from '../../codegen/package/compact-specs.ts'

test('what people read is left out, and names that happen to be such words are kept', () => {
  const document = {
    openapi: '3.1.0',
    info: { title: 'seller', description: 'for people', license: { name: 'MIT' } },
    paths: {
      '/summary': { get: { summary: 'for people', parameters: [{ name: 'security', description: 'for people' }] } },
    },
    components: {
      parameters: { Description: { name: 'description', description: 'for people' } },
      schemas: { Product: { description: 'for people', properties: { description: { type: 'string' }, summary: {} } } },
      securitySchemes: { signature: {} },
    },
  }
  expect(compact(document)).toEqual({
    openapi: '3.1.0',
    info: { title: 'seller' },
    paths: { '/summary': { get: { parameters: [{ name: 'security' }] } } },
    components: {
      parameters: { Description: { name: 'description' } },
      schemas: { Product: { properties: { description: { type: 'string' }, summary: {} } } },
    },
  })
})

test('nothing is left out that the fake shop knows of', () => {
  const known = readFileSync(new URL('../../testing/spec-document.ts', import.meta.url), 'utf8')
  const names = [...known.matchAll(/^\s+(?:'([\w-]+)'|(\w+))\??: /gm)].map(([, quoted, plain]) => quoted ?? plain!)
  expect(names).toContain('x-cipher')
  expect(names).toContain('properties')
  expect(names.filter((name) => forPeople.has(name))).toEqual([])
})
