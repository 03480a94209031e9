import type { Unit } from '../model.ts'

const timeName = /(^|_)(time|timestamp|date|at|ge|gt|le|lt|deadline|due|expire_in|sla|start|end|from|to)(_|$)/

/**
 * Tells the unit of a time from the example that the vendor's files give for it: ten digits are seconds, thirteen are
 * milliseconds. Only for fields whose name speaks of a time, since identifiers have such examples too.
 */
export function unitOfExample(name: string, example: unknown): Unit | undefined {
  if (!timeName.test(name)) return undefined
  const digits = String(example)
  if (/^1\d{9}$/.test(digits)) return 'unix-seconds'
  if (/^1\d{12}$/.test(digits)) return 'unix-milliseconds'
  return undefined
}
