import { posix } from 'node:path'

/**
 * Leaves out the declarations, and their maps, that no entry leads to: most modules of the runtime are nobody's to import, and their types are in no
 * signature that is.
 *
 * @param outputs texts by path
 * @param entries paths of the scripts that entries lead to
 */
export function withReachableDeclarations(
  outputs: Map<string, string>,
  entries: readonly string[],
): Map<string, string> {
  const reached = new Set<string>()
  const follow = (path: string) => {
    const text = outputs.get(path)
    if (text === undefined || reached.has(path)) return
    reached.add(path)
    for (const imported of relativeImports(text)) follow(declarationOf(posix.join(posix.dirname(path), imported)))
  }
  for (const entry of entries) follow(declarationOf(entry))
  const isReached = (path: string) => !/\.d\.ts(\.map)?$/.test(path) || reached.has(path.replace(/\.map$/, ''))
  return new Map([...outputs].filter(([path]) => isReached(path)))
}

/** The relative modules that a script or a declaration imports, as they are written there. */
export function relativeImports(text: string): string[] {
  return [...text.matchAll(/(?:\bfrom|\bimport\(|\bimport) ?(['"])(\.{1,2}\/[^'"\n]+)\1/g)].map((match) => match[2]!)
}

function declarationOf(script: string): string {
  return script.replace(/\.js$/, '.d.ts')
}
