import { formatFiles } from './format.ts'
import { generateVersions } from './generate.ts'
import type { Pin } from './lineage.ts'
import type { ManifestEntry } from './manifest.ts'
import type { Modules } from './modules.ts'
import type { Progress } from './progress.ts'
import type { SpecFile } from './validate.ts'

/** Everything that a run makes, formatted, and what it amounts to. */
export interface Generated {
  files: Map<string, string>
  versions: number
  operations: ManifestEntry[]
  pins: Pin[]
  lines: number
  seconds: number
}

/** Generates all versions and formats them, showing each on the way. */
export async function generateAll(
  specs: readonly SpecFile[],
  folder: string,
  modules: Modules,
  progress: Progress,
): Promise<Generated> {
  const started = performance.now()
  const total = new Set(specs.map(({ version }) => version)).size
  const files = new Map<string, string>()
  const operations: ManifestEntry[] = []
  const pins: Pin[] = []
  let versions = 0
  try {
    for (const generated of generateVersions(specs, modules)) {
      versions += 1
      operations.push(...generated.operations)
      pins.push(generated.pin)
      progress.step(
        `${generated.version}: ${count(generated.operations.length, 'operation')} (version ${String(versions)} of ${String(total)})`,
      )
      for (const [path, text] of await formatFiles(generated.files, folder)) files.set(path, text)
    }
  } finally {
    progress.done()
  }
  const lines = [...files.values()].reduce((sum, text) => sum + text.split('\n').length - 1, 0)
  return { files, versions, operations, pins, lines, seconds: (performance.now() - started) / 1000 }
}

/** Writes the closing line of a run. */
export function summary({ files, versions, operations, lines, seconds }: Generated): string {
  const counts = [
    count(versions, 'version'),
    count(operations.length, 'operation'),
    count(files.size, 'file'),
    count(lines, 'line'),
    `${seconds.toFixed(1)} s`,
  ]
  return counts.join(', ')
}

function count(number: number, noun: string): string {
  return `${number.toLocaleString('en-US')} ${noun}${number === 1 ? '' : 's'}`
}
