import { expect, test } from 'vitest'
import { compareOperations } from '../../../../codegen/specs/write/compare-operations.ts'

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` })
const document = (paths: object, schemas: object) => ({ info: { version: '202309' }, paths, components: { schemas } })

test('operations are new, gone, or changed, also by a component far below', () => {
  const before = document(
    { '/a': { get: { x: ref('A') }, put: {} }, '/b': { get: {} } },
    { A: { y: ref('B') }, B: { z: ref('A'), type: 'string' }, C: {} },
  )
  const after = document(
    { '/a': { get: { x: ref('A') }, put: {} }, '/c': { get: {} } },
    { A: { y: ref('B') }, B: { z: ref('A'), type: 'integer' }, C: { type: 'object' } },
  )
  expect(compareOperations([before], [after])).toEqual({
    added: ['202309 GET /c'],
    changed: ['202309 GET /a'],
    gone: ['202309 GET /b'],
  })
})
