import { expect, test } from 'vitest'
import { unitOfExample } from '../../../../codegen/specs/read/unit.ts'

test.each([
  ['create_time', 1678389618, 'unix-seconds'],
  ['create_time_ge', '1678389618', 'unix-seconds'],
  ['blind_open_time', 1762782183118, 'unix-milliseconds'],
  ['expire_at', 1619621355, 'unix-seconds'],
  ['handling_time', 5, undefined],
  ['order_id', 1678389618, undefined],
  ['create_time', undefined, undefined],
])('%s with the example %s is %s', (name, example, unit) => {
  expect(unitOfExample(name, example)).toBe(unit)
})
