import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join, relative, sep } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const bench = fileURLToPath(new URL('.', import.meta.url))
const notCopied = new Set(['.git', 'bench', 'coverage', 'dist', 'node_modules'])
const peers = ['tiktok-shop', 'tiktok-shop-client', 'tiktok-shop-sdk']

/**
 * Where it is measured: a copy of the repository, taken once, so that work that goes on in it is neither disturbed nor measured by halves;
 * and a project that has installed the package as it would be published.
 */
export class Workplace {
  readonly folder = mkdtempSync(join(tmpdir(), 'tiktok-shop-bench-'))
  #repository: string | undefined
  #app: string | undefined

  /** The copy of the repository. */
  get repository(): string {
    return (this.#repository ??= this.#copy())
  }

  /** A project with the package, built and packed, and its peers in `node_modules`. */
  get app(): string {
    return (this.#app ??= this.#install())
  }

  /** The versions of the API, oldest first, without the one that is another API. */
  get pins(): string[] {
    return readdirSync(join(root, 'specs')).filter((name) => /^20\d{4}$/.test(name) && name > '202212')
  }

  /** The newest version of the API. */
  get newestPin(): string {
    return this.pins.at(-1)!
  }

  /** Imports a module of the installed package. */
  async importInstalled<T>(specifier: string): Promise<T> {
    const file = createRequire(join(this.app, 'app.js')).resolve(specifier)
    return (await import(pathToFileURL(file).href)) as T
  }

  /** Makes an empty folder below the workplace. */
  emptyFolder(name: string): string {
    const folder = join(this.folder, name)
    rmSync(folder, { recursive: true, force: true })
    mkdirSync(folder, { recursive: true })
    return folder
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true })
  }

  #copy(): string {
    const copy = join(this.folder, 'repository')
    const isKept = (source: string) =>
      !relative(root, source)
        .split(sep)
        .some((name) => notCopied.has(name))
    cpSync(root, copy, { recursive: true, filter: isKept })
    symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'))
    return copy
  }

  #install(): string {
    const cwd = this.repository
    execFileSync('npm', ['run', '--silent', 'build'], { cwd })
    execFileSync('npm', ['pack', '--silent', '--ignore-scripts', '--pack-destination', this.folder], { cwd })
    const tarball = readdirSync(this.folder).find((name) => name.endsWith('.tgz'))!
    const app = this.emptyFolder('app')
    const installed = join(app, 'node_modules/tiktok-shop-openapi')
    mkdirSync(installed, { recursive: true })
    execFileSync('tar', ['-xzf', join(this.folder, tarball), '-C', installed, '--strip-components=1'])
    symlinkSync(join(root, 'node_modules/openapi-fetch'), join(app, 'node_modules/openapi-fetch'))
    for (const name of peers) symlinkSync(join(bench, 'node_modules', name), join(app, 'node_modules', name))
    writeFileSync(join(app, 'package.json'), '{ "type": "module", "private": true }\n')
    if (!existsSync(join(installed, 'dist'))) throw new Error('the package holds no dist/: does `npm run build` work?')
    return app
  }
}
