import { fileURLToPath } from 'node:url'
import { SpecsError } from '../specs/problem.ts'
import { formatFiles } from './format.ts'
import { sourceModules } from './modules.ts'
import { compareFolder, writeFolder, type Difference } from './output-folder.ts'
import { createProgress } from './progress.ts'
import { readSpecs } from './read-specs.ts'
import { generateAll, summary } from './run.ts'

const usage = `Usage: npm run generate [-- --check] [--specs <folder>] [--out <folder>]

Writes generated/ from specs/.

  --check            write nothing; fail with the list of stale files when specs and generated disagree
  --specs <folder>   read documents from here (default: specs)
  --out <folder>     write here (default: generated)`

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

async function run({ check, specs, out }: { check: boolean; specs: string; out: string }): Promise<number> {
  const generated = await generateAll(readSpecs(specs), out, sourceModules, createProgress())
  const manifest = new Map([['manifest.json', JSON.stringify(generated.operations)]])
  for (const [path, text] of await formatFiles(manifest, out)) generated.files.set(path, text)
  if (!check) {
    console.log(`generated ${summary(generated)}; ${describe(writeFolder(out, generated.files))}`)
    return 0
  }
  const difference = compareFolder(out, generated.files)
  const stale = [
    ...difference.changed.map(say('changed')),
    ...difference.missing.map(say('missing')),
    ...difference.gone.map(say('gone')),
  ]
  if (stale.length === 0) {
    console.log(`up to date: ${summary(generated)}`)
    return 0
  }
  console.error(
    `generate: generated/ does not match specs/. Run \`npm run generate\` and commit the result.\n${stale.join('\n')}`,
  )
  return 1
}

function say(what: string): (path: string) => string {
  return (path) => `  ${what}  ${path}`
}

function describe({ changed, missing, gone }: Difference): string {
  return `${String(changed.length)} changed, ${String(missing.length)} new, ${String(gone.length)} gone`
}

function parse(argv: string[]) {
  const root = fileURLToPath(new URL('../../', import.meta.url))
  const options = { check: false, specs: `${root}specs`, out: `${root}generated` }
  for (let index = 0; index < argv.length; index += 1) {
    const argument = argv[index]
    const value = argv[index + 1]
    if (argument === '--check') options.check = true
    else if ((argument === '--specs' || argument === '--out') && value !== undefined) {
      options[argument === '--specs' ? 'specs' : 'out'] = value
      index += 1
    } else return undefined
  }
  return options
}
