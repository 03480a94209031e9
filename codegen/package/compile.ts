import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { packageSources } from './package-sources.ts'

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
  const program = ts.createProgram(
    packageSources(root).map((path) => folder + path),
    options,
  )
  const diagnostics = ts.getPreEmitDiagnostics(program)
  if (diagnostics.length > 0) return ts.formatDiagnostics(diagnostics, formatHost(folder))
  for (const file of program.getSourceFiles()) {
    const path = file.fileName.slice(folder.length)
    if (!file.fileName.startsWith(folder) || file.isDeclarationFile || path.startsWith('node_modules/')) continue
    const part = parts[path.split('/', 1)[0]!]
    if (!part) throw new Error(`${path} is reached by an entry, but its folder has no place in the package.`)
    if (part.declarations) program.emit(file, part.maps ? write : writeWithoutMap, undefined, !part.maps)
    if (!part.maps) write(`${folder}dist/${path.replace(/\.ts$/, '.js')}`, bareScript(file.text, options))
  }
  return undefined
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

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, path.endsWith('.d.ts') ? withScriptExtensions(text) : text)
}

function writeWithoutMap(path: string, text: string): void {
  if (!path.endsWith('.map')) write(path, text.replace(/\n\/\/# sourceMappingURL=.*\s*$/, '\n'))
}

/** The compiler rewrites `./order.ts` to `./order.js` in scripts only; in declarations a user's compiler would look for a source. */
function withScriptExtensions(declarations: string): string {
  return declarations.replace(/((?:\bfrom|\bimport\() ?)(['"])(\.{1,2}\/[^'"\n]+)\.ts\2/g, '$1$2$3.js$2')
}

function formatHost(folder: string): ts.FormatDiagnosticsHost {
  return { getCurrentDirectory: () => folder, getCanonicalFileName: (name) => name, getNewLine: () => '\n' }
}
