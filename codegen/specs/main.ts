import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildDocuments } from './build.ts'
import { readMarks } from './marks.ts'
import { readNames } from './names-file.ts'
import type { Problem } from './problem.ts'
import { readSupplement } from './supplement.ts'
import { readTexts } from './texts.ts'
import { readVendorFiles, readVendorOperations } from './vendor-files.ts'

const specs = fileURLToPath(new URL('../../specs', import.meta.url))
const folder = join(specs, 'supplement')
const problems: Problem[] = []
const built = buildDocuments({
  vendor: readVendorOperations(readVendorFiles().files.map(({ document }) => document)),
  supplement: readSupplement(folder, problems),
  marks: readMarks(join(folder, 'marks.yaml')),
  names: process.env.NONAMES ? { file: 'names.yaml', names: {}, operations: {} } : readNames(join(folder, 'names.yaml')),
  texts: readTexts(folder),
  problems,
})
for (const [path, document] of built.documents) {
  mkdirSync(dirname(join(specs, path)), { recursive: true })
  writeFileSync(join(specs, path), `${JSON.stringify(document, null, 2)}\n`)
}
console.log(built.operations.length, built.contradictions.length)
