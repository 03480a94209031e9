import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'

/** Which files of a folder would have to be written or removed to make it hold the given ones. */
export interface FolderChanges {
  written: string[]
  removed: string[]
}

/** The files that a run has written before and may remove: the documents, `<version>/<domain>.json`. */
export function listDocuments(folder: string): string[] {
  if (!existsSync(folder)) return []
  const versions = readdirSync(folder).filter((name) => /^\d{6}$/.test(name))
  return versions.sort().flatMap((version) => {
    const names = readdirSync(join(folder, version)).filter((name) => name.endsWith('.json'))
    return names.sort().map((name) => `${version}/${name}`)
  })
}

/** Compares the folder with the texts that it should hold, by path below the folder. */
export function compareFolder(folder: string, files: Map<string, string>): FolderChanges {
  const isSame = (path: string, text: string) =>
    existsSync(join(folder, path)) && readFileSync(join(folder, path), 'utf8') === text
  return {
    written: [...files].filter(([path, text]) => !isSame(path, text)).map(([path]) => path),
    removed: listDocuments(folder).filter((path) => !files.has(path)),
  }
}

/** Makes the folder hold the given files: all are written aside first, so that a failure leaves nothing half-written. */
export function writeFolder(folder: string, files: Map<string, string>, changes: FolderChanges): void {
  mkdirSync(folder, { recursive: true })
  const aside = mkdtempSync(join(folder, '.writing-'))
  try {
    for (const path of changes.written) {
      mkdirSync(dirname(join(aside, path)), { recursive: true })
      writeFileSync(join(aside, path), files.get(path) ?? '')
    }
    for (const path of changes.written) {
      mkdirSync(dirname(join(folder, path)), { recursive: true })
      renameSync(join(aside, path), join(folder, path))
    }
  } finally {
    rmSync(aside, { recursive: true })
  }
  for (const path of changes.removed) {
    rmSync(join(folder, path))
    const version = dirname(join(folder, path))
    if (readdirSync(version).length === 0) rmdirSync(version)
  }
}
