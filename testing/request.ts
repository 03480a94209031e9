import { mediaTypeOf } from './signature.ts'

/** A request as it comes in, whatever brought it: a server, msw, a fetch function, or a test by hand. */
export interface ShopRequest {
  method: string
  /** Absolute, or from the path on. Read as it stands, so that encoding mistakes show. */
  url: string
  headers?: Headers | Readonly<Record<string, string>>
  body?: Uint8Array | string
}

/** One field of a multipart body; a file part is a `File` with name and media type. */
export interface FormPart {
  name: string
  value: string | File
}

/** A request taken apart. */
export interface ReceivedRequest {
  method: string
  /** Host of an absolute URL; empty otherwise. */
  host: string
  /** As sent, percent-encoding included. */
  path: string
  /** As sent, without the question mark. */
  rawQuery: string
  /** Names and decoded values in the order in which they were sent. */
  query: [name: string, value: string][]
  /** Names in lower case. */
  headers: Record<string, string>
  bytes: Uint8Array
  /** The body as text; `undefined` when there is none or it is a form. */
  body?: string
  /** The fields of a multipart body; `undefined` when it cannot be read as one. */
  parts?: FormPart[]
}

/** Takes a request apart, without judging it. */
export async function readRequest(request: ShopRequest): Promise<ReceivedRequest> {
  const [, host = '', target = '/'] = /^(?:https?:\/\/([^/?#]*))?([^#]*)/i.exec(request.url) ?? []
  const mark = target.indexOf('?')
  const rawQuery = mark < 0 ? '' : target.slice(mark + 1)
  const headers = Object.fromEntries(
    [...new Headers(request.headers)].map(([name, value]) => [name.toLowerCase(), value]),
  )
  const bytes =
    typeof request.body === 'string' ? new TextEncoder().encode(request.body) : (request.body ?? new Uint8Array())
  const isForm = mediaTypeOf(headers['content-type']) === 'multipart/form-data'
  const parts = isForm ? await readParts(headers['content-type']!, bytes) : undefined
  return {
    method: request.method.toUpperCase(),
    host,
    path: (mark < 0 ? target : target.slice(0, mark)) || '/',
    rawQuery,
    query: readQuery(rawQuery),
    headers,
    bytes,
    ...(bytes.length > 0 && !isForm && { body: new TextDecoder().decode(bytes) }),
    ...(parts && { parts }),
  }
}

/** A plus sign is a blank, as in forms: a pagination token sent with a raw `+` arrives broken, there as here. */
function readQuery(rawQuery: string): [string, string][] {
  return rawQuery
    .split('&')
    .filter((pair) => pair !== '')
    .map((pair) => {
      const at = pair.indexOf('=')
      return at < 0 ? [decode(pair), ''] : [decode(pair.slice(0, at)), decode(pair.slice(at + 1))]
    })
}

function decode(text: string): string {
  const blanks = text.replaceAll('+', ' ')
  try {
    return decodeURIComponent(blanks)
  } catch {
    return blanks
  }
}

async function readParts(contentType: string, bytes: Uint8Array): Promise<FormPart[] | undefined> {
  try {
    const form = await new Response(new Uint8Array(bytes), { headers: { 'content-type': contentType } }).formData()
    return [...form].map(([name, value]) => ({ name, value }))
  } catch {
    return undefined
  }
}
