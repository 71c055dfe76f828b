import { GAPS, HIGH, LOW, MIDDLE } from './variant-pairs.ts'

/** Where the columns of pairs count from: the first ideograph of the Basic Multilingual Plane. */
const FIRST = 0x3400
const NO_END = 31

let table: Uint16Array | undefined

/**
 * The UTF-16 code unit that a traditional or variant character is written as in simplified Chinese; any other unit is
 * itself. Character by character, as OpenCC's TSCharacters has it (the first of several): 乾 and 幹 are both 干, so
 * texts that are compared have to be simplified on both sides. Simplified twice is simplified once.
 */
export const simplified = (unit: number): number => {
  // Asked for each character of all texts: a table, which costs 128 kB and a millisecond when it is first wanted.
  if (!table) table = unfold()
  return table[unit] ?? unit
}

const unfold = (): Uint16Array => {
  const units = Uint16Array.from({ length: 0x10000 }, (_, unit) => unit)
  let from = FIRST
  let pair = 0
  for (let index = 0; index < GAPS.length; index++) {
    const gap = digitAt(GAPS, index)
    from += gap
    if (gap === NO_END) continue
    units[from] = FIRST + (digitAt(HIGH, pair) << 10) + (digitAt(MIDDLE, pair) << 5) + digitAt(LOW, pair)
    pair++
  }
  return units
}

/** Base 32 as in names: `a` to `z` are 0 to 25, `2` to `7` are 26 to 31. */
const digitAt = (digits: string, index: number): number => {
  const code = digits.charCodeAt(index)
  return code < 97 ? code - 24 : code - 97
}
