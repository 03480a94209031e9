import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { SpecsError, type Problem } from '../specs/problem.ts'
import type { SpecDocument } from './document.ts'
import type { SpecFile } from './validate.ts'

/**
 * Reads every specs/<version>/<domain>.json below a folder.
 *
 * @throws {SpecsError} when a file is not JSON, or there is none.
 */
export function readSpecs(folder: string): SpecFile[] {
  const problems: Problem[] = []
  const specs: SpecFile[] = []
  for (const version of names(folder).filter((name) => /^\d{6}$/.test(name))) {
    for (const name of names(join(folder, version)).filter((each) => each.endsWith('.json'))) {
      const file = `${basename(folder)}/${version}/${name}`
      const parsed = parse(file, readFileSync(join(folder, version, name), 'utf8'))
      if ('what' in parsed) problems.push(parsed)
      else specs.push({ file, version, domain: basename(name, '.json'), document: parsed.document })
    }
  }
  if (specs.length + problems.length === 0) {
    const what = 'there are no documents <version>/<domain>.json'
    problems.push({ file: `${basename(folder)}/`, at: '#', what, remedy: 'Run `npm run specs` first.' })
  }
  if (problems.length > 0) throw new SpecsError(problems)
  return specs
}

function parse(file: string, text: string): { document: SpecDocument } | Problem {
  try {
    return { document: JSON.parse(text) as SpecDocument }
  } catch (error) {
    const what = `is not JSON: ${(error as SyntaxError).message}`
    return { file, at: '#', what, remedy: 'Correct the file, or write it again with `npm run specs`.' }
  }
}

function names(folder: string): string[] {
  try {
    return readdirSync(folder).sort()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}
