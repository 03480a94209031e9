import { join } from 'node:path'
import ts from 'typescript'

const root = new URL('..', import.meta.url).pathname

/** Type-checks sources that exist in memory only, as strictly as the repository itself, and returns what the compiler says of them. */
export function typecheck(sources: Record<string, string>, options: ts.CompilerOptions = {}): string[] {
  const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile) as { config: object }
  const parsed = ts.parseJsonConfigFileContent({ ...config, include: [], files: [] }, ts.sys, root)
  const settings = { ...parsed.options, ...options }
  const files = new Map(Object.entries(sources).map(([name, text]) => [join(root, name), text]))
  const host = ts.createCompilerHost(settings)
  const { readFile, fileExists, getSourceFile } = host
  host.fileExists = (name) => files.has(name) || fileExists.call(host, name)
  host.readFile = (name) => files.get(name) ?? readFile.call(host, name)
  host.getSourceFile = (name, ...rest) => {
    const text = files.get(name)
    return text === undefined
      ? getSourceFile.call(host, name, ...rest)
      : ts.createSourceFile(name, text, ts.ScriptTarget.ES2022)
  }
  const program = ts.createProgram([...files.keys()], settings, host)
  const own = [...files.keys()].map((name) => program.getSourceFile(name))
  return own.flatMap((file) =>
    [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)].map((diagnostic) => {
      const { line } = ts.getLineAndCharacterOfPosition(diagnostic.file!, diagnostic.start ?? 0)
      const text = ts.flattenDiagnosticMessageText(diagnostic.messageText, '\n')
      return `${diagnostic.file?.fileName.replace(root, '')}:${line + 1} ${text}`
    }),
  )
}
