import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseDocument } from 'yaml'
import { SpecsError } from '../problem.ts'

/** Reads a YAML file of the supplement folder as a map; a file that is missing or empty is an empty one. */
export function readYaml(folder: string, file: string): Record<string, unknown> {
  const path = join(folder, file)
  return existsSync(path) ? parseYaml(readFileSync(path, 'utf8'), file) : {}
}

/** Reads YAML text as a map. Throws a {@link SpecsError} that names the file and the line where it is not well formed. */
export function parseYaml(text: string, file: string): Record<string, unknown> {
  const document = parseDocument(text)
  const problems = document.errors.map(({ message, linePos }) => {
    const [what = ''] = message.split('\n')
    return { file, at: `line ${linePos?.[0].line ?? 1}`, what, remedy: 'Correct the YAML.' }
  })
  const content: unknown = problems.length > 0 ? null : document.toJS()
  if (problems.length === 0 && content !== null && (typeof content !== 'object' || Array.isArray(content))) {
    problems.push({ file, at: 'line 1', what: 'The file is no map.', remedy: 'Write `key: value` lines.' })
  }
  if (problems.length > 0) throw new SpecsError(problems)
  return (content ?? {}) as Record<string, unknown>
}
