import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import openapiTS, { astToString } from 'openapi-typescript'
import { documentFiles } from '../documents.ts'

// openapi-typescript on each document, as its README shows it: types of paths and components, and nothing that runs.

const [specs = '', out = ''] = process.argv.slice(2)
for (const file of documentFiles(specs)) {
  const target = join(out, file.replace('.json', '.d.ts'))
  mkdirSync(dirname(target), { recursive: true })
  writeFileSync(target, astToString(await openapiTS(pathToFileURL(join(specs, file)))))
}
