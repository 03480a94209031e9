import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

/**
 * Makes a folder that several test files need, in whichever of them comes first; the others wait. It is made beside its place and moved there when it
 * is complete, so that a run that was interrupted leaves nothing that looks finished.
 */
export async function once(folder: string, make: (unfinished: string) => Promise<void>): Promise<void> {
  const lock = `${folder}.lock`
  mkdirSync(dirname(folder), { recursive: true })
  while (!existsSync(folder)) {
    if (!take(lock)) {
      await sleep(100)
      continue
    }
    const unfinished = `${folder}.${process.pid}`
    try {
      if (existsSync(folder)) return
      rmSync(unfinished, { recursive: true, force: true })
      mkdirSync(unfinished)
      await make(unfinished)
      renameSync(unfinished, folder)
    } finally {
      rmSync(unfinished, { recursive: true, force: true })
      rmSync(lock)
    }
  }
}

/** Takes the lock unless a process that is alive has it. */
function take(lock: string): boolean {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' })
    return true
  } catch {
    if (!isAlive(lock)) rmSync(lock, { force: true })
    return false
  }
}

function isAlive(lock: string): boolean {
  try {
    const holder = Number(readFileSync(lock, 'utf8'))
    // Created, but not yet written.
    if (!holder) return true
    process.kill(holder, 0)
    return true
  } catch {
    return false
  }
}
