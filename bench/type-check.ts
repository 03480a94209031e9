import { mkdirSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { mergeDocuments } from './documents.ts'
import { generator } from './generation.ts'
import { compare, type Figure, type Goal, type Measurement } from './measurement.ts'
import { takeTurns } from './rounds.ts'
import { heyApiCalls, openapiFetchCalls, typedCalls } from './thirty-calls.ts'
import { timedProcess } from './timed-process.ts'
import type { Workplace } from './workplace.ts'

const rounds = 3
const compiler = createRequire(import.meta.url).resolve('typescript/bin/tsc')
const settings = {
  target: 'es2022',
  lib: ['es2022', 'dom', 'dom.iterable'],
  module: 'esnext',
  moduleResolution: 'bundler',
  moduleDetection: 'force',
  types: [],
  strict: true,
  skipLibCheck: true,
  noEmit: true,
}

/** What `tsc --extendedDiagnostics` says of a project. */
export interface CheckCost {
  types: number
  instantiations: number
  megabytes: number
  checkSeconds: number
  totalSeconds: number
}

/** What the types cost whoever compiles. */
export const typeCheck: Measurement = {
  name: 'type-check',
  about: `tsc of TypeScript 5.9 on a file with 30 calls of ten domains that reads a field of each answer, less what it takes for an empty file. The
others have all versions in one: openapi-fetch over one \`paths\`, hey-api one set of functions, from one merged document.`,
  measure: async (workplace) => {
    const { app, newestPin } = workplace
    const projects = {
      empty: typeProject(app, 'empty', ''),
      oldest: typeProject(app, 'oldest', typedCalls('tiktok-shop-openapi/202309')),
      newest: typeProject(app, 'newest', typedCalls(`tiktok-shop-openapi/${newestPin}`)),
      openapiFetch: typeProject(app, 'openapi-fetch', openapiFetchCalls('../all/000000/all')),
      heyApi: typeProject(app, 'hey-api', heyApiCalls('../all-functions/000000/all')),
    }
    writePeers(workplace)
    const costs: Record<string, CheckCost[]> = {}
    const check = (name: keyof typeof projects) => () => {
      const cost = checkTypes(projects[name])
      ;(costs[name] ??= []).push(cost)
      return cost.totalSeconds
    }
    await takeTurns(rounds, {
      empty: check('empty'),
      oldest: check('oldest'),
      newest: check('newest'),
      openapiFetch: check('openapiFetch'),
      heyApi: check('heyApi'),
    })
    const over = (name: keyof typeof projects) => overEmpty(costs[name]!, costs['empty']!)
    return [
      ...compareChecks(newestPin, over('newest'), 'openapi-fetch', over('openapiFetch'), goals),
      ...compareChecks(newestPin, over('newest'), 'hey-api', over('heyApi')),
      ...compareChecks('202309', over('oldest'), 'openapi-fetch', over('openapiFetch')),
    ]
  },
}

const goals: Partial<Record<keyof CheckCost, number>> = { types: 1000, instantiations: 100, checkSeconds: 0.15 }

const kinds = {
  types: ['types', ''],
  instantiations: ['instantiations', ''],
  checkSeconds: ['check', 's'],
  totalSeconds: ['all of tsc', 's'],
  megabytes: ['memory', 'MB'],
} as const satisfies Record<keyof CheckCost, readonly [string, string]>

/** Puts one set of checks beside another, kind by kind. */
export function compareChecks(
  what: string,
  ours: readonly CheckCost[],
  against: string,
  theirs: readonly CheckCost[],
  atMost: Partial<Record<keyof CheckCost, number>> = {},
): Figure[] {
  return (Object.keys(kinds) as (keyof CheckCost)[]).map((kind) => {
    const [name, unit] = kinds[kind]
    const most = atMost[kind]
    const goal: Goal | undefined = most === undefined ? undefined : { of: 'ours', atMost: most }
    const figures = (costs: readonly CheckCost[]) => costs.map((cost) => cost[kind])
    return compare(`${what}: ${name}`, unit, figures(ours), against, figures(theirs), goal)
  })
}

/** Takes off what an empty file costs in the same round. */
export function overEmpty(costs: readonly CheckCost[], empty: readonly CheckCost[]): CheckCost[] {
  const names = Object.keys(kinds) as (keyof CheckCost)[]
  return costs.map((cost, round) => {
    const over = names.map((name) => [name, cost[name] - empty[round]![name]])
    return Object.fromEntries(over) as unknown as CheckCost
  })
}

/** Makes a project with one file. */
export function typeProject(app: string, name: string, text: string): string {
  const folder = join(app, name)
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'calls.ts'), `${text}\n`)
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions: settings, files: ['calls.ts'] }))
  return folder
}

/** @throws {Error} when the project does not compile: its figures would be those of something else. */
export function checkTypes(project: string): CheckCost {
  const { stdout } = timedProcess([compiler, '--extendedDiagnostics', '-p', project], project)
  const figure = (name: string) => Number(new RegExp(`^${name}:\\s+([\\d.]+)`, 'm').exec(stdout)?.[1])
  return {
    types: figure('Types'),
    instantiations: figure('Instantiations'),
    megabytes: figure('Memory used') / 1024,
    checkSeconds: figure('Check time'),
    totalSeconds: figure('Total time'),
  }
}

function writePeers(workplace: Workplace): void {
  const { app, repository } = workplace
  const merged = join(workplace.emptyFolder('merged-for-types'), '000000')
  mkdirSync(merged)
  writeFileSync(join(merged, 'all.json'), JSON.stringify(mergeDocuments(join(repository, 'specs'))))
  timedProcess([generator('openapi-typescript'), join(merged, '..'), join(app, 'all')], app)
  timedProcess([generator('hey-api'), join(merged, '..'), join(app, 'all-functions')], app)
}
