import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { generatedVersions } from '../../codegen/package-exports.ts'
import { packed } from './packed.ts'

interface Finding {
  kind: string
  entrypoint?: string
  resolutionKind?: string
}

interface Report {
  analysis: { entrypoints: Record<string, unknown>; problems: Finding[] }
}

const cli = new URL('../../node_modules/@arethetypeswrong/cli/dist/index.js', import.meta.url).pathname
let report: Report

/** Entries of all kinds. Each version has the same ones, made by the same function, and all of them would take minutes. */
const entries = [
  '.',
  './testing',
  './runtime',
  './runtime/raw',
  ...['202212', '202309', '202507', generatedVersions().at(-1)!].flatMap((version) => [
    `./${version}`,
    `./${version}/raw`,
    `./${version}/error-codes`,
    `./${version}/order`,
  ]),
]

beforeAll(async () => {
  const { tarball } = await packed()
  const file = join(mkdtempSync(join(tmpdir(), 'types-wrong-')), 'report.json')
  const args = [cli, tarball, '--format', 'json', '--entrypoints', ...entries]
  // Into a file: the tool exits before a pipe has taken all of its report.
  const child = spawn(process.execPath, args, { stdio: ['ignore', openSync(file, 'w'), 2] })
  await once(child, 'close')
  report = JSON.parse(readFileSync(file, 'utf8')) as Report
  rmSync(dirname(file), { recursive: true })
}, 600_000)

/** What arethetypeswrong may say, and why it stays so. Each must occur: an entry that does no longer is to be taken out. */
const accepted: Record<string, string> = {
  'CJSResolvesToESM node16-cjs':
    'The package is ESM alone. Node loads it by require() from 20.19 on, which is the oldest that `engines` names, and TypeScript from 5.8 on knows that.',
  'NoResolution node10':
    '`moduleResolution: node10` does not read `exports`; TypeScript 7 has no such setting any more, and the compiler names the settings that work.',
}

test('arethetypeswrong finds nothing but what is accepted', () => {
  const kinds = new Set(report.analysis.problems.map(({ kind, resolutionKind }) => `${kind} ${resolutionKind}`))
  for (const [kind, reason] of Object.entries(accepted)) console.log(`accepted: ${kind}. ${reason}`)
  expect([...kinds].sort()).toEqual(Object.keys(accepted))
})

test('every kind of entry was looked at, and all are alike', () => {
  expect(Object.keys(report.analysis.entrypoints)).toEqual(entries)
  for (const entry of entries) {
    const findings = report.analysis.problems.filter(({ entrypoint }) => entrypoint === entry)
    expect([entry, findings.map(({ kind }) => kind).sort()]).toEqual([entry, ['CJSResolvesToESM', 'NoResolution']])
  }
})
