// setTimeout fires at once when asked for more than this.
const longestTimer = 2 ** 31 - 1

/**
 * Does some work until a time or a caller's signal ends it, and leaves no timer and no listener behind. Ends also when the work ignores
 * its signal, as a user's own `fetch` may. Rejects with what `onTimeout` makes, or with the reason of the signal.
 */
export function withDeadline<T>(
  timeoutMs: number,
  signal: AbortSignal | undefined,
  onTimeout: () => Error,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    signal?.throwIfAborted()
    const controller = new AbortController()
    const settle =
      <Value>(settled: (value: Value) => void) =>
      (value: Value) => {
        clearTimeout(timer)
        signal?.removeEventListener('abort', onAbort)
        settled(value)
      }
    const end = settle((reason: unknown) => {
      reject(reason as Error)
      controller.abort(reason)
    })
    const onAbort = () => end(signal?.reason)
    const timer = setTimeout(() => end(onTimeout()), Math.min(timeoutMs, longestTimer))
    signal?.addEventListener('abort', onAbort)
    work(controller.signal).then(settle(resolve), settle(reject))
  })
}
