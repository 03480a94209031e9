import { existsSync, readFileSync } from 'node:fs'
import { parse } from 'yaml'
import type { PaginationMark } from '../mark/pagination.ts'

/** What is said by hand of operations where no rule can decide, by operation key. */
export interface Marks {
  readOnly?: Record<string, boolean>
  pagination?: Record<string, PaginationMark>
}

/** Reads `marks.yaml`; without the file there are no marks. */
export function readMarks(path: string): Marks {
  return existsSync(path) ? ((parse(readFileSync(path, 'utf8')) ?? {}) as Marks) : {}
}
