/** What an error means to the caller: stable, and made for `switch`. */
export type ErrorKind =
  /** Bad arguments or options; nothing was sent. */
  | 'input'
  /** The request could not be sent, or the connection broke. */
  | 'connection'
  /** No complete answer within `timeoutMs`. */
  | 'timeout'
  /** An answer that is no envelope of the API: HTML, empty, cut off, a redirect. */
  | 'answer'
  /** The service gave the same page token twice. */
  | 'paging'
  /** The signature is missing or wrong. */
  | 'signature'
  /** The timestamp is too far from the service's clock. */
  | 'clock'
  /** The app key is unknown. */
  | 'app-key'
  /** The access token has expired: renew it. */
  | 'token-expired'
  /** The access token is not valid: the seller must authorise again. */
  | 'token-invalid'
  /** The code of an authorisation is wrong, used or expired. */
  | 'auth-code'
  /** The app or the token lacks the access scope. */
  | 'scope'
  /** The cipher or shop id is missing, not wanted, or does not belong to the token. */
  | 'cipher'
  /** Too many requests: wait and send again. */
  | 'rate-limit'
  /** The quota of the hour or day is used up. */
  | 'quota'
  /** An argument is missing or wrong. */
  | 'parameter'
  /** The file or the content type of an upload is not accepted. */
  | 'upload'
  /** The service does not know the path or the method. */
  | 'not-found'
  /** The service does not know the version of the API. */
  | 'api-version'
  /** The service has retired this version of the operation. */
  | 'retired-version'
  /** The shop or the seller is deactivated. */
  | 'deactivated'
  /** The caller's IP address is not on the app's allow-list. */
  | 'ip-address'
  /** The service failed. */
  | 'service'
  /** Any other code of the operation. */
  | 'api'

/** What an error knows beside its message. */
export interface ErrorDetails {
  operation?: string
  version?: string
  status?: number
  requestId?: string | undefined
  retryable?: boolean
  cause?: unknown
}

/** Base class of every error of this package. None of them contains the app secret, a token or a URL that holds one. */
export abstract class TikTokShopError extends Error {
  /** What the error means to the caller. */
  abstract readonly kind: ErrorKind
  /** The operation, such as `order.getOrderList`. */
  declare readonly operation: string | undefined
  /** Version of the API that the operation belongs to. */
  declare readonly version: string | undefined
  /** HTTP status, when there was an answer. */
  declare readonly status: number | undefined
  /** The service's `request_id`, which the vendor's support asks for. */
  declare readonly requestId: string | undefined
  /** Whether the same request can succeed later and may be sent again without doing anything twice. */
  readonly retryable: boolean = false

  constructor(message: string, details?: ErrorDetails) {
    super(details?.operation ? `${details.operation} (${details.version}): ${message}` : message, details)
    Object.assign(this, details)
  }

  /** Gives the error's fields with its message, which JSON.stringify would leave out. */
  toJSON(): object {
    return { ...this, name: this.name, message: this.message }
  }
}

/** Bad arguments or options, found before anything was sent. */
export class InputError extends TikTokShopError {
  readonly kind = 'input'
}

/** The request could not be sent, or the connection broke before the answer was complete. A write may have been done. */
export class ConnectionError extends TikTokShopError {
  readonly kind = 'connection'
}

/** No complete answer within `timeoutMs`. A write may have been done. */
export class TimeoutError extends TikTokShopError {
  readonly kind = 'timeout'
}

/** An answer that is no envelope of the API: HTML, empty, cut off, a redirect. A write may have been done. */
export class AnswerError extends TikTokShopError {
  readonly kind = 'answer'
}

/** The service gave a page token that it had given before, so that walking on would never end. */
export class PagingError extends TikTokShopError {
  readonly kind = 'paging'
}

/** What an {@link ApiError} knows beside its message. */
export interface ApiErrorDetails extends ErrorDetails {
  code: number
  serviceMessage: string
}

/** The service answered with a code other than 0. */
export class ApiError extends TikTokShopError {
  /** The code of the answer. */
  declare readonly code: number
  /** The message of the answer, as the service wrote it. */
  declare readonly serviceMessage: string

  readonly kind: ErrorKind

  constructor(kind: ErrorKind, details: ApiErrorDetails, advice = '') {
    const { serviceMessage, code, status, requestId } = details
    super(`${serviceMessage} (code ${code}, HTTP ${status}, request_id ${requestId})${advice}`, details)
    this.kind = kind
  }
}

/** The service refused the signing parameters: kind `signature`, `clock` or `app-key`. */
export class SignatureError extends ApiError {}

/** The service refused the token: kind `token-expired`, `token-invalid` or `auth-code`. */
export class TokenError extends ApiError {}

/** The app or the token lacks the access scope. */
export class ScopeError extends ApiError {}

/** Too many requests. */
export class RateLimitError extends ApiError {}

/** The quota of the hour or the day is used up. */
export class QuotaError extends ApiError {}

/** The service refused an argument: kind `parameter`, `cipher` or `upload`. */
export class ParameterError extends ApiError {}

/** The service does not have this version of the operation: kind `retired-version` or `api-version`. */
export class RetiredVersionError extends ApiError {}

/** The shop or the seller is deactivated. */
export class DeactivatedError extends ApiError {}

/** The service failed. A write may have been done. */
export class ServiceError extends ApiError {}

// Minifiers rename classes, and a name of each error's own would be printed twice.
const named = {
  TikTokShopError,
  InputError,
  ConnectionError,
  TimeoutError,
  AnswerError,
  PagingError,
  ApiError,
  SignatureError,
  TokenError,
  ScopeError,
  RateLimitError,
  QuotaError,
  ParameterError,
  RetiredVersionError,
  DeactivatedError,
  ServiceError,
}
for (const [name, errorClass] of Object.entries(named)) errorClass.prototype.name = name

/**
 * Lets the stack of an error begin where this is called: what lies between is ours, and would push the caller's line out of the ten
 * lines that engines keep.
 */
export function shortened(error: unknown): unknown {
  // Bad input is found before anything is awaited; its stack is short as it is.
  if (error instanceof TikTokShopError && error.kind !== 'input') Error.captureStackTrace?.(error, shortened)
  return error
}
