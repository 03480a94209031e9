/** The places of 64-bit numbers in a JSON value: a tree of field names, `[]` for the items of an array; a leaf is a marked place. */
export interface Marks {
  [segment: string]: Marks
}

// Most answers hold no long number outside of quotes; this tells without reading the text token by token.
const mayHoldBigIntegers = /[[:,\s]-?\d{16}/
const stringsAndNumbers = /"[^"\\]*(?:\\[^][^"\\]*)*"|-?\d[-+.\deE]*/g

/** Reads JSON so that no digit is lost: integers that a number cannot hold, and all at marked places, become strings. */
export function fromJson(json: string, marks: Marks): unknown {
  const quoteBigInteger = (token: string) =>
    token.length > 15 && /^-?\d+$/.test(token) && !Number.isSafeInteger(+token) ? `"${token}"` : token
  const value: unknown = JSON.parse(
    mayHoldBigIntegers.test(json) ? json.replace(stringsAndNumbers, quoteBigInteger) : json,
  )
  return changeMarked(value, marks, '', (marked) => (typeof marked === 'number' ? String(marked) : marked))
}

/**
 * Writes JSON with the strings at marked places as bare digits. Node 20 has no JSON.rawJSON.
 *
 * @throws {Error} when a marked value is no 64-bit integer, or a value has no JSON form
 */
export function toJson(value: unknown, marks: Marks | undefined): string {
  if (!marks) return exactJson(value)
  // Nobody's text can hold what is drawn anew each time.
  const quote = `int64:${Math.random()}:`
  const marked = changeMarked(value, marks, 'body', (digits, place) => {
    if (!isInt64(digits)) throw new Error(`${place} must be a 64-bit integer, such as '7494049642642441621'`)
    return quote + String(digits) + quote
  })
  return exactJson(marked).replaceAll(`"${quote}`, '').replaceAll(`${quote}"`, '')
}

function exactJson(value: unknown): string {
  const json = JSON.stringify(value)
  // The replacer is slow, and hardly any request holds a number that long.
  return mayHoldBigIntegers.test(json) ? JSON.stringify(value, refuseLostDigits) : json
}

function refuseLostDigits(name: string, value: unknown): unknown {
  if (!Number.isInteger(value) || Number.isSafeInteger(value)) return value
  throw new Error(`${name} is a number that has lost digits; give it as a string`)
}

function isInt64(value: unknown): boolean {
  const digits = String(value)
  if (typeof value === 'number' && !Number.isSafeInteger(value)) return false
  return /^-?\d+$/.test(digits) && String(BigInt.asIntN(64, BigInt(digits))) === digits
}

type Change = (value: unknown, place: string) => unknown

function changeMarked(value: unknown, marks: Marks, place: string, change: Change): unknown {
  if (value === null || value === undefined) return value
  const names = Object.keys(marks)
  if (!names.length) return change(value, place)
  if (typeof value !== 'object') return value
  const items = marks['[]']
  if (Array.isArray(value)) {
    return items ? value.map((item, index) => changeMarked(item, items, `${place}[${index}]`, change)) : value
  }
  const copy: Record<string, unknown> = { ...value }
  for (const name of names) {
    if (name in copy) copy[name] = changeMarked(copy[name], marks[name] as Marks, `${place}.${name}`, change)
  }
  return copy
}
