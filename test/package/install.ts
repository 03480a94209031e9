import { mkdirSync } from 'node:fs'
import { packed } from './packed.ts'
import { output, plainEnvironment } from './run.ts'

/** Installs the packed package into a folder, as a user would, together with others that are named like `@types/node@22`. */
export async function install(folder: string, ...beside: string[]): Promise<void> {
  const { tarball } = await packed()
  mkdirSync(folder, { recursive: true })
  const options = ['--prefer-offline', '--no-audit', '--no-fund', '--no-package-lock']
  await output('npm', ['install', ...options, tarball, ...beside], { cwd: folder, env: plainEnvironment() })
}
