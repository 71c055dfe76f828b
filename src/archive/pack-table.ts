import { BitReader, BitWriter } from './bits.ts'
import { type Day, dayOfNumber, numberOfDay } from './day.ts'
import { BASE_32, DIGIT_BITS, NAME_LENGTH } from './name.ts'

/** Articles of a segment that lie side by side: in which body pack, from which place of it on, how many. */
export interface PackRow {
  readonly day: Day
  readonly name: string
  readonly from: number
  readonly count: number
}

const bits = /* @__PURE__ */ new BitWriter()

/** Writes a table of packs, which follow one another in the archive's order (FORMAT.md, "Tables of packs"). */
export const writePackTable = (packs: readonly PackRow[]): Uint8Array => {
  bits.clear()
  bits.putNumber(packs.length)
  let last = 0
  for (const { day, name, from, count } of packs) {
    const number = numberOfDay(day)
    bits.putCount(1 + number - last)
    last = number
    bits.putCount(1 + from)
    bits.putCount(count)
    for (const digit of name) bits.put(BASE_32.indexOf(digit), DIGIT_BITS)
  }
  return bits.bytes().slice()
}

/**
 * Reads a table of so many articles; `end` is where its bytes do.
 * @throws RangeError when the bytes are none, or tell of more or fewer articles.
 */
export const readPackTable = (bytes: Uint8Array, articles: number): { packs: PackRow[]; end: number } => {
  const reader = new BitReader(bytes)
  const packs: PackRow[] = []
  let [number, left] = [0, articles]
  for (let rows = reader.takeNumber(); rows > 0; rows--) {
    number += reader.takeCount() - 1
    const from = reader.takeCount() - 1
    const count = reader.takeCount()
    let name = ''
    while (name.length < NAME_LENGTH) name += BASE_32[reader.take(DIGIT_BITS)]
    const day = dayOfNumber(number)
    if (day === undefined) throw new RangeError('a table of packs names a day that there is not')
    packs.push({ day, name, from, count })
    left -= count
  }
  if (left !== 0) throw new RangeError('a table of packs counts wrong')
  reader.align()
  return { packs, end: bytes.length - reader.bitsLeft / 8 }
}
