import { BaseResolver, lint, lintDocument, loadConfig, makeDocumentFromString } from '@redocly/openapi-core'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { listDocuments } from '../../../codegen/specs/write/write-folder.ts'
import { specsFolder } from './documents.ts'

const config = await loadConfig({ configPath: fileURLToPath(new URL('../../../redocly.yaml', import.meta.url)) })

test("every document passes Redocly's recommended rules", async () => {
  const documents = listDocuments(specsFolder)
  const findings = await Promise.all(documents.map((path) => lint({ ref: join(specsFolder, path), config })))
  expect(documents.length).toBeGreaterThan(100)
  expect(
    findings.flat().map(({ ruleId, message, location }) => `${ruleId} ${location[0]?.pointer}: ${message}`),
  ).toEqual([])
})

test('the linter does find what is wrong', async () => {
  const text = JSON.stringify({
    openapi: '3.1.0',
    info: { title: 'x', version: '1' },
    paths: { '/a': { get: { responses: {} } } },
  })
  const document = makeDocumentFromString(text, 'wrong.json')
  const findings = await lintDocument({ document, config, externalRefResolver: new BaseResolver() })
  expect(findings.map(({ ruleId }) => ruleId)).toContain('operation-summary')
})
