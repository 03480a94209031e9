import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'

const root = fileURLToPath(new URL('../../../', import.meta.url))

/** What an editor shows: asked of the real language service, for a file in the root of this repository that exists in memory only. */
export interface Editor {
  /** What hovering the last letter of a text shows, where it first occurs; `behind` is what must follow it. */
  hover(text: string, behind?: string): Shown
  /** The entries of the completion list behind a text, each with what the editor shows beside it. */
  completions(text: string): (Shown & { name: string; isDeprecated: boolean })[]
  /** What the compiler says of the file. */
  errors(): string[]
}

/** A signature, and the documentation below it, tags included. */
export interface Shown {
  signature: string
  documentation: string
}

/** Opens a file with this text. */
export function openEditor(source: string): Editor {
  const file = `${root}editor.ts`
  const { config } = ts.readConfigFile(`${root}tsconfig.json`, (path) => readFileSync(path, 'utf8')) as {
    config: object
  }
  const { options } = ts.parseJsonConfigFileContent({ ...config, include: [], files: [] }, ts.sys, root)
  const service = ts.createLanguageService({
    getScriptFileNames: () => [file],
    getProjectVersion: () => '1',
    getScriptVersion: () => '1',
    getScriptSnapshot: (path) => {
      const text = path === file ? source : existsSync(path) ? readFileSync(path, 'utf8') : undefined
      return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text)
    },
    getCurrentDirectory: () => root,
    getCompilationSettings: () => options,
    getDefaultLibFileName: ts.getDefaultLibFilePath,
    fileExists: (path) => path === file || existsSync(path),
    readFile: (path) => readFileSync(path, 'utf8'),
  })
  const endOf = (text: string, behind = '') => {
    const start = source.indexOf(text + behind)
    if (start < 0) throw new Error(`The file has no ${text}`)
    return start + text.length
  }
  return {
    hover: (text, behind) => shown(service.getQuickInfoAtPosition(file, endOf(text, behind) - 1)),
    completions: (text) => {
      const at = endOf(text)
      const entries = service.getCompletionsAtPosition(file, at, {})?.entries ?? []
      return entries.map(({ name, source: from, data, kindModifiers }) => {
        const details = service.getCompletionEntryDetails(file, at, name, {}, from, {}, data)
        return { name, isDeprecated: kindModifiers?.includes('deprecated') === true, ...shown(details) }
      })
    },
    errors: () =>
      [...service.getSyntacticDiagnostics(file), ...service.getSemanticDiagnostics(file)].map(({ messageText }) =>
        ts.flattenDiagnosticMessageText(messageText, '\n'),
      ),
  }
}

function shown(info: ts.QuickInfo | ts.CompletionEntryDetails | undefined): Shown {
  const tags = (info?.tags ?? []).map(({ name, text }) => `@${name} ${ts.displayPartsToString(text)}`)
  return {
    signature: ts.displayPartsToString(info?.displayParts),
    documentation: [ts.displayPartsToString(info?.documentation), ...tags].filter((line) => line !== '').join('\n'),
  }
}
