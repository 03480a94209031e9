import { expect, test } from 'vitest'
import { errorNames } from '../../../codegen/generate/modules.ts'
import * as runtime from '../../../runtime/index.ts'

test("a version's entry passes on every error class of the runtime", () => {
  const classes = Object.entries(runtime).filter(([, value]) => value.prototype instanceof Error)
  expect(errorNames).toEqual(classes.map(([name]) => name).sort())
})
