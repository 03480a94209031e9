/** Shows how far a run is: one line that is rewritten on a terminal, a line per step elsewhere. */
export interface Progress {
  step(text: string): void
  /** Takes the line away, so that what follows stands on its own. */
  done(): void
}

/** Creates the progress display of a stream, stderr by default. */
export function createProgress(stream: NodeJS.WriteStream = process.stderr): Progress {
  if (!stream.isTTY) return { step: (text) => void stream.write(`${text}\n`), done: () => undefined }
  const clear = '\r\u001b[2K'
  return {
    step: (text) => void stream.write(clear + text.slice(0, (stream.columns || 80) - 1)),
    done: () => void stream.write(clear),
  }
}
