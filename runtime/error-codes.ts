import {
  ApiError,
  DeactivatedError,
  ParameterError,
  QuotaError,
  RateLimitError,
  RetiredVersionError,
  ScopeError,
  ServiceError,
  SignatureError,
  TokenError,
  type ApiErrorDetails,
  type ErrorKind,
} from './errors.ts'

type Meaning = readonly [
  kind: ErrorKind,
  errorClass: typeof ApiError,
  codes: readonly number[],
  /** What tells this meaning from the others of 36009004: a keyword, as the service changes its wording. */
  keyword?: RegExp | false,
  advice?: string,
]

const meanings: readonly Meaning[] = [
  ['signature', SignatureError, [106001], /signature|\bsign\b/i, 'check appSecret'],
  ['token-invalid', TokenError, [105001], /access[-_]token/i, 'the seller must authorise again'],
  ['token-expired', TokenError, [105002]],
  ['auth-code', TokenError, [36004004]],
  ['app-key', SignatureError, [], /app_key/i],
  ['clock', SignatureError, [], /\btimestamp\b/i, "set this machine's clock"],
  ['cipher', ParameterError, [101000, 106013], /identifier|_cipher\b|\bshop_id\b/i],
  ['api-version', RetiredVersionError, [], /api version/i],
  ['parameter', ParameterError, [98001004], /^/],
  ['retired-version', RetiredVersionError, [36009014], false, 'import a newer version'],
  ['scope', ScopeError, [105005], false, 'add the scope in Partner Center, then the seller must authorise again'],
  ['rate-limit', RateLimitError, [36009002]],
  ['quota', QuotaError, [36009037, 45101004]],
  ['service', ServiceError, [36009003, 36009007]],
  ['not-found', ApiError, [36009009, 36009010]],
  ['upload', ParameterError, [36009021, 36009022, 36009023]],
  ['ip-address', ApiError, [36009033]],
  ['deactivated', DeactivatedError, [36009043, 36009044]],
]

// Codes whose own text asks for another try.
const temporary =
  // prettier-ignore
  [11001027, 11001031, 11006005, 11006010, 11006026, 12056001, 17027107, 17029054, 17029055, 21001003, 21001008, 21001011, 21001043, 21001055, 21008300, 21022026, 21022029, 21022030, 21023022, 21042001, 25001028, 33001002, 38023025, 45101001, 600001001, 600001002]

/** Makes the error that an answer's code stands for; `36009004`, which the service uses for all that it checks, is told apart by its message. */
export function apiErrorOf(details: ApiErrorDetails, isRead: boolean): ApiError {
  const { code, serviceMessage, status } = details
  const [kind, errorClass, , , advice] = meanings.find(([, , codes, keyword]) =>
    code === 36009004 ? keyword && keyword.test(serviceMessage) : codes.includes(code),
  ) ?? [status === 429 ? 'rate-limit' : 'api', status === 429 ? RateLimitError : ApiError]
  const retryable = kind === 'rate-limit' || (kind === 'service' && isRead) || temporary.includes(code)
  return new errorClass(kind, { ...details, retryable }, advice && `: ${advice}`)
}
