/** Postings to be sorted, side by side: a term's key, and a value that is the higher the later its article. */
export interface PostingColumns {
  readonly keys: Uint32Array
  readonly values: Uint32Array
}

export const newColumns = (length: number): PostingColumns => ({
  keys: new Uint32Array(length),
  values: new Uint32Array(length),
})

const DIGIT_BITS = 11
const DIGITS = 2 ** DIGIT_BITS
const next = new Uint32Array(DIGITS)

/**
 * Sorts the first `count` postings by the lowest 22 bits of their keys, digit by digit from the lowest; those of one
 * key stay in the order in which they were. `spare` is room for as many, and is overwritten.
 */
export const sortPostings = (columns: PostingColumns, spare: PostingColumns, count: number): void => {
  passOver(columns, spare, count, 0)
  passOver(spare, columns, count, DIGIT_BITS)
}

const passOver = (from: PostingColumns, to: PostingColumns, count: number, shift: number): void => {
  const { keys, values } = from
  const { keys: sortedKeys, values: sortedValues } = to
  next.fill(0)
  for (let at = 0; at < count; at++) {
    const digit = ((keys[at] as number) >>> shift) & (DIGITS - 1)
    next[digit] = (next[digit] as number) + 1
  }
  let start = 0
  for (let digit = 0; digit < DIGITS; digit++) {
    const size = next[digit] as number
    next[digit] = start
    start += size
  }
  for (let at = 0; at < count; at++) {
    const key = keys[at] as number
    const digit = (key >>> shift) & (DIGITS - 1)
    const place = next[digit] as number
    next[digit] = place + 1
    sortedKeys[place] = key
    sortedValues[place] = values[at] as number
  }
}
