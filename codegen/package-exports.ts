import { readFileSync, readdirSync, writeFileSync } from 'node:fs'

/** Where an entry of the package leads: to the sources inside this repository, to the build for everyone else. */
interface Entry {
  'tiktok-shop-source'?: string
  types: string
  default: string
}

const root = new URL('../', import.meta.url)

/**
 * Composes `exports` of package.json: the root, one entry per version with its path client, error codes and domains, the fake shop, what clients
 * import that users generate for themselves, and nothing deeper: what the files of versions share among each other is closed.
 */
export function packageExports(versions: string[]): Record<string, Entry | string | null> {
  const ofVersions = versions.flatMap((version) => [
    [`./${version}`, entry(`generated/${version}/index`)] as const,
    [`./${version}/raw`, entry(`generated/${version}/raw`)] as const,
    [`./${version}/error-codes`, entry(`generated/${version}/error-codes`)] as const,
    [`./${version}/internal/*`, null] as const,
    [`./${version}/index`, null] as const,
    [`./${version}/*`, domains(`generated/${version}/*`)] as const,
  ])
  return {
    '.': entry('runtime/index'),
    './testing': entry('testing/index'),
    './runtime': entry('runtime/client'),
    './runtime/raw': entry('runtime/raw-client'),
    ...Object.fromEntries(ofVersions),
    './package.json': './package.json',
  }
}

function entry(path: string): Entry {
  return {
    'tiktok-shop-source': `./${path}.ts`,
    types: `./dist/${path}.d.ts`,
    default: `./dist/${path}.js`,
  }
}

/** The sources stay out: they are not in the package, and publint takes a pattern that matches nothing for a mistake. */
function domains(path: string): Entry {
  return { types: `./dist/${path}.d.ts`, default: `./dist/${path}.js` }
}

/** The versions that are generated, oldest first. */
export function generatedVersions(): string[] {
  return readdirSync(new URL('generated/', root))
    .filter((name) => /^\d{6}$/.test(name))
    .sort()
}

if (import.meta.main) {
  const file = new URL('package.json', root)
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>
  manifest['exports'] = packageExports(generatedVersions())
  writeFileSync(file, JSON.stringify(manifest, null, 2) + '\n')
}
