import { PagingError } from './errors.ts'
import type { Operation, Paging } from './operation.ts'

type Fields = Record<string, unknown>

/**
 * Walks the pages of an operation, from the place that the arguments name, or else from the first.
 *
 * @throws {PagingError} when the service gives a token a second time, which would go round for ever
 */
export async function* walkPages(
  { about, paging }: Operation,
  args: Fields,
  call: (args: Fields) => Promise<Fields>,
): AsyncGenerator<Fields, void, undefined> {
  const { style, parameter, next } = paging as Paging
  const first = { offset: 0, 'page-number': 1 }[style]
  const seen = new Set<unknown>()
  let place: unknown = args[parameter] ?? first
  do {
    seen.add(place)
    const page = await call({ ...args, [parameter]: place })
    yield page
    if (page['has_more'] === false || page['more'] === false) return
    const count = itemsOf(paging as Paging, page).length
    place = first === undefined ? fieldAt(page, next) : count && Number(place) + (first || count)
    if (place && seen.has(place)) throw new PagingError(`the same ${next} came twice`, about)
  } while (place)
}

/** The items of a page. */
export function itemsOf({ items }: Paging, page: Fields): unknown[] {
  const value = fieldAt(page, items)
  return Array.isArray(value) ? value : []
}

// A few operations have their page one level down: `data.next_page_token`.
function fieldAt(page: Fields, path: string): unknown {
  return path.split('.').reduce<unknown>((holder, name) => (holder as Fields | undefined)?.[name], page)
}
