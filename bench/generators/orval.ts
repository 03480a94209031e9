import { join } from 'node:path'
import { generate } from 'orval'
import { documentFiles } from '../documents.ts'

// orval on each document, with its fetch client and defaults beside: types and functions. It congratulates on each; main.ts keeps that from the terminal.

const [specs = '', out = ''] = process.argv.slice(2)
for (const file of documentFiles(specs)) {
  await generate({
    input: { target: join(specs, file) },
    output: { target: join(out, file.replace('.json', '.ts')), client: 'fetch' },
  })
}
