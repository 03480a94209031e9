/** Draws that depend on nothing but the seed and a key: the same question gives the same answer in every process. */
export interface Dice {
  /** A number from 0 up to, not including, 1. */
  fraction(key: string): number
  /** A whole number between two limits, both included. */
  integer(key: string, least: number, most: number): number
  /** One of a list that is not empty. */
  pick<Item>(key: string, list: readonly Item[]): Item
  /** So many decimal digits; the first is no zero. */
  digits(key: string, count: number): string
  /** So many characters out of an alphabet. */
  text(key: string, count: number, alphabet: string): string
}

/** Makes dice for a seed. */
export function createDice(seed: number | string): Dice {
  const fraction = (key: string) => hash(`${seed}:${key}`) / 2 ** 32
  const integer = (key: string, least: number, most: number) => least + Math.floor(fraction(key) * (most - least + 1))
  const text = (key: string, count: number, alphabet: string) => {
    let state = hash(`${seed}:${key}`) || 1
    let drawn = ''
    for (let at = 0; at < count; at++) {
      // One step of xorshift: a hash for each character would cost more than all the rest of an answer.
      state ^= state << 13
      state ^= state >>> 17
      state ^= state << 5
      drawn += alphabet[(state >>> 0) % alphabet.length]
    }
    return drawn
  }
  return {
    fraction,
    integer,
    pick: (key, list) => list[integer(key, 0, list.length - 1)]!,
    text,
    digits: (key, count) => String(integer(key, 1, 9)) + text(key, count - 1, '0123456789'),
  }
}

/** FNV-1a over the code units, mixed once more so that keys which differ in their last letter do not give neighbours. */
function hash(text: string): number {
  let state = 0x811c9dc5
  for (let at = 0; at < text.length; at++) state = Math.imul(state ^ text.charCodeAt(at), 0x01000193)
  state = Math.imul(state ^ (state >>> 16), 0x85ebca6b)
  state = Math.imul(state ^ (state >>> 13), 0xc2b2ae35)
  return (state ^ (state >>> 16)) >>> 0
}
