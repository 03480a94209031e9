import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildDocuments, type Input } from './build.ts'
import { compareOperations } from './write/compare-operations.ts'
import { countCoverage } from './write/coverage.ts'
import { readMarks } from './read/marks-file.ts'
import { readNames } from './read/names-file.ts'
import { SpecsError, type Problem } from './problem.ts'
import { formatReport } from './write/report.ts'
import { describeSources } from './write/sources.ts'
import { readSupplement } from './read/supplement.ts'
import { readTexts } from './read/texts.ts'
import { readVendorFiles, readVendorOperations, type VendorFiles } from './read/vendor-files.ts'
import { compareFolder, listDocuments, writeFolder } from './write/write-folder.ts'

const help = `npm run specs              writes specs/ from the vendor's files and specs/supplement
npm run specs -- --check   fails with the list of files that would change, and writes nothing`

/** Writes (or with `--check` compares) the documents below a folder; gives the exit code. */
export function run(argv: string[], folder: string, print: (text: string) => void): number {
  const unknown = argv.find((argument) => argument !== '--check')
  if (unknown !== undefined) {
    print(unknown === '--help' ? help : `Unknown argument ${unknown}.\n${help}`)
    return unknown === '--help' ? 0 : 2
  }
  const vendor = readVendorFiles()
  const built = buildDocuments(readInput(vendor, join(folder, 'supplement')))
  const before = listDocuments(folder).map((path) => JSON.parse(readFileSync(join(folder, path), 'utf8')) as object)
  const contents: [string, object][] = [...built.documents, ['sources.json', describeSources(vendor)]]
  const files = new Map(contents.map(([path, content]) => [path, toText(content)]))
  const changes = compareFolder(folder, files)
  if (argv.includes('--check')) {
    const stale = [...changes.written, ...changes.removed].map((path) => `  specs/${path}`)
    if (stale.length > 0) print(`${stale.length} files are not what \`npm run specs\` writes:\n${stale.join('\n')}`)
    return stale.length > 0 ? 1 : 0
  }
  writeFolder(folder, files, changes)
  print(
    formatReport(built, compareOperations(before, built.documents.values()), countCoverage(built.documents.values())),
  )
  return 0
}

function readInput(vendor: VendorFiles, supplement: string): Input {
  const problems: Problem[] = []
  return {
    vendor: readVendorOperations(vendor.files, problems),
    supplement: readSupplement(supplement, problems),
    marks: readMarks(supplement),
    names: readNames(supplement),
    texts: readTexts(supplement),
    problems,
  }
}

function toText(content: object): string {
  return `${JSON.stringify(content, null, 2)}\n`
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    process.exitCode = run(process.argv.slice(2), fileURLToPath(new URL('../../specs', import.meta.url)), console.log)
  } catch (error) {
    if (!(error instanceof SpecsError)) throw error
    console.error(`${error.message}\n${error.problems.length} problems in specs/supplement; nothing was written.`)
    process.exitCode = 1
  }
}
