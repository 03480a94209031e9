import { posix } from 'node:path'
import ts from 'typescript'

/**
 * Leaves out what no entry leads to, and its maps: scripts of modules that hold only types, and declarations of modules that are nobody's to import and
 * whose types are in no public signature.
 *
 * @param outputs texts by path
 * @param entries paths of the scripts that entries lead to
 */
export function reachable(outputs: Map<string, string>, entries: readonly string[]): Map<string, string> {
  const reached = new Set<string>()
  const follow = (path: string, extension: string) => {
    const text = outputs.get(path)
    if (text === undefined || reached.has(path)) return
    reached.add(path).add(`${path}.map`)
    for (const imported of relativeImports(text)) {
      follow(posix.join(posix.dirname(path), imported).replace(/\.js$/, extension), extension)
    }
  }
  for (const extension of ['.js', '.d.ts']) {
    for (const entry of entries) follow(entry.replace(/\.js$/, extension), extension)
  }
  return new Map([...outputs].filter(([path]) => reached.has(path)))
}

/** The relative modules that a script or a declaration imports, as they are written there. */
export function relativeImports(text: string): string[] {
  const imported = ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => fileName)
  return imported.filter((name) => name.startsWith('.'))
}
