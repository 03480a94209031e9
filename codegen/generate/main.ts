import { fileURLToPath } from 'node:url'
import { SpecsError } from '../specs/problem.ts'
import { formatFiles } from './format.ts'
import { sourceModules } from './modules.ts'
import { compareFolder, writeFolder, type Difference } from './output-folder.ts'
import { createProgress } from './progress.ts'
import { readSpecs } from './read-specs.ts'
import { generateAll, summary } from './run.ts'
import { writeVersionsDoc } from './versions-doc.ts'

const usage = `Usage: npm run generate [-- --check] [--specs <folder>] [--out <folder>] [--docs <folder>]

Writes generated/ and docs/versions.md from specs/.

  --check            write nothing; fail with the list of stale files when specs and generated disagree
  --specs <folder>   read documents from here (default: specs)
  --out <folder>     write here (default: generated)
  --docs <folder>    write versions.md here (default: docs; with --out: nowhere)`

process.exitCode = await main(process.argv.slice(2))

async function main(argv: string[]): Promise<number> {
  if (argv.includes('--help')) {
    console.log(usage)
    return 0
  }
  const options = parse(argv)
  if (!options) {
    console.error(usage)
    return 2
  }
  try {
    return await run(options)
  } catch (error) {
    if (!(error instanceof SpecsError)) throw error
    console.error(`generate: the specs cannot be read; nothing was written.\n${error.message}`)
    return 1
  }
}

async function run({ check, specs, out, docs }: Options): Promise<number> {
  const generated = await generateAll(readSpecs(specs), out, sourceModules, createProgress())
  const manifest = new Map([['manifest.json', JSON.stringify(generated.operations)]])
  for (const [path, text] of await formatFiles(manifest, out)) generated.files.set(path, text)
  const versions = new Map([['versions.md', writeVersionsDoc(generated.pins)]])
  const documents = docs === undefined ? new Map<string, string>() : await formatFiles(versions, docs)
  if (!check) {
    const written = describe(writeFolder(out, generated.files))
    if (docs !== undefined) writeFolder(docs, documents)
    console.log(`generated ${summary(generated)}; ${written}`)
    return 0
  }
  const stale = [...differences(out, generated.files), ...(docs === undefined ? [] : differences(docs, documents))]
  if (stale.length === 0) {
    console.log(`up to date: ${summary(generated)}`)
    return 0
  }
  console.error(
    `generate: generated/ does not match specs/. Run \`npm run generate\` and commit the result.\n${stale.join('\n')}`,
  )
  return 1
}

function differences(folder: string, files: ReadonlyMap<string, string>): string[] {
  const { changed, missing, gone } = compareFolder(folder, files)
  return [...changed.map(say('changed')), ...missing.map(say('missing')), ...gone.map(say('gone'))]
}

function say(what: string): (path: string) => string {
  return (path) => `  ${what}  ${path}`
}

function describe({ changed, missing, gone }: Difference): string {
  return `${String(changed.length)} changed, ${String(missing.length)} new, ${String(gone.length)} gone`
}

interface Options {
  check: boolean
  specs: string
  out: string
  docs: string | undefined
}

function parse(argv: string[]): Options | undefined {
  const root = fileURLToPath(new URL('../../', import.meta.url))
  const given: { specs?: string; out?: string; docs?: string } = {}
  let check = false
  for (let index = 0; index < argv.length; index += 1) {
    const argument = argv[index]
    const value = argv[index + 1]
    if (argument === '--check') check = true
    else if ((argument === '--specs' || argument === '--out' || argument === '--docs') && value !== undefined) {
      given[argument.slice(2) as 'specs' | 'out' | 'docs'] = value
      index += 1
    } else return undefined
  }
  const { specs = `${root}specs`, out, docs = out === undefined ? `${root}docs` : undefined } = given
  return { check, specs, out: out ?? `${root}generated`, docs }
}
