import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'

/** An OpenAPI document, as far as it is rewritten here. */
interface Document {
  paths: Record<string, Record<string, object>>
  components: { schemas: Record<string, object> }
}

/** The paths of all documents `<version>/<domain>.json` below a folder. */
export function documentFiles(specs: string): string[] {
  const versions = readdirSync(specs).filter((name) => /^\d{6}$/.test(name))
  return versions.sort().flatMap((version) => readdirSync(join(specs, version)).map((file) => join(version, file)))
}

/**
 * Puts all documents into one, as the tools want it that know nothing of versions and domains. Schemas and operations get domain and
 * version before their names, since the same name means another thing in another document.
 */
export function mergeDocuments(specs: string): Document {
  const renamed = documentFiles(specs).map((file) => {
    const domain = pascal(basename(file, '.json'))
    const prefix = domain + file.slice(0, 6)
    return renameDocument(readFileSync(join(specs, file), 'utf8'), (name) => prefix + name, operationName(prefix))
  })
  return renamed.reduce(addDocument)
}

/** The name that an operation has in the merged document. */
export function mergedOperation(version: string, domain: string, operation: string): string {
  return operationName(pascal(domain) + version)(operation)
}

/** Writes documents of one version that are several times as large: each path, schema and operation again under other names. */
export function writeRepeated(specs: string, version: string, domains: readonly string[], times: number, to: string) {
  mkdirSync(join(to, version), { recursive: true })
  for (const domain of domains) {
    const text = readFileSync(join(specs, version, `${domain}.json`), 'utf8')
    const copies = Array.from({ length: times }, (_, copy) => {
      if (copy === 0) return JSON.parse(text) as Document
      const document = renameDocument(
        text,
        (name) => `${name}Copy${String(copy)}`,
        (name) => `${name}Copy${String(copy)}`,
      )
      return { ...document, paths: renameKeys(document.paths, (path) => `${path}/copy${String(copy)}`) }
    })
    writeFileSync(join(to, version, `${domain}.json`), JSON.stringify(copies.reduce(addDocument), null, 2))
  }
}

function renameDocument(
  text: string,
  schemaName: (name: string) => string,
  operation: (name: string) => string,
): Document {
  const document = JSON.parse(text, (key, value: unknown) => {
    if (key === 'operationId') return operation(value as string)
    if (key !== '$ref' || typeof value !== 'string') return value
    return value.replace(
      /^(#\/components\/schemas\/)(.+)$/,
      (_, place: string, name: string) => place + schemaName(name),
    )
  }) as Document
  document.components.schemas = renameKeys(document.components.schemas, schemaName)
  return document
}

function addDocument(all: Document, { paths, components }: Document): Document {
  Object.assign(all.components.schemas, components.schemas)
  for (const [path, methods] of Object.entries(paths)) all.paths[path] = { ...all.paths[path], ...methods }
  return all
}

function renameKeys<T>(record: Record<string, T>, rename: (key: string) => string): Record<string, T> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [rename(key), value]))
}

function operationName(prefix: string): (name: string) => string {
  return (name) => prefix[0]!.toLowerCase() + prefix.slice(1) + name[0]!.toUpperCase() + name.slice(1)
}

function pascal(name: string): string {
  return name.replaceAll(/(?:^|_)(\w)/g, (_, letter: string) => letter.toUpperCase())
}
