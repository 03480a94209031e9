import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

/** Where tests keep what takes long to make. Outside of the repository, whose node_modules would otherwise be found from there. */
export const cache = join(tmpdir(), 'tiktok-shop-openapi')

/**
 * Makes what several test files need in whichever of them comes first; the others wait.
 *
 * @param done the file or folder that is there when it is made, which must appear at one blow
 */
export async function once(done: string, make: () => Promise<void>): Promise<void> {
  mkdirSync(cache, { recursive: true })
  const lock = join(cache, `${createHash('sha256').update(done).digest('hex').slice(0, 16)}.lock`)
  while (!existsSync(done)) {
    if (!take(lock)) {
      await sleep(100)
      continue
    }
    try {
      if (!existsSync(done)) await make()
    } finally {
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
