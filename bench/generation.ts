import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { mergeDocuments } from './documents.ts'
import { compare, type Measurement } from './measurement.ts'
import { takeTurns } from './rounds.ts'
import { timedProcess, type ProcessCost } from './timed-process.ts'
import type { Workplace } from './workplace.ts'

const rounds = 3

/** How long code generation takes, and how much memory. */
export const generation: Measurement = {
  name: 'generation',
  about: `All specs to code, each run a process of its own into an empty folder. Ours is \`npm run generate\`: it checks the specs, writes types with
hover texts, methods, path types and tables, and formats all with prettier. The others neither check nor format; openapi-typescript
alone writes types only. hey-api is faster with one large document, so it is measured on that as well.`,
  measure: async (workplace) => {
    const specs = join(workplace.repository, 'specs')
    const merged = join(workplace.emptyFolder('merged'), '000000')
    mkdirSync(merged)
    writeFileSync(join(merged, 'all.json'), JSON.stringify(mergeDocuments(specs), null, 2))
    const costs: Record<string, ProcessCost[]> = {}
    const run = (name: string, generate: () => ProcessCost) => () => {
      const cost = generate()
      ;(costs[name] ??= []).push(cost)
      return cost.seconds
    }
    const peer = (script: string, from: string) => () =>
      timedProcess([generator(script), from, workplace.emptyFolder('peer-output')], workplace.folder)
    await takeTurns(rounds, {
      ours: run('ours', () => generateOurs(workplace, specs)),
      openapiTypescript: run('openapi-typescript alone', peer('openapi-typescript', specs)),
      heyApi: run('@hey-api/openapi-ts', peer('hey-api', specs)),
      heyApiMerged: run('@hey-api/openapi-ts, one document', peer('hey-api', join(merged, '..'))),
      orval: run('orval', peer('orval', specs)),
    })
    const { ours = [], ...theirs } = costs
    const goal = { of: 'ratio', atMost: 1 } as const
    const kinds = [
      ['time', 's', 'seconds', goal],
      ['processor time', 's', 'cpuSeconds', undefined],
      ['peak memory', 'MB', 'megabytes', undefined],
    ] as const
    return kinds.flatMap(([what, unit, kind, goal]) =>
      Object.entries(theirs).map(([name, runs]) => {
        const figures = (from: ProcessCost[]) => from.map((cost) => cost[kind])
        return compare(what, unit, figures(ours), name, figures(runs), goal)
      }),
    )
  },
}

/** Runs our generator once, on some specs, into an empty folder that the repository's prettier options hold for. */
export function generateOurs({ repository }: Workplace, specs: string, out = 'output-of-bench'): ProcessCost {
  const folder = join(repository, out)
  rmSync(folder, { recursive: true, force: true })
  const script = join(repository, 'codegen/generate/main.ts')
  return timedProcess(['--conditions=tiktok-shop-source', script, '--specs', specs, '--out', folder], repository)
}

/** The script that runs another generator. */
export function generator(name: string): string {
  return fileURLToPath(new URL(`generators/${name}.ts`, import.meta.url))
}
