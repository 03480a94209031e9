import type { Refusal } from './refusals.ts'
import { refuse } from './refusals.ts'
import type { SpecPagination } from './spec-document.ts'
import { capitalised } from './check-value.ts'

/** The slice of a collection that a request asks for; empty when an offset or page number leads behind its end. */
export interface Page {
  /** Index of the first item. */
  from: number
  /** Index after the last item. */
  to: number
  /** Fields of `data` that lead to the next page. Absent ones are `undefined`: the last page of a token list has none. */
  fields: Record<string, unknown>
}

const defaultSize = 20

/**
 * Finds the page that a request asks for. Tokens are opaque: base64 in which every character occurs that a sloppy client encodes wrongly (`+ / =`),
 * and good only for the operation that gave them.
 *
 * @param asked the parameters of the request, wherever they were sent
 * @param operation METHOD and template
 * @param defaults default of the size parameter, where the spec has one
 */
export function findPage(
  pagination: SpecPagination,
  asked: Record<string, unknown>,
  operation: string,
  collectionSize: number,
  defaults?: number,
): Page | Refusal {
  const size = Math.max(1, Number(asked[pagination.sizeParameter ?? ''] ?? defaults ?? defaultSize))
  const wanted = asked[pagination.parameter]
  const first = firstIndex(pagination, wanted, operation, size)
  if (first === undefined) {
    return refuse('parameter', `${capitalised(pagination.parameter)} is invalid, it is none that this operation gave.`)
  }
  const from = Math.min(first, collectionSize)
  const to = Math.min(from + size, collectionSize)
  const more = to < collectionSize
  const fields: Record<string, unknown> = {}
  if (pagination.total !== undefined) fields[pagination.total] = collectionSize
  if (pagination.more !== undefined) fields[pagination.more] = more
  if (pagination.next !== undefined) fields[pagination.next] = more ? writeToken(operation, to) : undefined
  return { from, to, fields }
}

function firstIndex({ style }: SpecPagination, wanted: unknown, operation: string, size: number): number | undefined {
  if (wanted === undefined || wanted === '') return 0
  switch (style) {
    case 'offset':
      return Number(wanted)
    case 'page-number':
      // Page numbers start at 1; a client that starts at 0 gets the first page.
      return Math.max(0, Number(wanted) - 1) * size
    default:
      return readToken(operation, String(wanted))
  }
}

/** Three bytes that base64 writes as `++//`-like text, then operation and index, filled up so that padding is needed. */
function writeToken(operation: string, index: number): string {
  const content = `\u00fb\u00ef\u00be\u00ff\u00ff\u00ff${index}@${operation}`
  return btoa(content.length % 3 === 0 ? `${content} ` : content)
}

function readToken(operation: string, token: string): number | undefined {
  try {
    const content = atob(token).slice(6).trimEnd()
    const index = Number(content.slice(0, content.indexOf('@')))
    return writeToken(operation, index) === token ? index : undefined
  } catch {
    return undefined
  }
}
