import { spawnSync } from 'node:child_process'

/** What a process took. */
export interface ProcessCost {
  /** By the clock on the wall. */
  seconds: number
  /** Of all its threads, in the program and in the kernel. */
  cpuSeconds: number
  /** The most memory that it held. */
  megabytes: number
  stdout: string
}

// The process writes its own figures last, by a hook that is loaded before it.
const hook = `process.on('exit', () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage()
  process.stderr.write('\\ncost ' + maxRSS + ' ' + (userCPUTime + systemCPUTime))
})`

// Neither flags nor a cache of compiled code of the one who runs the benchmark.
const environment = { ...process.env }
delete environment['NODE_OPTIONS']
delete environment['NODE_COMPILE_CACHE']

/**
 * Runs a script in a Node of its own to its end.
 *
 * @throws {Error} with its output when it fails
 */
export function timedProcess(args: readonly string[], folder: string): ProcessCost {
  const started = performance.now()
  const child = spawnSync(process.execPath, ['--import', `data:text/javascript,${encodeURIComponent(hook)}`, ...args], {
    cwd: folder,
    env: environment,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  })
  const seconds = (performance.now() - started) / 1000
  const { status, stdout, stderr } = child
  if (status !== 0) throw new Error(`node ${args.join(' ')} failed:\n${stdout}${stderr}`)
  const [, kilobytes = '', microseconds = ''] = /cost (\d+) (\d+)$/.exec(stderr) ?? []
  return { seconds, cpuSeconds: Number(microseconds) / 1e6, megabytes: Number(kilobytes) / 1024, stdout }
}

/** Milliseconds that a bare run of a script takes, without the hook: for what is over so soon that the hook would count. */
export function processMilliseconds(args: readonly string[], folder: string): number {
  const started = performance.now()
  const { status, stderr } = spawnSync(process.execPath, args, { cwd: folder, env: environment, encoding: 'utf8' })
  const milliseconds = performance.now() - started
  if (status !== 0) throw new Error(`node ${args.join(' ')} failed:\n${stderr}`)
  return milliseconds
}
