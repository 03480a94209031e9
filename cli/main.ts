#!/usr/bin/env node
import { commands } from './commands.ts'

const overview = `tiktok-shop: the command of tiktok-shop-openapi

Usage: tiktok-shop <command> [options]

Commands:
${Object.entries(commands)
  .map(([name, { summary }]) => `  ${name.padEnd(12)}${summary}`)
  .join('\n')}

Options:
  --help       show this text, or that of a command: tiktok-shop <command> --help
  --version    print the version of the package

Exit codes: 0 done, 1 failed, 2 wrong usage.`

process.exitCode = await main(process.argv.slice(2))

async function main([name, ...rest]: string[]): Promise<number> {
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    console.log(overview)
    return name === undefined ? 2 : 0
  }
  if (name === '--version') {
    console.log((await import('./package-version.ts')).packageVersion())
    return 0
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!command) {
    console.error(`tiktok-shop: there is no command '${name}'. Run 'tiktok-shop --help' for the list.`)
    return 2
  }
  const { help, run } = await command.load()
  if (rest.includes('--help') || rest.includes('-h')) {
    console.log(help)
    return 0
  }
  return run(rest)
}
