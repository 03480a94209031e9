import type { Gate } from './check-identity.ts'
import type { MadeData } from './answer-data.ts'
import { makeData } from './answer-data.ts'
import { writeJson } from './json.ts'
import type { Operation } from './operations.ts'
import type { Dice } from './random.ts'
import type { ReceivedRequest } from './request.ts'
import { tokenFields } from './tokens.ts'

/** An answer before it is written: the envelope's fields, or a body that replaces the envelope. */
export interface Reply {
  /** HTTP status; default: 200 for code 0, 400 otherwise. */
  status?: number
  headers?: Record<string, string>
  /** Default: 0. */
  code?: number
  message?: string
  /** May hold bigints, which are written as raw JSON numbers. Default: what the shop makes up, or null beside a code that is not 0. */
  data?: unknown
  /** Sent as it stands in place of the envelope, for answers that are no JSON at all. */
  body?: string | Uint8Array
}

/** Makes the data that answers a right request, or a refusal when its pagination token is wrong. */
export function makeAnswer(
  request: ReceivedRequest,
  operation: Operation,
  pathParameters: Record<string, string>,
  { gate, dice, collectionSize }: { gate: Gate; dice: Dice; collectionSize: number },
): MadeData {
  const asked = { ...Object.fromEntries(request.query), ...pathParameters, ...bodyFields(request) }
  const own = {
    shop_id: gate.shopId,
    shop_cipher: gate.shopCipher,
    category_asset_cipher: gate.categoryAssetCipher,
    cipher: operation.template.includes('category_asset') ? gate.categoryAssetCipher : gate.shopCipher,
    ...(operation.host !== undefined && tokenFields(gate)),
  }
  return makeData({
    operation,
    pathParameters,
    asked,
    bodyText: request.body ?? '',
    collectionSize,
    making: { document: operation.document, dice, midnight: gate.now - (gate.now % (24 * 60 * 60)), own, asked },
  })
}

/** Writes a reply as it goes out. The envelope is that of every answer [C]: code, message, data (null on an error), request_id. */
export function writeReply(
  reply: Reply,
  requestId: string,
  now: number,
): { status: number; headers: Record<string, string>; body: string | Uint8Array } {
  const { code = 0, message = code === 0 ? 'Success' : 'Failed', data = code === 0 ? {} : null } = reply
  const status = reply.status ?? (code === 0 || reply.body !== undefined ? 200 : 400)
  const headers = {
    'content-type': reply.body === undefined ? 'application/json; charset=utf-8' : 'text/plain; charset=utf-8',
    date: new Date(now * 1000).toUTCString(),
    ...reply.headers,
  }
  return { status, headers, body: reply.body ?? writeJson({ code, message, data, request_id: requestId }) }
}

function bodyFields({ body, parts }: ReceivedRequest): Record<string, unknown> {
  if (parts)
    return Object.fromEntries(
      parts.filter(({ value }) => typeof value === 'string').map(({ name, value }) => [name, value]),
    )
  if (body === undefined) return {}
  try {
    return JSON.parse(body) as Record<string, unknown>
  } catch {
    return {}
  }
}
