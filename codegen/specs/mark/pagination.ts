import type { Operation, Pagination, Shape } from '../model.ts'

const tokenStyles: [parameter: string, style: Pagination['style'], next: string][] = [
  ['page_token', 'token', 'next_page_token'],
  ['next_page', 'token', 'next_page'],
  ['cursor', 'cursor', 'next_cursor'],
  ['page_number', 'page-number', ''],
  ['page_offset', 'page-number', ''], // counts pages in spite of its name,
  ['offset', 'offset', ''],
]
const sizes = ['page_size', 'size']
const mores = ['has_more', 'more']
const totals = ['total_count', 'total', 'total_num']

/** What `marks.yaml` says by hand of an operation's paging; `none` for one that does not page. */
export type PaginationMark = Partial<Pagination> | 'none'

/**
 * Tells how an operation pages. It does when it takes one of the known page parameters and `data` has what belongs to
 * it; the items are the one array that stands beside the next token (or directly in `data` where there is no token).
 * Returns undefined where it does not page, and a text where the rule cannot decide and no mark does.
 */
export function paginationOf(operation: Operation, mark?: PaginationMark): Pagination | string | undefined {
  if (mark === 'none') return undefined
  const request = requestOf(operation)
  const found = tokenStyles.find(([name]) => request.has(name))
  if (!found) return undefined
  const [parameter, style, next] = found
  const holder = next === '' ? { prefix: '', shape: operation.data } : holderOf(operation.data, next)
  if (!holder) return undefined
  const field = (names: string[]) =>
    names.filter((name) => holder.shape.fields?.has(name)).map((name) => holder.prefix + name)[0]
  const arrays = [...(holder.shape.fields ?? [])].filter(([, shape]) => shape.type === 'array').map(([name]) => name)
  const items = arrays.length === 1 && arrays[0] !== undefined ? holder.prefix + arrays[0] : undefined
  const pagination = {
    style,
    in: request.get(parameter) ?? 'query',
    parameter,
    sizeParameter: sizes.find((name) => request.has(name)),
    next: next === '' ? undefined : holder.prefix + next,
    more: field(mores),
    total: field(totals),
    items,
    ...mark,
  }
  if (pagination.items === undefined) {
    return arrays.length === 0 ? 'it has no array beside the next token' : `it has the arrays ${arrays.join(', ')}`
  }
  return withoutUndefined(pagination) as unknown as Pagination
}

/** The names of all parameters and body fields, with the place that each is sent in. */
function requestOf(operation: Operation): Map<string, 'query' | 'body'> {
  const body = [...(operation.body?.fields?.keys() ?? [])]
  const query = operation.parameters.filter((parameter) => parameter.in === 'query')
  return new Map([
    ...body.map((name): [string, 'body'] => [name, 'body']),
    ...query.map(({ name }): [string, 'query'] => [name, 'query']),
  ])
}

/** The object that holds the next token: `data`, or an object right below it. */
function holderOf(data: Shape, next: string): { prefix: string; shape: Shape } | undefined {
  if (data.fields?.has(next)) return { prefix: '', shape: data }
  for (const [name, shape] of data.fields ?? []) {
    if (shape.fields?.has(next)) return { prefix: `${name}.`, shape }
  }
  return undefined
}

function withoutUndefined(source: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined))
}
