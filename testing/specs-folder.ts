import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import type { SpecDocument } from './spec-document.ts'

/** Where a fake shop gets its OpenAPI documents from. A name is `<version>/<domain>`, such as `202309/order`. */
export interface SpecSource {
  /** Lists the names of all documents; nothing is loaded for it. */
  names(): readonly string[]
  /** Returns a document by its name; called once for each, when a request first needs it. */
  load(name: string): SpecDocument
}

/**
 * Returns the documents of a folder laid out as `<version>/<domain>.json`, read from disk only when they are needed.
 *
 * @param folder default: the specs that this package brings
 * @throws Error when the folder does not exist
 */
export function specsFolder(folder?: string | URL): SpecSource {
  const root = folder === undefined ? packagedSpecs() : asFolder(folder)
  if (!existsSync(root))
    throw new Error(`There are no specs in ${root.pathname}. Give the folder that holds 202309/order.json.`)
  const names = readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && /^\d{6}$/.test(entry.name))
    .flatMap((version) =>
      readdirSync(new URL(`${version.name}/`, root))
        .filter((file) => file.endsWith('.json'))
        .map((file) => `${version.name}/${file.slice(0, -'.json'.length)}`),
    )
    .sort()
  return {
    names: () => names,
    load: (name) => JSON.parse(readFileSync(new URL(`${name}.json`, root), 'utf8')) as SpecDocument,
  }
}

/** Returns OpenAPI documents that are in memory already as a source, for private APIs, tests and browsers. */
export function specsOf(documents: readonly SpecDocument[]): SpecSource {
  const byName = new Map(documents.map((document) => [`${document.info.version}/${domainOf(document)}`, document]))
  return { names: () => [...byName.keys()], load: (name) => byName.get(name) as SpecDocument }
}

function domainOf(document: SpecDocument): string {
  return document.tags?.[0]?.name ?? document.info.title.split(': ').at(-1) ?? document.info.title
}

function asFolder(folder: string | URL): URL {
  const url = typeof folder === 'string' ? pathToFileURL(folder) : folder
  return url.pathname.endsWith('/') ? url : new URL(`${url.href}/`)
}

/** The specs lie beside testing/ in the source and one level higher in the build. */
function packagedSpecs(): URL {
  const beside = new URL('../specs/', import.meta.url)
  return existsSync(beside) ? beside : new URL('../../specs/', import.meta.url)
}
