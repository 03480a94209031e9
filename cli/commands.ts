/** What a command's file exports: its help text, and a function that runs it and resolves to the exit code. */
export interface Command {
  help: string
  run(argv: string[]): Promise<number>
}

/** The commands by name; each is loaded when it is asked for, so that `mock` never waits for the code generator. */
export const commands: Record<string, { summary: string; load: () => Promise<Command> }> = {
  generate: { summary: 'write a typed client for an OpenAPI file of your own', load: () => import('./generate.ts') },
  mock: {
    summary: 'start a fake shop on loopback that checks signatures and answers',
    load: () => import('./mock.ts'),
  },
}
