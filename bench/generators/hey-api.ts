import { createClient } from '@hey-api/openapi-ts'
import { join } from 'node:path'
import { documentFiles } from '../documents.ts'

// @hey-api/openapi-ts on each document, with what it does by default: types, functions and its fetch client.

const [specs = '', out = ''] = process.argv.slice(2)
await createClient(
  documentFiles(specs).map((file) => ({
    input: join(specs, file),
    output: join(out, file.replace('.json', '')),
    logs: { level: 'silent' as const },
  })),
)
