import { DIGIT, foldingTables, IDEOGRAPH, OTHER } from './fold.ts'

/** Bits of a term's key. Terms are known by their keys alone: two that share one cost a look at a text. */
export const KEY_BITS = 30

/** What a key is made for: the same characters are other terms in a title. */
const SEEDS = { text: 0x2545f491, title: 0x5851f42d, character: 0x14057b7e, category: 0x369dea0f }
export type TermField = keyof typeof SEEDS

/** Mixes 32 bits (the finalizer of MurmurHash3), and keeps KEY_BITS of them. */
const mixed = (hash: number): number => {
  let bits = hash ^ (hash >>> 16)
  bits = Math.imul(bits, 0x85ebca6b)
  bits ^= bits >>> 13
  bits = Math.imul(bits, 0xc2b2ae35)
  return (bits ^ (bits >>> 16)) >>> (32 - KEY_BITS)
}

/** The key of two ideographs that stand side by side, folded. */
export const pairKey = (first: number, second: number, field: TermField = 'text'): number =>
  mixed(Math.imul((first << 16) | second, 0x9e3779b1) ^ SEEDS[field])

/** The key of a word, folded: FNV-1a over its code units, mixed. */
export const wordKey = (
  units: ArrayLike<number>,
  start: number,
  end: number,
  field: TermField = 'text',
): number => {
  let hash = 0x811c9dc5 ^ SEEDS[field]
  for (let place = start; place < end; place++) hash = Math.imul(hash ^ (units[place] as number), 0x01000193)
  return mixed(hash)
}

/** The key of a category, which is a term of its articles. */
export const categoryKey = (slug: string): number => {
  const units = Uint16Array.from(slug, (_, place) => slug.charCodeAt(place))
  return wordKey(units, 0, units.length, 'category')
}

/** The key of one ideograph in a title, folded. */
export const characterKey = (unit: number): number => mixed(Math.imul(unit, 0x9e3779b1) ^ SEEDS.character)

/** Bits of what follows a pair, of which the highest number stands for no pair. */
export const FOLLOWER_BITS = 4

/** Of what follows a pair, a little: 1 to 14, so that most texts that go on otherwise need not be looked at. */
export const followerOf = (next: number): number => 1 + (next % 14)

/** A pair that goes on in more than one way in a text. */
export const ANY_FOLLOWER = 0

/** Hears of the terms of a text, in order. Places are of code units, the end excluded. */
export interface TermListener {
  /** Two ideographs, the first of them at `place`; `next` is the unit behind them, or 0 at the end. */
  onPair(first: number, second: number, next: number, place: number): void
  onWord(start: number, end: number): void
  onCharacter?(unit: number): void
}

/** A text's code units, folded. The array is used again for the next text: what is kept must be copied. */
export const foldedUnits = (text: string): Uint16Array => {
  const { units } = foldingTables()
  const { length } = text
  if (buffer.length < length) buffer = new Uint16Array(2 * length)
  const folded = buffer
  for (let place = 0; place < length; place++) folded[place] = units[text.charCodeAt(place)] as number
  return folded.subarray(0, length)
}
let buffer = new Uint16Array(16_384)

const POINT = 0x2e
const COMMA = 0x2c
const PERCENT = 0x25

/**
 * Cuts folded text into terms (FORMAT.md, "Terms"): each two ideographs that stand side by side, and whole words of
 * other scripts. A number goes on over a point or comma with a digit on both sides; one with a percent sign is a
 * term with it and one without.
 */
export const cutTerms = (units: Uint16Array, { onPair, onWord, onCharacter }: TermListener): void => {
  const { kinds } = foldingTables()
  const { length } = units
  let place = 0
  while (place < length) {
    const unit = units[place] as number
    const kind = kinds[unit]
    if (kind === IDEOGRAPH) {
      onCharacter?.(unit)
      const second = place + 1 < length ? (units[place + 1] as number) : 0
      if (kinds[second] === IDEOGRAPH)
        onPair(unit, second, place + 2 < length ? (units[place + 2] as number) : 0, place)
      place++
    } else if (kind === OTHER) place++
    else {
      const end = wordEnd(units, kinds, place)
      onWord(place, end)
      if (end < length && units[end] === PERCENT && kinds[units[end - 1] as number] === DIGIT)
        onWord(place, end + 1)
      place = end
    }
  }
}

/** Where the word that begins at `start` ends. */
const wordEnd = (units: Uint16Array, kinds: Uint8Array, start: number): number => {
  let place = start
  while (place < units.length) {
    if ((kinds[units[place] as number] as number) > IDEOGRAPH) place++
    else if (!joinsDigits(units, kinds, start, place)) break
    else place++
  }
  return place
}

/** `3.5` and `12,345` are one number; `600519,000858` are two, as a comma groups three digits. */
const joinsDigits = (units: Uint16Array, kinds: Uint8Array, start: number, place: number): boolean => {
  const sign = units[place]
  if (sign !== POINT && sign !== COMMA) return false
  const isDigit = (at: number): boolean => at < units.length && kinds[units[at] as number] === DIGIT
  if (!isDigit(place - 1) || !isDigit(place + 1)) return false
  if (sign === POINT) return true
  let before = place
  while (before > start && isDigit(before - 1)) before--
  return place - before <= 3 && isDigit(place + 2) && isDigit(place + 3) && !isDigit(place + 4)
}
