import { readFileSync } from 'node:fs'

/** Returns the version of this package, from the package.json nearest above this file (the folder differs between source and build). */
export function packageVersion(): string {
  for (let folder = new URL('..', import.meta.url); ; folder = new URL('..', folder)) {
    try {
      const { name, version } = JSON.parse(readFileSync(new URL('package.json', folder), 'utf8')) as Record<
        string,
        string
      >
      if (name === 'tiktok-shop-openapi' && version) return version
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    }
    if (folder.pathname === '/')
      throw new Error('tiktok-shop-openapi: its package.json is not above ' + import.meta.url)
  }
}
