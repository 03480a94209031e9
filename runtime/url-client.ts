import { createFinalURL, createQuerySerializer, defaultPathSerializer, mergeHeaders } from 'openapi-fetch'
import { LightRequest, type RequestBody } from './request.ts'
import type { AnyFetchClient } from './pipeline.ts'

/** What the pipeline hands over with a call. */
interface Composed {
  baseUrl: string
  params: { path?: Record<string, unknown>; query: Record<string, unknown> }
  headers: Record<string, string | null>
  body: unknown
  bodySerializer(body: unknown): RequestBody
  fetch(request: LightRequest): Promise<unknown>
}

const querySerializer = createQuerySerializer()

/**
 * As much of openapi-fetch as the methods of a client need: how it writes URLs and headers. Its client as a whole, with middleware and
 * what reads answers, would be an eighth of a bundle; the path client, whose users know all that, has it.
 */
export const urlClient = {
  async request(method: string, path: string, composed: Composed) {
    const { params, headers, body, bodySerializer, fetch } = composed
    const baseUrl = composed.baseUrl.replace(/\/$/, '')
    const url = createFinalURL(path, { baseUrl, params, querySerializer, pathSerializer: defaultPathSerializer })
    const wire = body === undefined ? undefined : bodySerializer(body)
    await fetch(new LightRequest(url, { method, headers: mergeHeaders(headers), body: wire }))
  },
} as unknown as AnyFetchClient
