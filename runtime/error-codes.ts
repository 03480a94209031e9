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
import type { Operation } from './operation.ts'

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
  ['token-expired', TokenError, [105002], false, 'renew the access token'],
  ['auth-code', TokenError, [36004004]],
  ['app-key', SignatureError, [], /app_key/i],
  ['clock', SignatureError, [], /\btimestamp\b/i, "set this machine's clock"],
  [
    'cipher',
    ParameterError,
    [101000, 106013],
    /identifier|_cipher\b|\bshop_id\b/i,
    'use the cipher of a shop of this access token',
  ],
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

// Codes whose own text asks for another try, by their first digits.
const temporary =
  /^(11001(027|031)|11006(005|010|026)|12056001|17027107|1702905[45]|21001(003|008|011|043|055)|21008300|210220(26|29|30)|21023022|21042001|25001028|33001002|38023025|45101001|60000100[12])$/

/** Makes the error that an answer's code stands for; `36009004`, which the service uses for all that it checks, is told apart by its message. */
export function apiErrorOf(details: ApiErrorDetails, { isRead, newer }: Pick<Operation, 'isRead' | 'newer'>): ApiError {
  const { code, serviceMessage, status } = details
  const [kind, errorClass, , , advice] = meanings.find(([, , codes, keyword]) =>
    code === 36009004 ? keyword && keyword.test(serviceMessage) : codes.includes(code),
  ) ?? [status === 429 ? 'rate-limit' : 'api', status === 429 ? RateLimitError : ApiError]
  const retryable = kind === 'rate-limit' || (kind === 'service' && isRead) || temporary.test(String(code))
  const example = newer && kind === 'retired-version' ? `, such as ${newer}` : ''
  return new errorClass(kind, { ...details, retryable }, advice && `: ${advice}${example}`)
}
