import { BitReader, BitWriter } from './bits.ts'
import { ANY_FOLLOWER, FOLLOWER_BITS, KEY_BITS } from './terms.ts'

/**
 * The articles of a segment that may hold one term: `places` ascending, and for a pair of ideographs a follower each
 * (see followerOf); nothing where the term is no pair, or so rare that followers would tell little.
 */
export interface Postings {
  readonly places: Uint32Array
  readonly followers: Uint8Array | undefined
}

/** Stands for a follower in terms that are no pairs. */
export const NO_PAIR = 2 ** FOLLOWER_BITS - 1

/** In fewer articles than these a pair has no followers: to look at all of them costs no more. */
const FOLLOWED = 4

/**
 * Bits of a key beyond those that tell the terms of a bucket apart: a term that is not there is taken for another in
 * one of a hundred buckets, which costs a look at a text; each bit more would cost every bucket 5 %.
 */
const SPARE_BITS = 6

/** The bucket of a key: its highest bits; `buckets` is a power of two. */
export const bucketOf = (key: number, buckets: number): number => Math.floor(key / keysIn(buckets))

const keysIn = (buckets: number): number => 2 ** KEY_BITS / buckets

/** Bits of a key that a bucket of so many terms keeps, of those in which the keys of a bucket differ. */
const keptBits = (terms: number, buckets: number): number =>
  Math.min(KEY_BITS - Math.log2(buckets), 32 - Math.clz32(terms) + SPARE_BITS)

/** Bits of the lower part of a step, by Golomb and Rice: ln 2 of the mean step, rounded down to a power of two. */
const lowBits = (range: number, count: number): number =>
  Math.max(0, 31 - Math.clz32((Math.LN2 * range) / count))

/** All buckets are written into the same memory, one after another. */
const head = /* @__PURE__ */ new BitWriter()
const body = /* @__PURE__ */ new BitWriter()
let keys = /* @__PURE__ */ new Uint32Array(4096)

const putStep = (bits: BitWriter, step: number, low: number): void => {
  bits.putOnes(step >>> low, step & ((1 << low) - 1), low)
}

/** Writes a bucket, term by term, by ascending keys (FORMAT.md, "Buckets"). One at a time. */
export class BucketWriter {
  #terms = 0
  readonly #articles: number
  readonly #buckets: number

  /** `articles` of the segment, which has so many buckets. */
  constructor(articles: number, buckets: number) {
    this.#articles = articles
    this.#buckets = buckets
    body.clear()
  }

