import type { Operation } from '../model.ts'

const readingVerb = /^(Get|Search|List|Query|Check|Batch ?Get)(?![a-z])/
const readingPath = /\/(search|query)$/

/**
 * Tells whether an operation only reads, so that it may be sent again: a GET, or a POST whose path or name says that it
 * searches, but no token request (these use up a code). Where that is wrong, `marks.yaml` says it by hand.
 */
export function isReadOnly(operation: Operation): boolean {
  if (operation.server !== undefined) return false
  if (operation.method === 'GET') return true
  if (operation.method !== 'POST') return false
  return readingPath.test(operation.path) || readingVerb.test(operation.name)
}
