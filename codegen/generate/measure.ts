import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import openapiTS, { astToString } from 'openapi-typescript'
import { format, resolveConfig } from 'prettier'

// Measures `npm run generate` side by side with what a maintainer would run instead: openapi-typescript over the same specs, and prettier
// over the same output. Each run is a process of its own; the two take turns, and the medians are compared.

const root = fileURLToPath(new URL('../../', import.meta.url))
const limits = { ratio: 2, megabytes: 600 }

interface Run {
  seconds: number
  /** Time on all cores, which other work on the machine does not lengthen. */
  cpuSeconds: number
  megabytes: number
}

/** Memory and processor time are the child's own figures, written last to its stderr by a hook that is loaded before it. */
const report = `process.on('exit', () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage()
  process.stderr.write('\\n' + JSON.stringify({ megabytes: Math.round(maxRSS / 1024), cpuSeconds: (userCPUTime + systemCPUTime) / 1e6 }))
})`

process.exitCode =
  process.argv[2] === '--baseline' ? await baseline(process.argv[3] ?? '') : measure(Number(process.argv[2] ?? 3))

function measure(rounds: number): number {
  const out = mkdtempSync(join(tmpdir(), 'generate-'))
  try {
    const ours: Run[] = []
    const theirs: Run[] = []
    for (let round = 0; round < rounds; round += 1) {
      ours.push(timed([...generateCommand(), '--out', out]))
      theirs.push(timed([fileURLToPath(import.meta.url), '--baseline', out]))
    }
    const ratioOf = (key: keyof Run) => medianOf(ours, key) / medianOf(theirs, key)
    const ratio = ratioOf('seconds')
    const megabytes = Math.max(...ours.map((run) => run.megabytes))
    console.log(row('npm run generate', ours))
    console.log(row('openapi-typescript and prettier alone', theirs))
    console.log(
      `ratio ${ratio.toFixed(2)} (at most ${String(limits.ratio)}; of processor time ${ratioOf('cpuSeconds').toFixed(2)}), peak ${String(megabytes)} MB (at most ${String(limits.megabytes)} MB)`,
    )
    return ratio <= limits.ratio && megabytes <= limits.megabytes ? 0 : 1
  } finally {
    rmSync(out, { recursive: true, force: true })
  }
}

/** The arguments of node as the script in package.json has them. */
function generateCommand(): string[] {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: { generate: string } }
  const [, ...args] = scripts.generate.split(' ')
  return args.map((argument) => (argument.endsWith('main.ts') ? join(root, argument) : argument))
}

function timed(args: string[]): Run {
  const started = performance.now()
  const child = spawnSync(
    process.execPath,
    ['--import', `data:text/javascript,${encodeURIComponent(report)}`, ...args],
    { encoding: 'utf8' },
  )
  const seconds = (performance.now() - started) / 1000
  if (child.status !== 0) throw new Error(`${args.join(' ')} failed:\n${child.stderr}`)
  return { seconds, ...(JSON.parse(child.stderr.slice(child.stderr.lastIndexOf('\n'))) as Omit<Run, 'seconds'>) }
}

async function baseline(output: string): Promise<number> {
  for (const text of filesOf(join(root, 'specs'))) astToString(await openapiTS(text, { silent: true }))
  const options = await resolveConfig(join(root, 'generated/index.ts'))
  for (const text of filesOf(output)) await format(text, { ...options, filepath: 'a.ts' })
  return 0
}

function* filesOf(folder: string): Generator<string> {
  for (const version of readdirSync(folder).filter((name) => /^\d{6}$/.test(name))) {
    const names = readdirSync(join(folder, version), { recursive: true, encoding: 'utf8' })
    for (const name of names.filter((each) => /\.(json|ts)$/.test(each)))
      yield readFileSync(join(folder, version, name), 'utf8')
  }
}

function row(name: string, runs: Run[]): string {
  const megabytes = Math.max(...runs.map((run) => run.megabytes))
  const [seconds, cpu] = [medianOf(runs, 'seconds').toFixed(1), medianOf(runs, 'cpuSeconds').toFixed(1)]
  return `${name.padEnd(40)}${seconds.padStart(6)} s${cpu.padStart(6)} s cpu${String(megabytes).padStart(6)} MB   (${String(runs.length)} runs)`
}

function medianOf(runs: Run[], key: keyof Run): number {
  const sorted = runs.map((run) => run[key]).sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}
