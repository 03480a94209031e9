import { join } from 'node:path'
import { startTsServer } from './tsserver.ts'

/** What the server shows for a name: its signature, and the documentation below it, tags included. */
export interface Shown {
  signature: string
  documentation: string
}

/** An entry of a completion list. */
export interface Entry extends Shown {
  name: string
}

interface Tag {
  name: string
  text?: string
}

interface Part {
  text: string
}

/** An editor with the files of a project open. */
export interface Editor {
  /** What hovering the last letter of a text shows, where it first occurs in the file; `behind` is what must follow it. */
  hover(file: string, text: string, behind?: string): Promise<Shown>
  /** The names that are offered behind a text, in the order of the list. */
  offered(file: string, behind: string): Promise<string[]>
  /** The completion list behind a text, each entry with what the editor shows beside it. */
  completions(file: string, behind: string): Promise<Entry[]>
  /** Types a text behind another one; what it gives takes it out again. */
  type(file: string, behind: string, typed: string): () => void
  /** Messages of all errors of a file. */
  errors(file: string): Promise<string[]>
  close(): void
}

/** Opens these files, by name, of the project in a folder. */
export function openEditor(folder: string, files: Record<string, string>): Editor {
  const server = startTsServer(folder)
  const path = (file: string) => join(folder, file)
  server.tell('configure', {
    preferences: { includeCompletionsForModuleExports: true, includeCompletionsWithInsertText: true },
  })
  for (const [file, fileContent] of Object.entries(files)) server.tell('open', { file: path(file), fileContent })
  const place = (file: string, text: string, behind: string, back: number) => ({
    file: path(file),
    ...placeIn(files[file]!, text, behind, back),
  })
  const list = async (at: object) => {
    const answer = await server.ask<{ entries: { name: string; source?: string }[] }>('completionInfo', at)
    // What would have to be imported first is the editor's affair, not the package's.
    return (answer?.entries ?? []).filter(({ source }) => !source).map(({ name }) => name)
  }
  return {
    hover: async (file, text, behind = '') => {
      const info = await server.ask<{ displayString: string; documentation: string; tags: Tag[] }>(
        'quickinfo',
        place(file, text, behind, 1),
      )
      if (!info) throw new Error(`Hovering ${text} shows nothing`)
      return { signature: info.displayString, documentation: withTags(info.documentation, info.tags) }
    },
    offered: (file, behind) => list(place(file, behind, '', 0)),
    completions: async (file, behind) => {
      const at = place(file, behind, '', 0)
      const entryNames = await list(at)
      type Details = { name: string; displayParts: Part[]; documentation: Part[]; tags: Tag[] }[]
      const details = await server.ask<Details>('completionEntryDetails', { ...at, entryNames })
      return details!.map(({ name, displayParts, documentation, tags }) => ({
        name,
        signature: joined(displayParts),
        documentation: withTags(joined(documentation), tags),
      }))
    },
    type: (file, behind, typed) => {
      const { line, offset, ...at } = place(file, behind, '', 0)
      const change = (length: number, insertString: string) =>
        server.tell('change', { ...at, line, offset, endLine: line, endOffset: offset + length, insertString })
      change(0, typed)
      return () => change(typed.length, '')
    },
    errors: (file) => server.errors(path(file)),
    close: () => server.close(),
  }
}

/** Line and column as the server counts them, from 1. */
function placeIn(source: string, text: string, behind: string, back: number): { line: number; offset: number } {
  const start = source.indexOf(text + behind)
  if (start < 0) throw new Error(`The file has no ${text}${behind}`)
  const lines = source.slice(0, start + text.length - back).split('\n')
  return { line: lines.length, offset: lines.at(-1)!.length + 1 }
}

function joined(parts: Part[]): string {
  return parts.map(({ text }) => text).join('')
}

function withTags(documentation: string, tags: Tag[]): string {
  return [documentation, ...tags.map(({ name, text = '' }) => `@${name} ${text}`)]
    .filter((line) => line !== '')
    .join('\n')
}
