import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { OwnFile } from '../codegen/generate/own/own-specs.ts'

/** The help text of `tiktok-shop generate`. */
export const help = `tiktok-shop generate: write a typed client for OpenAPI files of your own (private or beta APIs)

Usage: tiktok-shop generate --spec <file> [--spec <file> ...] --out <folder> [--extension <js|ts|none>]

  --spec <file>        an OpenAPI 3 document in JSON whose paths read /<domain>/<yyyymm>/...; may be given several times
  --out <folder>       where to write; each version becomes a folder with index.ts, raw.ts and a file per domain
  --extension <kind>   extension of the imports among the written files: js (default), ts or none
  --help               show this text

Example:
  tiktok-shop generate --spec my.json --out src/tiktok
  import { createClient } from './tiktok/202601/index.js'

The generator needs openapi-typescript, ts-morph, prettier and pluralize; when one is missing it says how to install them.

Exit codes: 0 done, 1 failed, 2 wrong usage.`

const extensions: Record<string, string> = { js: '.js', ts: '.ts', none: '' }
const install = 'npm install --save-dev openapi-typescript@7 ts-morph@28 prettier@3 pluralize@8 typescript@5.9'

/** Runs `tiktok-shop generate` and resolves to the exit code; what goes wrong is said on stderr. */
export async function run(argv: string[]): Promise<number> {
  const options = parse(argv)
  if (typeof options === 'string') {
    console.error(`tiktok-shop generate: ${options}\n\n${help}`)
    return 2
  }
  if (options.help) {
    console.log(help)
    return 0
  }
  try {
    return await generate(options)
  } catch (error) {
    if (!isExpected(error)) throw error
    console.error(`tiktok-shop generate: ${error.message}`)
    return 1
  }
}

interface Options {
  help: boolean
  specs: string[]
  out: string
  extension: string
}

async function generate({ specs, out, extension }: Options): Promise<number> {
  const files = specs.map(readJson)
  const { readOwnSpecs } = await load(() => import('../codegen/generate/own/own-specs.ts'))
  const documents = readOwnSpecs(files)
  const { createProgress, generateAll, packageModules, summary, writeFolder } = await load(
    () => import('../codegen/generate/own/generator.ts'),
  )
  const folder = resolve(out)
  const generated = await generateAll(documents, folder, packageModules(extension), createProgress())
  write(() => writeFolder(folder, generated.files), out)
  console.log(`${out}: ${summary(generated)}`)
  return 0
}

/** The generator is loaded when it is needed, as what it stands on is no dependency of the package. */
async function load<T>(module: () => Promise<T>): Promise<T> {
  try {
    return await module()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_MODULE_NOT_FOUND') throw error
    const missing = /package '([^']+)'/.exec((error as Error).message)?.[1] ?? 'a package'
    throw new CommandError(`${missing} is not installed. The generator needs it: ${install}`)
  }
}

/** A folder that cannot be written is the caller's to mend, so it gets words in place of a stack. */
function write(writing: () => void, out: string): void {
  try {
    writing()
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    if (!code) throw error
    const why = code === 'ENOTDIR' || code === 'EEXIST' ? 'there is a file in its place' : message
    throw new CommandError(`cannot write ${out}: ${why}. Give --out a folder that can be written.`)
  }
}

function readJson(file: string): OwnFile {
  let text: string
  try {
    // Some editors put a byte order mark in front, which JSON.parse takes for a mistake.
    text = readFileSync(file, 'utf8').replace(/^\uFEFF/, '')
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    const why = code === 'ENOENT' ? 'there is no such file' : code === 'EISDIR' ? 'it is a folder' : message
    throw new CommandError(`cannot read ${file}: ${why}. Give --spec the path of an OpenAPI file.`)
  }
  if (text.trim() === '') throw new CommandError(`${file} is empty. Give --spec an OpenAPI 3 document in JSON.`)
  try {
    return { file, document: JSON.parse(text) as OwnFile['document'] }
  } catch (error) {
    throw new CommandError(`${file} is not JSON: ${(error as Error).message}. Convert YAML to JSON first.`)
  }
}

class CommandError extends Error {}

function isExpected(error: unknown): error is Error {
  return error instanceof CommandError || (error instanceof Error && error.name === 'SpecsError')
}

function parse(argv: string[]): Options | string {
  const parsed = parseQuietly(argv)
  if (typeof parsed === 'string') return parsed
  const { spec = [], out, help: wantsHelp = false, extension = 'js' } = parsed.values
  const ending = Object.hasOwn(extensions, extension) ? extensions[extension] : undefined
  if (wantsHelp) return { help: true, specs: [], out: '', extension: '' }
  if (spec.length === 0) return '--spec is missing: which OpenAPI file should be read?'
  if (out === undefined) return '--out is missing: which folder should be written?'
  if (ending === undefined) return `--extension is js, ts or none, not ${extension}.`
  return { help: false, specs: spec, out, extension: ending }
}

function parseQuietly(argv: string[]) {
  try {
    return parseArgs({
      args: argv,
      options: {
        spec: { type: 'string', multiple: true },
        out: { type: 'string' },
        extension: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    })
  } catch (error) {
    return (error as Error).message
  }
}
