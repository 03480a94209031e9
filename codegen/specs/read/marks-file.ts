import type { PaginationMark } from '../mark/pagination.ts'
import { readYaml } from './read-yaml.ts'

/** What is said by hand of operations where no rule can decide, by operation key. */
export interface Marks {
  readOnly?: Record<string, boolean>
  pagination?: Record<string, PaginationMark>
}

/** Reads `marks.yaml` of the supplement folder; without the file there are no marks. */
export function readMarks(folder: string): Marks {
  return readYaml(folder, 'marks.yaml')
}
