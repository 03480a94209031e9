import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { withSources } from './map-sources.ts'
import { packageSources } from './package-sources.ts'
import { reachable } from './reachable.ts'

/**
 * What becomes of each folder. People step into what was written by hand, so it goes out with its sources, maps and comments. Of generated code the
 * declarations are the documentation, and the rest is tables: maps of them would be a third of the package. The command's code is nobody's to import.
 */
const parts: Record<string, { declarations: boolean; maps: boolean }> = {
  runtime: { declarations: true, maps: true },
  testing: { declarations: true, maps: true },
  generated: { declarations: true, maps: false },
  cli: { declarations: false, maps: false },
  codegen: { declarations: false, maps: false },
}

/**
 * Compiles what the entries and the command of the package reach, and nothing else, into `dist/`.
 *
 * @returns what the compiler complains of, as text; `undefined` when all is well
 */
export function compile(root: URL): string | undefined {
  const folder = fileURLToPath(root)
  const options = readOptions(folder)
  const sources = packageSources(root)
  const program = ts.createProgram(
    sources.map((path) => folder + path),
    options,
  )
  const diagnostics = ts.getPreEmitDiagnostics(program)
  if (diagnostics.length > 0) return ts.formatDiagnostics(diagnostics, formatHost(folder))
  const shipped = withSources(reachable(finished(emit(program, folder)), sources.map(scriptOf)), folder)
  for (const [path, text] of shipped) {
    mkdirSync(dirname(folder + path), { recursive: true })
    writeFileSync(folder + path, text)
  }
  return undefined
}

/** Compiles in memory; the keys are paths below `folder`. */
function emit(program: ts.Program, folder: string): Map<string, string> {
  const outputs = new Map<string, string>()
  const add = (path: string, text: string) => void outputs.set(path.slice(folder.length), text)
  for (const file of program.getSourceFiles()) {
    const path = file.fileName.slice(folder.length)
    if (!file.fileName.startsWith(folder) || file.isDeclarationFile || path.startsWith('node_modules/')) continue
    const { declarations, maps } = partOf(path)
    if (declarations) program.emit(file, add, undefined, !maps)
    if (!maps) outputs.set(scriptOf(path), bareScript(file.text, program.getCompilerOptions()))
  }
  return outputs
}

function scriptOf(source: string): string {
  return `dist/${source.replace(/\.ts$/, '.js')}`
}

function partOf(path: string): { declarations: boolean; maps: boolean } {
  const part = parts[path.replace('dist/', '').split('/', 1)[0]!]
  if (!part) throw new Error(`${path} is reached by an entry, but its folder has no place in the package.`)
  return part
}

function readOptions(folder: string): ts.CompilerOptions {
  const { config } = ts.readConfigFile(`${folder}tsconfig.json`, (path) => readFileSync(path, 'utf8')) as {
    config: object
  }
  return {
    ...ts.parseJsonConfigFileContent({ ...config, include: [] }, ts.sys, folder).options,
    noEmit: false,
    rootDir: folder,
    outDir: `${folder}dist`,
    declaration: true,
    declarationMap: true,
    sourceMap: true,
    stripInternal: true,
  }
}

/** Comments would repeat what the declarations say. */
function bareScript(text: string, { target = ts.ScriptTarget.ES2022 }: ts.CompilerOptions): string {
  const compilerOptions = {
    target,
    module: ts.ModuleKind.ES2022,
    rewriteRelativeImportExtensions: true,
    removeComments: true,
  }
  return ts.transpileModule(text, { compilerOptions }).outputText
}

/** Drops the maps that do not go out, and gives declarations the extensions of scripts, which the compiler does in scripts only. */
function finished(outputs: Map<string, string>): Map<string, string> {
  const kept = [...outputs].filter(([path]) => !path.endsWith('.map') || partOf(path).maps)
  return new Map(
    kept.map(([path, text]) => {
      if (!path.endsWith('.d.ts')) return [path, text]
      const declarations = text.replace(/((?:\bfrom|\bimport\() ?)(['"])(\.{1,2}\/[^'"\n]+)\.ts\2/g, '$1$2$3.js$2')
      return [path, partOf(path).maps ? declarations : withoutMap(declarations)]
    }),
  )
}

/** With no map to keep right, the compiler's four spaces can be two, which is a tenth of these files. */
function withoutMap(declarations: string): string {
  return declarations
    .replace(/\n\/\/# sourceMappingURL=.*\s*$/, '\n')
    .replace(/^(?: {4})+/gm, (indent) => indent.slice(indent.length / 2))
}

function formatHost(folder: string): ts.FormatDiagnosticsHost {
  return { getCurrentDirectory: () => folder, getCanonicalFileName: (name) => name, getNewLine: () => '\n' }
}
