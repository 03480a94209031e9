import { parseYaml, readYaml } from './read-yaml.ts'

/** `names.yaml`: the short names of shapes and code lists by domain, and the method names that the rule gets wrong. */
export interface NamesFile {
  /** The file's name, for messages. */
  file: string
  names: Record<string, Record<string, string[]>>
  operations: Record<string, string>
}

/** Reads `names.yaml` of the supplement folder; without the file there are no short names. */
export function readNames(folder: string): NamesFile {
  return namesOf(readYaml(folder, file))
}

/** Reads the text of a `names.yaml`. */
export function parseNames(text: string): NamesFile {
  return namesOf(parseYaml(text, file))
}

const file = 'names.yaml'

function namesOf(source: Partial<NamesFile>): NamesFile {
  return { file, names: source.names ?? {}, operations: source.operations ?? {} }
}
