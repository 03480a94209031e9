import { existsSync, readFileSync } from 'node:fs'
import { parse } from 'yaml'

/** `names.yaml`: the short names of shapes and code lists by domain, and the method names that the rule gets wrong. */
export interface NamesFile {
  /** The file's name, for messages. */
  file: string
  names: Record<string, Record<string, string[]>>
  operations: Record<string, string>
}

/** Reads `names.yaml`; without the file there are no short names. */
export function readNames(path: string): NamesFile {
  return parseNames(existsSync(path) ? readFileSync(path, 'utf8') : '')
}

/** Reads the text of a `names.yaml`. */
export function parseNames(text: string): NamesFile {
  const source = (parse(text) ?? {}) as Partial<NamesFile>
  return { file: 'names.yaml', names: source.names ?? {}, operations: source.operations ?? {} }
}

/**
 * Tells whether a place holds for a version, and gives it without the prefix: `202212:GetOrderList.data` is for that
 * version alone, and a place without a prefix never means the legacy API, whose operations share names but not shapes.
 */
export function placeInVersion(place: string, version: string, legacyVersion: string): string | undefined {
  const [, pinned, rest = ''] = /^(?:(\d{6}):\s*)?(.*)$/.exec(place) ?? []
  if (pinned !== undefined) return pinned === version ? rest : undefined
  return version === legacyVersion ? undefined : rest
}
