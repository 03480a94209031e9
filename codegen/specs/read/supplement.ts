import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Problem } from '../problem.ts'
import { parseYaml } from './read-yaml.ts'
import { parseSupplementEntry, type SupplementEntry } from './supplement-entry.ts'

/** The entries of one section (`parameters`, `body`, `data`), by place. */
export type SupplementEntries = Map<string, SupplementEntry>

/** What one supplement file says of one operation. */
export interface SupplementOperation {
  /** The file, for messages. */
  file: string
  version: string
  domain: string
  method: string
  path: string
  name?: string
  from?: string[]
  page?: string
  scopes?: string[]
  errors?: number[]
  markets?: string[]
  deprecated?: boolean
  contentType?: 'application/json' | 'multipart/form-data'
  contentTypeHeader?: string
  server?: string
  apiVersion?: string
  parameters: SupplementEntries
  body?: SupplementEntries
  data?: SupplementEntries
}

const operationKeys = [
  'name',
  'from',
  'page',
  'scopes',
  'errors',
  'markets',
  'deprecated',
  'contentType',
  'contentTypeHeader',
  'server',
  'apiVersion',
]
const sections = ['parameters', 'body', 'data'] as const

/** Reads all `<version>/<domain>.yaml` of the supplement folder, in order. */
export function readSupplement(folder: string, problems: Problem[]): SupplementOperation[] {
  if (!existsSync(folder)) return []
  const versions = readdirSync(folder).filter((name) => /^\d{6}$/.test(name))
  return versions.sort().flatMap((version) => {
    const files = readdirSync(join(folder, version)).filter((name) => name.endsWith('.yaml'))
    return files.sort().flatMap((name) => {
      const text = readFileSync(join(folder, version, name), 'utf8')
      return parseSupplement(text, `${version}/${name}`, problems)
    })
  })
}

/** Reads one supplement file; `file` is `<version>/<domain>.yaml`. */
export function parseSupplement(text: string, file: string, problems: Problem[]): SupplementOperation[] {
  const [version = '', domain = ''] = file.replace(/\.yaml$/, '').split('/')
  return Object.entries(parseYaml(text, file)).map(([key, content]) => {
    const source = isMap(content) ? content : {}
    const fail = (what: string, remedy: string) => problems.push({ file, at: key, what, remedy })
    if (!isMap(content)) fail('The operation has no entries.', 'Give it some, or remove it.')
    for (const name of Object.keys(source)) {
      if (operationKeys.includes(name) || (sections as readonly string[]).includes(name)) continue
      fail(`The operation has the unknown key "${name}".`, `Known keys: ${[...operationKeys, ...sections].join(', ')}.`)
    }
    const [method = '', path = ''] = key.split(' ')
    const operation = { ...source, file, version, domain, method, path, parameters: new Map() } as SupplementOperation
    for (const section of sections) {
      if (source[section] === undefined) continue
      operation[section] = parseEntries(source[section] ?? {}, file, `${key} ${section}`, problems)
    }
    return operation
  })
}

function isMap(content: unknown): content is Record<string, unknown> {
  return typeof content === 'object' && content !== null && !Array.isArray(content)
}

function parseEntries(source: object, file: string, at: string, problems: Problem[]): SupplementEntries {
  const entries = Object.entries(source).map(([place, value]): [string, SupplementEntry] => {
    const fail = (what: string, remedy: string) => {
      problems.push({ file, at: `${at}.${place}`, what: `The entry ${what}.`, remedy })
    }
    return [place, parseSupplementEntry(value, fail)]
  })
  return new Map(entries)
}
