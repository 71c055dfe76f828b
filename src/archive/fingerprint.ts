import { addressKey } from './address-key.ts'
import { BASE_32, DIGIT_BITS } from './name.ts'

/** FNV-1a, 32 bits, over the UTF-16 code units of the text (low byte, then high byte). */
export const fnv1a = (value: string): number => {
  let hash = 0x811c9dc5
  for (let index = 0; index < value.length; index++) {
    const unit = value.charCodeAt(index)
    hash = Math.imul(hash ^ (unit & 0xff), 0x01000193)
    hash = Math.imul(hash ^ (unit >>> 8), 0x01000193)
  }
  return hash >>> 0
}

/** Which of `parts` shards (a power of two) holds the key: FORMAT.md, "Parts". */
export const partOf = (key: string, parts: number): number => fnv1a(key) % parts

/** The least power of two of parts that keeps `entries` at `each` a part, at most `most`. */
export const partsFor = (entries: number, each: number, most: number): number => {
  let parts = 1
  while (parts * each < entries && parts < most) parts *= 2
  return parts
}

/** Characters of one fingerprint in a day shard. */
export const FINGERPRINT_LENGTH = 5

/**
 * 25 bits of a permalink in base 32. Two articles of a day may share one (about 1 in 30 days of 1,500 articles),
 * so a match is only a candidate: compare the permalink itself before you trust it.
 */
export const fingerprint = (permalink: string): string => {
  const hash = fnv1a(addressKey(permalink))
  let digits = ''
  for (let index = 0; index < FINGERPRINT_LENGTH; index++)
    digits += BASE_32[(hash >>> (index * DIGIT_BITS)) & 31]
  return digits
}
