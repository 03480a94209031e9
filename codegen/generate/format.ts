import { format as prettier, resolveConfig, type Options } from 'prettier'

/** Formats generated text with prettier, as the configuration nearest to the file says. */
export async function formatFiles(files: ReadonlyMap<string, string>, folder: string): Promise<Map<string, string>> {
  const options = (await resolveConfig(`${folder}/index.ts`)) ?? {}
  const formatted = new Map<string, string>()
  for (const [path, text] of files) formatted.set(path, await format(path, text, options))
  return formatted
}

/** Told the name of the file, prettier need not guess whether it holds JSX. */
async function format(path: string, text: string, options: Options): Promise<string> {
  return prettier(text, { ...options, filepath: path })
}
