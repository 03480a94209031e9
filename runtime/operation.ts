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
  readonly contentType: string
}

// method, host, path, query, words
const form = /^(\w+) (https:\/\/[^/]+)?([^ ?]+)\??(\S*) ?(.*)/

/**
 * Reads the string that describes an operation in a generated table:
 * `<METHOD> <path>[?<query name>&...][ <word>...]`, with the words `json`, `form`, `both:<name>`, `int64:<path>`,
 * `page:<style>:<parameter>:<next>:<items>`, `read` and `type:<media type>`.
 */
export function parseOperation(operation: string, text: string, version: string): Operation {
  const [, method = '', host, path = '', search = '', rest = ''] = form.exec(text) ?? []
  const query = search.split('&')
  const words = rest.split(' ')
  const after = (word: string) => words.filter((each) => each.startsWith(word)).map((each) => each.slice(word.length))
  const [style, parameter = '', next = '', items = ''] = after('page:')[0]?.split(':') ?? []
  const fixedQuery = Object.fromEntries(query.map((item) => item.split('=')).filter((item) => item[1]))
  return {
    about: { operation, version: /\/(\d{6})\//.exec(path)?.[1] ?? version },
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
    paging: style ? { style, parameter, next, items } : undefined,
    isRead: method === 'GET' || words.includes('read'),
    contentType: after('type:')[0] ?? 'application/json',
  }
}

function marksOf(paths: readonly string[]): Marks {
  const root: Marks = {}
  for (const path of paths) {
    path.match(/\w+|\[]/g)?.reduce((marks, segment) => (marks[segment] ??= {}), root)
  }
  return root
}
