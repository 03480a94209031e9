import { mkdirSync, writeFileSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { bundleSize } from './bundle-size.ts'
import { call } from './call.ts'
import { generation } from './generation.ts'
import { growth } from './growth.ts'
import { importTime } from './import-time.ts'
import { loopback } from './loopback.ts'
import type { Measurement } from './measurement.ts'
import { table } from './report.ts'
import { typeCheck } from './type-check.ts'
import { Workplace } from './workplace.ts'

/** Everything that is measured, in this order. */
const measurements: readonly Measurement[] = [call, loopback, importTime, bundleSize, typeCheck, generation, growth]

const usage = `Usage: npm run bench [-- --only <name>] [--json]

Measures the package beside what a user would take instead, in turns, and writes bench/results/latest.json.

  --only <name>   one measurement: ${measurements.map(({ name }) => name).join(', ')}; may be repeated
  --json          print the results as JSON; the tables go to stderr then`

const circumstances = {
  date: new Date().toISOString(),
  node: process.version,
  cpu: cpus()[0]?.model,
  cores: cpus().length,
  /** How many processes wanted a core in the last minute, this one aside. */
  load: loadavg()[0] ?? 0,
}

process.exitCode = await main()

async function main(): Promise<number> {
  const options = parse()
  if (!options) {
    console.error(usage)
    return 2
  }
  const say = options.json ? console.error : console.log
  const { load, cores } = circumstances
  if (load > cores / 2) {
    say(
      `The machine is busy (load ${load.toFixed(1)} on ${String(cores)} cores): times are too long, ratios less exact.`,
    )
  }
  const workplace = new Workplace()
  const results: object[] = []
  let failed = 0
  try {
    for (const { name, about, measure } of options.chosen) {
      say(`\n${name}\n${about}\n`)
      const started = performance.now()
      try {
        const figures = await measure(workplace)
        const seconds = Math.round((performance.now() - started) / 1000)
        say(`${table(figures)}\n(${String(seconds)} s)`)
        results.push({ name, about, seconds, figures })
      } catch (error) {
        // The others can be measured all the same.
        say('This could not be measured:', error)
        results.push({ name, about, failed: String(error) })
        failed += 1
      }
    }
  } finally {
    workplace.remove()
  }
  const json = JSON.stringify({ ...circumstances, measurements: results }, null, 2)
  const folder = new URL('results/', import.meta.url)
  mkdirSync(folder, { recursive: true })
  writeFileSync(new URL('latest.json', folder), `${json}\n`)
  if (options.json) console.log(json)
  return failed > 0 ? 1 : 0
}

function parse(): { chosen: readonly Measurement[]; json: boolean } | undefined {
  try {
    const { only, json } = parseArgs({
      options: { only: { type: 'string', multiple: true }, json: { type: 'boolean', default: false } },
    }).values
    if (only?.some((each) => !measurements.some(({ name }) => name === each))) return undefined
    return { chosen: measurements.filter(({ name }) => !only || only.includes(name)), json }
  } catch {
    return undefined
  }
}
