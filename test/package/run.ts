import { execFile } from 'node:child_process'

/** How a program ended. */
export interface Ended {
  /** Exit code; `undefined` when a signal ended it. */
  code: number | undefined
  stdout: string
  stderr: string
}

/** Runs a program to its end, whatever that is; rejects only when it cannot be started. */
export function run(
  program: string,
  args: readonly string[],
  options: { cwd?: string; env?: NodeJS.ProcessEnv } = {},
): Promise<Ended> {
  return new Promise((resolve, reject) => {
    execFile(program, args, { ...options, encoding: 'utf8', maxBuffer: 1 << 28 }, (error, stdout, stderr) => {
      if (error && typeof error.code === 'string') reject(error)
      else resolve({ code: error ? (error.code as number | undefined) : 0, stdout, stderr })
    })
  })
}

/** Runs a program that must succeed and gives what it printed. */
export async function output(...[program, args, options]: Parameters<typeof run>): Promise<string> {
  const { code, stdout, stderr } = await run(program, args, options)
  if (code !== 0) throw new Error(`${program} ${args.join(' ')} ended with ${code}:\n${stdout}\n${stderr}`)
  return stdout
}

/** An environment without what npm and vitest set in ours, as a user's shell would have it. */
export function plainEnvironment(): NodeJS.ProcessEnv {
  const ours = /^(npm_|vitest|vite_|node_env|node_options|test$|dev$|prod$|mode$|init_cwd$)/i
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !ours.test(name)))
}
