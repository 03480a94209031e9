import type { Marks } from './int64.ts'
import { isLegacyPath } from './sign.ts'

/** How an operation is paged. */
export interface Paging {
  readonly style: string
  /** Argument that says where the page begins. */
  readonly parameter: string
  /** Field of `data` that holds the next token. */
  readonly next: string
  /** Path of the array in `data` that holds the items. */
  readonly items: string
}

/** An operation as the runtime knows it. */
export interface Operation {
  /** Name and version, as errors give them. */
  readonly about: { readonly operation: string; readonly version: string }
  readonly method: string
  readonly path: string
  /** A token operation: on the host for tokens, unsigned, with key and secret among its arguments. */
  readonly isAuth: boolean
  readonly pathNames: readonly string[]
  readonly queryNames: readonly string[]
  /** Query parameters that always have the same value. */
  readonly fixedQuery: Readonly<Record<string, string>>
  /** The cipher that the operation does not work without. */
  readonly requiredCipher: string | undefined
  readonly body: 'json' | 'form' | undefined
  /** Names that go into path or query and into the body. */
  readonly inBothPlaces: readonly string[]
  readonly int64: Marks
  readonly paging: Paging | undefined
  /** Changes nothing, so that it may be sent twice. */
  readonly isRead: boolean
  /** The newest version of the operation, where that is a later one. */
  readonly newer: string | undefined
  readonly contentType: string
}

// method, host, path, query, words
const form = /^(\w+) (https:\/\/[^/]+)?([^ ?]+)\??(\S*) ?(.*)/

/**
 * Reads the string that describes an operation in a generated table:
 * `<METHOD> <path>[?<query name>&...][ <word>...]`, with the words `json`, `form`, `both:<name>`, `int64:<path>`,
 * `page:[[[<style>:]<parameter>:]<next>:]<items>`, `read`, `type:<media type>` and `newer:<version>`.
 * A path without a leading slash is below that of the domain.
 *
 * @param operation domain and name as the tables have them: `return_refund.get_reject_reasons`
 */
export function parseOperation(operation: string, text: string, version: string): Operation {
  const [, method = '', host, shortPath = '', search = '', rest = ''] = form.exec(text) ?? []
  const path = shortPath[0] === '/' ? shortPath : `/${operation.split('.')[0]}/${shortPath}`
  const query = search.split('&')
  const words = rest.split(' ')
  const after = (word: string) => words.filter((each) => each.startsWith(word)).map((each) => each.slice(word.length))
  const [items, next = 'next_page_token', parameter = 'page_token', style = 'token'] =
    after('page:')[0]?.split(':').reverse() ?? []
  const fixedQuery = Object.fromEntries(query.map((item) => item.split('=')).filter((item) => item[1]))
  return {
    about: { operation: camelCase(operation), version: /\/(\d{6})\//.exec(path)?.[1] ?? version },
    method,
    path,
    isAuth: !!host,
    pathNames: Array.from(path.matchAll(/{(.+?)}/g), (match) => match[1] as string),
    queryNames: query.map((item) => item.replace('!', '')),
    fixedQuery: isLegacyPath(path) ? { version, ...fixedQuery } : fixedQuery,
    requiredCipher: /(\w+)!/.exec(search)?.[1],
    body: words.find((word): word is 'json' | 'form' => word === 'json' || word === 'form'),
    inBothPlaces: after('both:'),
    int64: marksOf(after('int64:')),
    paging: items ? { style, parameter, next, items } : undefined,
    // A code is good for one use, and a refresh token perhaps too.
    isRead: !host && (method === 'GET' || words.includes('read')),
    newer: after('newer:')[0],
    contentType: after('type:')[0] ?? 'application/json',
  }
}

/** Turns a name of the tables into that of a method: words as paths and parameters have them are packed better by gzip. */
export function camelCase(name: string): string {
  return name.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase())
}

function marksOf(paths: readonly string[]): Marks {
  const root: Marks = {}
  for (const path of paths) {
    path.match(/\w+|\[]/g)?.reduce((marks, segment) => (marks[segment] ??= {}), root)
  }
  return root
}
