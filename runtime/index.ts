export {
  AnswerError,
  ApiError,
  ConnectionError,
  DeactivatedError,
  InputError,
  PagingError,
  ParameterError,
  QuotaError,
  RateLimitError,
  RetiredVersionError,
  ScopeError,
  ServiceError,
  SignatureError,
  TikTokShopError,
  TimeoutError,
  TokenError,
  type ApiErrorDetails,
  type ErrorDetails,
  type ErrorKind,
} from './errors.ts'
export { accessTokenMiddleware, signingMiddleware, type AccessTokenOptions, type SigningOptions } from './middleware.ts'
export { sign, signUrl, stringToSign, type SignedParts, type SignedUrl, type SignUrlOptions } from './sign.ts'
export type * from './types.ts'
