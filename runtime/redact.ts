const secretParameters = /\b(sign|access_token|refresh_token|auth_code|app_secret)=[^\s&"']+/gi

/** Puts `***` where a text holds one of the secrets, plain or percent-encoded, or a parameter that is secret by its name. */
export function redact(text: string, secrets: readonly string[]): string {
  for (const secret of secrets) text = text.replaceAll(secret, '***').replaceAll(encodeURIComponent(secret), '***')
  return text.replace(secretParameters, '$1=***')
}

/**
 * Copies an error of `fetch` without its secrets. Not the error itself: libraries put URLs into messages, stacks and fields, and
 * the URL of a token operation holds the app secret.
 */
export function redactError(error: unknown, secrets: readonly string[], depth = 5): Error & { code?: string } {
  const { message = error, stack, code, cause } = Object(error) as Partial<Record<string, unknown>>
  const copy = new Error(
    redact(String(message), secrets),
    // Causes can go round in circles.
    cause === undefined || !depth ? undefined : { cause: redactError(cause, secrets, depth - 1) },
  )
  for (const [key, value] of Object.entries({ stack, code })) {
    if (typeof value === 'string') Object.defineProperty(copy, key, { value: redact(value, secrets) })
  }
  return copy
}
