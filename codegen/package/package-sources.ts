import { readFileSync } from 'node:fs'

type Target = string | { [condition: string]: Target }

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
  return [...new Set(sources)].sort()
}

function targets(target: Target): string[] {
  return typeof target === 'string' ? [target] : Object.values(target).flatMap(targets)
}
