import { writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type * as Pin from '../generated/202309/index.ts'
import { answers } from './answers.ts'
import { kilobytes } from './bundle-size.ts'
import { microsecondsPerCall } from './call.ts'
import { credentials } from './contenders.ts'
import { writeRepeated } from './documents.ts'
import { generateOurs } from './generation.ts'
import { importer } from './import-time.ts'
import { compare, type Figure, type Measurement } from './measurement.ts'
import { takeTurns } from './rounds.ts'
import { typedCalls } from './thirty-calls.ts'
import { timedProcess, type ProcessCost } from './timed-process.ts'
import { checkTypes, overEmpty, typeProject, type CheckCost } from './type-check.ts'
import type { Workplace } from './workplace.ts'

const version = '202309'
const domains = ['order', 'fulfillment', 'return_refund', 'finance', 'logistics']
const sizes = [1, 5, 10] as const
const tenfold = { of: 'ratio', atMost: 10 } as const

/** What becomes of all this when the specs are ten times as large. */
export const growth: Measurement = {
  name: 'growth',
  about: `Five domains of ${version}, once and ten times: each path, operation and schema again under nine other names. "Per copy" is what one more copy
costs on the way from 5 to 10, beside what it costs from 1 to 5: 1.00 is linear.`,
  measure: async (workplace) => [
    ...(await generationGrowth(workplace)),
    ...(await importGrowth(workplace)),
    await bundleGrowth(workplace),
    ...(await typeGrowth(workplace)),
    ...(await callGrowth(workplace)),
  ],
}

async function generationGrowth(workplace: Workplace): Promise<Figure[]> {
  const costs: Record<number, ProcessCost[]> = {}
  const generate = (times: number) => {
    const specs = workplace.emptyFolder(`specs-${String(times)}`)
    writeRepeated(join(workplace.repository, 'specs'), version, domains, times, specs)
    return () => {
      const cost = generateOurs(workplace, specs, outputName(times))
      ;(costs[times] ??= []).push(cost)
      return cost.seconds
    }
  }
  const turns = await takeTurns(3, { one: generate(1), five: generate(5), ten: generate(10) })
  for (const times of sizes) compile(workplace, times)
  const perCopy = (more: number[], fewer: number[], copies: number) =>
    more.map((figure, round) => (figure - fewer[round]!) / copies)
  const memory = (times: number) => costs[times]!.map(({ megabytes }) => megabytes)
  return [
    compare('generation, 10 times', 's', turns.ten, 'once', turns.one, tenfold),
    compare(
      'generation, per copy from 5 to 10',
      's',
      perCopy(turns.ten, turns.five, 5),
      'from 1 to 5',
      perCopy(turns.five, turns.one, 4),
      { of: 'ratio', atMost: 1.25 },
    ),
    compare('generation, peak memory, 10 times', 'MB', memory(10), 'once', memory(1), tenfold),
  ]
}

async function importGrowth(workplace: Workplace): Promise<Figure[]> {
  const turns = await takeTurns(15, {
    empty: importer(workplace),
    one: importer(workplace, entry(1)),
    ten: importer(workplace, entry(10)),
  })
  const added = (figures: number[]) => figures.map((figure, round) => figure - turns.empty[round]!)
  return [compare('import, 10 times', 'ms', added(turns.ten), 'once', added(turns.one), tenfold)]
}

async function bundleGrowth(workplace: Workplace): Promise<Figure> {
  const size = (times: number) => kilobytes(workplace, `export { createClient } from '${entry(times)}'`)
  return compare('bundle, 10 times', 'KB', [await size(10)], 'once', [await size(1)], tenfold)
}

async function typeGrowth(workplace: Workplace): Promise<Figure[]> {
  const { app } = workplace
  const project = (times: number) =>
    typeProject(app, `grown-types-${String(times)}`, typedCalls(`.${entry(times)}`, domains))
  const projects = { empty: typeProject(app, 'grown-types-0', ''), one: project(1), ten: project(10) }
  const costs: Record<keyof typeof projects, CheckCost[]> = { empty: [], one: [], ten: [] }
  const check = (name: keyof typeof projects) => () => costs[name].push(checkTypes(projects[name]))
  await takeTurns(3, { empty: check('empty'), one: check('one'), ten: check('ten') })
  const over = (name: 'one' | 'ten') => overEmpty(costs[name], costs.empty)
  const figure = (what: string, unit: string, kind: keyof CheckCost) => {
    const [ten, one] = [over('ten'), over('one')].map((all) => all.map((cost) => cost[kind])) as [number[], number[]]
    return compare(`${what}, 10 times`, unit, ten, 'once', one, tenfold)
  }
  return [
    figure('all of tsc', 's', 'totalSeconds'),
    figure('memory of tsc', 'MB', 'megabytes'),
    figure('types', '', 'types'),
  ]
}

async function callGrowth(workplace: Workplace): Promise<Figure[]> {
  const response = () => Promise.resolve(new Response(answers.noOrder))
  const options = { ...credentials, fetch: response }
  const search = { page_size: 20, order_status: 'AWAITING_SHIPMENT' }
  const calls = async (times: number) => {
    const { createClient } = (await import(pathToFileURL(join(workplace.app, entry(times))).href)) as typeof Pin
    const client = createClient(options)
    return {
      call: () => microsecondsPerCall(() => client.order.getOrderList(search)),
      clientAndCall: () => microsecondsPerCall(() => createClient(options).order.getOrderList(search)),
    }
  }
  const [one, ten] = [await calls(1), await calls(10)]
  const turns = await takeTurns(30, {
    one: one.call,
    ten: ten.call,
    oneClient: one.clientAndCall,
    tenClient: ten.clientAndCall,
  })
  return [
    compare('a call, 10 times', 'µs', turns.ten, 'once', turns.one, tenfold),
    compare('a new client and a call, 10 times', 'µs', turns.tenClient, 'once', turns.oneClient, tenfold),
  ]
}

/** Compiles what was generated, as the package is: to scripts and declarations, without another check of the types. */
function compile({ app, repository }: Workplace, times: number): void {
  const folder = join(app, grownName(times))
  const project = join(repository, `tsconfig.${outputName(times)}.json`)
  const compilerOptions = { noEmit: false, noCheck: true, declaration: true, rootDir: repository, outDir: folder }
  const settings = { extends: './tsconfig.json', compilerOptions, include: ['runtime', outputName(times)] }
  writeFileSync(project, JSON.stringify(settings))
  timedProcess([createRequire(import.meta.url).resolve('typescript/bin/tsc'), '-p', project], repository)
  const imports = { '#hmac': './runtime/node/hmac.js' }
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ type: 'module', sideEffects: false, imports }))
}

function outputName(times: number): string {
  return `output-of-bench-${String(times)}`
}

function grownName(times: number): string {
  return `grown-${String(times)}`
}

/** The compiled entry, below the app. */
function entry(times: number): string {
  return `./${grownName(times)}/${outputName(times)}/${version}/index.js`
}
