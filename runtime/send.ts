import { ConnectionError } from './errors.ts'
import type { Operation } from './operation.ts'
import { redactError } from './redact.ts'
import type { LightInit } from './request.ts'
import type { Fetch } from './types.ts'

/** An answer that has been read to its end. */
export interface Answer {
  readonly response: Response
  readonly text: string
}

// With these the request never left, so that even a write may be sent again.
const beforeSending = /ECONNREFUSED|ENOTFOUND|EAI_AGAIN|ERR_CONNECT_TIMEOUT/

/** Sends a request and reads the answer. Redirects are not followed, as key and token would go along to another host. */
export async function send(
  { about, isRead }: Operation,
  url: string,
  init: LightInit,
  userFetch: Fetch | undefined,
  secrets: readonly string[],
): Promise<Answer> {
  // Looked up for each request, so that a fetch that is replaced later (by a mock, by tracing) is used; and called bare, as
  // browsers refuse a fetch that is called as a method.
  const fetch = userFetch ?? globalThis.fetch
  try {
    const { body } = init
    const content = (typeof body === 'function' ? body() : body) ?? null
    const response = await fetch(url, { ...init, body: content, redirect: 'manual' })
    return { response, text: await response.text() }
  } catch (error) {
    const cause = redactError(error, secrets)
    const { code, message } = (cause.cause ?? cause) as typeof cause
    const reason = code ?? message
    const retryable = isRead || beforeSending.test(reason)
    throw new ConnectionError(`no answer from ${new URL(url).host}: ${reason}`, { ...about, retryable, cause })
  }
}
