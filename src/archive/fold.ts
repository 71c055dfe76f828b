import { simplified } from './variants.ts'

/** What a character is to search (FORMAT.md, "Terms"). */
export const OTHER = 0
/** Han, kana, hangul: each two neighbours are a term. */
export const IDEOGRAPH = 1
/** A letter or digit of any other script: a run of them is a term. */
export const LETTER = 2
export const DIGIT = 3

/** Ranges of UTF-16 code units that are ideographs, both ends included; of pairs, the units of planes 2 and 3. */
const IDEOGRAPHS: readonly (readonly [number, number])[] = [
  [0x1100, 0x11ff],
  [0x2e80, 0x2fdf],
  [0x3005, 0x3007],
  [0x3021, 0x3029],
  [0x3031, 0x3035],
  [0x3041, 0x3096],
  [0x309d, 0x309f],
  [0x30a1, 0x30fa],
  [0x30fc, 0x30ff],
  [0x3105, 0x312f],
  [0x3131, 0x318e],
  [0x31a0, 0x31bf],
  [0x31f0, 0x31ff],
  [0x3400, 0x4dbf],
  [0x4e00, 0x9fff],
  [0xa960, 0xa97f],
  [0xac00, 0xd7ff],
  [0xd840, 0xd888],
  [0xdc00, 0xdfff],
  [0xf900, 0xfaff],
  [0xff66, 0xffdc],
]

/** What a code unit folds to, and what it then is. Filled once: it is asked for each character of an archive. */
interface Folding {
  readonly units: Uint16Array
  readonly kinds: Uint8Array
}

const makeFolding = (): Folding => {
  const units = new Uint16Array(0x10000)
  const kinds = new Uint8Array(0x10000)
  for (let unit = 0; unit < 0x10000; unit++) units[unit] = simplified(unit)
  for (let unit = 0; unit < 0x2e80; unit++) units[unit] = foldedLetter(unit)
  for (let unit = 0xff01; unit < 0xfff0; unit++) units[unit] = foldedLetter(unit)
  // The wide blank, which titles have where a sign would stand: a phrase is asked for with a narrow one.
  units[0x3000] = 0x20
  for (const [first, last] of IDEOGRAPHS) kinds.fill(IDEOGRAPH, first, last + 1)
  for (let unit = 0; unit < 0x10000; unit++) {
    // Of most units above, those that are letters are ideographs: what is left is asked for one by one.
    if (kinds[unit] === IDEOGRAPH || (unit >= 0xd800 && unit < 0xf900)) continue
    const character = String.fromCharCode(unit)
    if (/\p{Nd}/u.test(character)) kinds[unit] = DIGIT
    else if (/[\p{L}\p{M}\p{N}]/u.test(character)) kinds[unit] = LETTER
  }
  return { units, kinds }
}

/** One letter without case, width and, if it is Latin, accents. A character that would become several stays. */
const foldedLetter = (unit: number): number => {
  const written = String.fromCharCode(unit)
  const plain = written.normalize('NFKC').toLowerCase()
  const [base = ''] = plain.normalize('NFD')
  const folded = /^[a-z]$/.test(base) && /^.\p{M}*$/u.test(plain.normalize('NFD')) ? base : plain
  return folded.length === 1 ? folded.charCodeAt(0) : unit
}

let folding: Folding | undefined

/** The tables of folding; 5 ms the first time. */
export const foldingTables = (): Folding => {
  folding ??= makeFolding()
  return folding
}

/**
 * A text as search compares it: without case, width and accents, traditional characters as simplified ones, blanks
 * as blanks. It has as many code units as the text, so that a place in one is the same place in the other.
 */
export const fold = (text: string): string => {
  const { units } = foldingTables()
  const folded = new Uint16Array(text.length)
  for (let place = 0; place < text.length; place++) folded[place] = units[text.charCodeAt(place)] as number
  let out = ''
  for (let start = 0; start < folded.length; start += CHUNK)
    out += String.fromCharCode(...folded.subarray(start, start + CHUNK))
  return out
}

/** Code units made to text at a time: each is an argument of one call. */
const CHUNK = 8192
