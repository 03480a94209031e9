const mark = '\u0000bigint:'

/** Writes JSON with every bigint as a raw number, all digits kept: what the service does with 64-bit ids, and `JSON.stringify` cannot. */
export function writeJson(value: unknown): string {
  const text = JSON.stringify(value, (_, part: unknown) => (typeof part === 'bigint' ? mark + part.toString() : part))
  return text.includes('u0000bigint') ? text.replaceAll(/"\\u0000bigint:(-?\d+)"/g, '$1') : text
}