  /** Adds a term; each of its postings, from `start` to `end`, is a place times 16, and the follower or NO_PAIR. */
  add(key: number, postings: Uint32Array, start: number, end: number): void {
    if (this.#terms === keys.length) {
      const larger = new Uint32Array(2 * keys.length)
      larger.set(keys)
      keys = larger
    }
    keys[this.#terms++] = key % keysIn(this.#buckets)
    const count = end - start
    body.putCount(count)
    const hasFollowers = count >= FOLLOWED && ((postings[start] as number) & NO_PAIR) !== NO_PAIR
    if (count >= FOLLOWED) body.put(hasFollowers ? 1 : 0, 1)
    const low = lowBits(this.#articles, count)
    let last = -1
    for (let at = start; at < end; at++) {
      const place = (postings[at] as number) >>> FOLLOWER_BITS
      putStep(body, place - last - 1, low)
      last = place
      if (hasFollowers) body.put((postings[at] as number) & NO_PAIR, FOLLOWER_BITS)
    }
  }

  bytes(): Uint8Array {
    const terms = this.#terms
    if (terms === 0) return new Uint8Array()
    head.clear()
    head.putNumber(terms)
    const kept = keptBits(terms, this.#buckets)
    const dropped = KEY_BITS - Math.log2(this.#buckets) - kept
    const low = lowBits(2 ** kept, terms)
    let last = 0
    for (let at = 0; at < terms; at++) {
      const key = (keys[at] as number) >>> dropped
      putStep(head, key - last, low)
      last = key
    }
    const [first, second] = [head.bytes(), body.bytes()]
    const bytes = new Uint8Array(first.length + second.length)
    bytes.set(first)
    bytes.set(second, first.length)
    return bytes
  }
}

/** How many buckets a segment has, and how many articles. */
export interface BucketFrame {
  readonly buckets: number
  readonly articles: number
}

/** Reads a bucket to its end. @throws RangeError when the bytes are no bucket of such a segment. */
export const checkBucket = (bytes: Uint8Array, { buckets, articles }: BucketFrame): void => {
  if (bytes.length === 0) return
  const reader = new BitReader(bytes)
  const { terms } = takeKeys(reader, 0, buckets)
  for (let term = 0; term < terms; term++) takePostings(reader, articles)
}

/**
 * Finds a term in the bucket of its key; other terms whose keys are cut to the same are found with it.
 * @throws RangeError when the bytes up to there are no bucket of such a segment.
 */
export const postingsIn = (
  bytes: Uint8Array,
  key: number,
  { buckets, articles }: BucketFrame,
): Postings | undefined => {
  if (bytes.length === 0) return undefined
  const reader = new BitReader(bytes)
  const { first, end } = takeKeys(reader, key % keysIn(buckets), buckets)
  let found: Postings | undefined
  for (let term = 0; term < end; term++) {
    const postings = takePostings(reader, articles)
    if (term >= first) found = found ? union(found, postings) : postings
  }
  return found
}

/** Reads the keys of a bucket: how many there are, and the first and the last, without it, that are cut to this one. */
const takeKeys = (
  reader: BitReader,
  key: number,
  buckets: number,
): { terms: number; first: number; end: number } => {
  const terms = reader.takeNumber()
  const kept = keptBits(terms, buckets)
  // Each key takes a bit at least: what counts more has been damaged.
  if (terms === 0 || terms > reader.bitsLeft) throw new RangeError('a bucket counts wrong')
  const wanted = key >>> (KEY_BITS - Math.log2(buckets) - kept)
  const low = lowBits(2 ** kept, terms)
  let [first, end] = [0, 0]
  let last = 0
  for (let term = 0; term < terms; term++) {
    last += takeStep(reader, low)
    if (last < wanted) first = term + 1
    if (last <= wanted) end = term + 1
  }
  reader.align()
  return { terms, first, end: first < end ? end : 0 }
}

const takeStep = (reader: BitReader, low: number): number => reader.takeOnes() * 2 ** low + reader.take(low)

const takePostings = (reader: BitReader, articles: number): Postings => {
  const count = reader.takeCount()
  if (count > articles) throw new RangeError('a bucket counts wrong')
  const hasFollowers = count >= FOLLOWED && reader.take(1) === 1
  const places = new Uint32Array(count)
  const followers = hasFollowers ? new Uint8Array(count) : undefined
  const low = lowBits(articles, count)
  let last = -1
  for (let at = 0; at < count; at++) {
    last += 1 + takeStep(reader, low)
    if (last >= articles) throw new RangeError('a bucket names an article that there is not')
    places[at] = last
    if (followers) followers[at] = reader.take(FOLLOWER_BITS)
  }
  return { places, followers }
}

/** The articles of two terms; where both are in one it may go on in any way. */
const union = (one: Postings, other: Postings): Postings => {
  const followers = new Map<number, number>()
  for (const { places, followers: own } of [one, other])
    for (const [at, place] of places.entries())
      followers.set(place, followers.has(place) ? ANY_FOLLOWER : (own?.[at] ?? ANY_FOLLOWER))
  const places = Uint32Array.from([...followers.keys()].sort((a, b) => a - b))
  return { places, followers: Uint8Array.from(places, (place) => followers.get(place) as number) }
}
