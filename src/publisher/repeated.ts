/** Addresses differ in their ends, as a rule; where they do not, a few more are taken for alike. */
const LOOKED_AT = 28

/** Two words of 32 bits over a text's length and its last code units, as one whole number below 2^53. */
const hashOf = (text: string): number => {
  let low = 0xdeadbeef ^ text.length
  let high = 0x41c6ce57
  for (let index = Math.max(0, text.length - LOOKED_AT); index < text.length; index++) {
    const unit = text.charCodeAt(index)
    low = Math.imul(low ^ unit, 0x9e3779b1)
    high = Math.imul(high ^ unit, 0x5f356495)
    low ^= low >>> 15
    high ^= high >>> 13
  }
  return (high & 0x1fffff) * 2 ** 32 + (low >>> 0)
}

/**
 * The items whose key another item has, too, and now and then one that only looks so: whoever asks has to compare. Numbers are sorted for it, which takes a tenth of what a map of a million texts does.
 */
export const repeatedIn = <T>(items: readonly T[], keyOf: (item: T) => string): ReadonlySet<T> => {
  const hashes = new Float64Array(items.length)
  for (let place = 0; place < items.length; place++) hashes[place] = hashOf(keyOf(items[place] as T))
  const sorted = hashes.slice().sort()
  const repeated = new Set<number>()
  for (let index = 1; index < sorted.length; index++)
    if (sorted[index] === sorted[index - 1]) repeated.add(sorted[index] as number)
  return new Set(repeated.size === 0 ? [] : items.filter((_, place) => repeated.has(hashes[place] as number)))
}
