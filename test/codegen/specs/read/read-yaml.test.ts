import { expect, test } from 'vitest'
import { parseYaml } from '../../../../codegen/specs/read/read-yaml.ts'

test('an empty file is an empty map', () => {
  expect(parseYaml('# nothing yet\n', 'marks.yaml')).toEqual({})
})

test.each([
  ['a: 1\nb: [1\n', /^names\.yaml: line \d\n {2}Flow sequence .*\n {2}Correct the YAML\.$/],
  ['a: 1\na: 2\n', /^names\.yaml: line 2\n {2}Map keys must be unique.*\n {2}Correct the YAML\.$/],
  ['- a\n', /^names\.yaml: line 1\n {2}The file is no map\.\n {2}Write `key: value` lines\.$/],
])('%j is refused with file and line', (text, message) => {
  expect(() => parseYaml(text, 'names.yaml')).toThrow(message)
})
