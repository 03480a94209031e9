import { apiErrorOf } from './error-codes.ts'
import { AnswerError, type ApiError } from './errors.ts'
import { fromJson } from './int64.ts'
import type { Operation } from './operation.ts'
import { redact } from './redact.ts'
import type { Answer } from './send.ts'

/** What every answer of the service looks like. */
export interface Envelope {
  code: number
  message?: string
  data?: unknown
  request_id?: string
}

/** What came of a request: the envelope, and the error that its code stands for. */
export interface Verdict {
  readonly response: Response
  readonly envelope: Envelope
  /** Undefined when the code is 0. */
  readonly error: ApiError | undefined
}

/**
 * Judges an answer by its code alone, as the service sends errors with status 200 and good answers with others.
 *
 * @throws {AnswerError} when it is no envelope
 */
export function judge(operation: Operation, { response, text }: Answer, secrets: readonly string[]): Verdict {
  const { status } = response
  const { about, isRead } = operation
  const envelope = envelopeOf(text, operation)
  if (!envelope) {
    const retryable = status === 429 || status === 503 || (status > 499 && isRead)
    const type = response.headers.get('content-type') ?? 'unknown type'
    throw new AnswerError(`HTTP ${status} with ${text.length} characters of ${type} is no answer of the API`, {
      ...about,
      status,
      retryable,
    })
  }
  const { code, message, request_id: requestId } = envelope
  if (code === 0) return { response, envelope, error: undefined }
  const serviceMessage = redact(String(message ?? 'no message'), secrets)
  return { response, envelope, error: apiErrorOf({ ...about, code, status, serviceMessage, requestId }, operation) }
}

function envelopeOf(text: string, { int64 }: Operation): Envelope | undefined {
  try {
    const envelope = fromJson(text, int64) as Envelope
    return Number.isInteger(envelope.code) ? envelope : undefined
  } catch {
    // The platform's error is not kept, as it quotes the text, which can hold tokens or a buyer's data.
    return undefined
  }
}
