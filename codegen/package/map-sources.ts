import { readFileSync } from 'node:fs'
import { posix } from 'node:path'

/**
 * Adds the sources that maps lead to, and lets the maps lead there. They lie in a folder of their own inside of `dist/`: at the top of the package,
 * a compiler that does not read `exports` would take `runtime/` and `testing/` for the entries of these names.
 *
 * @param outputs texts by path
 * @param folder where the sources are read, with a slash at the end
 */
export function withSources(outputs: Map<string, string>, folder: string): Map<string, string> {
  const all = new Map(outputs)
  for (const [path, text] of outputs) {
    if (!path.endsWith('.map')) continue
    const map = JSON.parse(text) as { sources: string[] }
    const from = posix.dirname(path)
    map.sources = map.sources.map((written) => {
      const source = posix.join(from, written)
      const shipped = `dist/source/${source}`
      all.set(shipped, readFileSync(folder + source, 'utf8'))
      return posix.relative(from, shipped)
    })
    all.set(path, JSON.stringify(map))
  }
  return all
}
