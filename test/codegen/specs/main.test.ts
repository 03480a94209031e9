import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { run } from '../../../codegen/specs/main.ts'
import { SpecsError } from '../../../codegen/specs/problem.ts'
import { listDocuments } from '../../../codegen/specs/write/write-folder.ts'
import { specsFolder } from './documents.ts'

let folder: string
let printed: string[]

const specs = (...argv: string[]): number => {
  printed = []
  return run(argv, folder, (text) => printed.push(text))
}
const filesIn = (where: string) =>
  new Map(listDocuments(where).map((path) => [path, readFileSync(join(where, path), 'utf8')]))

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'specs-'))
  cpSync(join(specsFolder, 'supplement'), join(folder, 'supplement'), { recursive: true })
})
afterAll(() => rmSync(folder, { recursive: true }))

test('the committed documents are what the vendor package and the supplement give', () => {
  printed = []
  expect(
    run(['--check'], specsFolder, (text) => printed.push(text)),
    printed.join('\n'),
  ).toBe(0)
})

test('an empty folder gets the same bytes as the committed one, and a report', () => {
  expect(specs()).toBe(0)
  expect(filesIn(folder)).toEqual(filesIn(specsFolder))
  expect(readFileSync(join(folder, 'sources.json'), 'utf8')).toBe(
    readFileSync(join(specsFolder, 'sources.json'), 'utf8'),
  )
  expect(printed.join('\n')).toMatch(/^202309 {2}124 operations in 15 domains$/m)
  expect(printed.join('\n')).toMatch(/^554 operations in 32 versions, 159 documents\n554 new$/m)
  expect(readdirSync(folder).filter((name) => name.startsWith('.'))).toEqual([])
})

test('--check lists the files that would change, and writes nothing', () => {
  const [edited, extra] = [join(folder, '202309/order.json'), join(folder, '209901/gone.json')]
  writeFileSync(edited, readFileSync(edited, 'utf8').replace('getOrderList', 'getOrders'))
  mkdirSync(join(folder, '209901'))
  writeFileSync(extra, readFileSync(edited, 'utf8').replaceAll('202309', '209901'))
  expect(specs('--check')).toBe(1)
  expect(printed).toEqual([
    '2 files are not what `npm run specs` writes:\n  specs/202309/order.json\n  specs/209901/gone.json',
  ])
  expect(readFileSync(edited, 'utf8')).toContain('getOrders')
})

test('the next run restores what was changed, removes what is gone, and says both', () => {
  expect(specs()).toBe(0)
  expect(filesIn(folder)).toEqual(filesIn(specsFolder))
  expect(printed.join('\n')).toMatch(
    /^1 changed\n {2}202309 POST \/order\/202309\/orders\/search\n3 gone\n {2}209901 GET /m,
  )
})

test('a supplement that does not fit writes nothing', () => {
  const before = filesIn(folder)
  writeFileSync(join(folder, 'supplement/marks.yaml'), 'readOnly: { GET /nowhere: true }\n')
  expect(() => specs()).toThrow(SpecsError)
  expect(filesIn(folder)).toEqual(before)
})

test('an unknown argument is refused', () => {
  expect(specs('--chekc')).toBe(2)
  expect(printed[0]).toMatch(/^Unknown argument --chekc\.\nnpm run specs /)
})
