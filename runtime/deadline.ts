// setTimeout fires at once when asked for more than this.
const longestTimer = 2 ** 31 - 1

/**
 * Does some work until a time or a caller's signal ends it, and leaves no timer and no listener behind. Ends also when the work ignores
 * its signal, as a user's own `fetch` may.
 *
 * @throws what `onTimeout` makes when the time is over, the signal's reason when it aborts
 */
export async function withDeadline<T>(
  timeoutMs: number,
  signal: AbortSignal | undefined,
  onTimeout: () => Error,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  signal?.throwIfAborted()
  const controller = new AbortController()
  const onAbort = () => controller.abort(signal?.reason)
  const timer = setTimeout(() => controller.abort(onTimeout()), Math.min(timeoutMs, longestTimer))
  signal?.addEventListener('abort', onAbort)
  const ended = new Promise<never>((_, reject) => {
    controller.signal.onabort = () => reject(controller.signal.reason as Error)
  })
  try {
    return await Promise.race([work(controller.signal), ended])
  } finally {
    clearTimeout(timer)
    signal?.removeEventListener('abort', onAbort)
  }
}
