import { readFileSync, readdirSync } from 'node:fs'

type Target = string | null | { [condition: string]: Target }

/** Lists the sources that package.json leads to: of its entries, its own `#` imports and its commands; sorted, each once. */
export function packageSources(root: URL): string[] {
  const { exports, imports, bin } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8')) as {
    exports: Target
    imports: Target
    bin: Record<string, string>
  }
  const scripts = [...targets(exports), ...targets(imports), ...Object.values(bin)].filter((path) =>
    path.endsWith('.js'),
  )
  const sources = scripts.map((path) => path.replace(/^(\.\/)?dist\//, '').replace(/\.js$/, '.ts'))
  return [...new Set(sources.flatMap((path) => matching(root, path)))].sort()
}

/** Lists the files that a pattern such as `generated/202309/*.ts` stands for. */
function matching(root: URL, path: string): string[] {
  const [folder = '', ending] = path.split('*')
  if (ending === undefined) return [path]
  const files = readdirSync(new URL(folder, root)).filter((name) => name.endsWith(ending))
  return files.map((name) => folder + name)
}

function targets(target: Target): string[] {
  if (target === null) return []
  return typeof target === 'string' ? [target] : Object.values(target).flatMap(targets)
}
