import { BitReader, BitWriter } from './bits.ts'
import { KEY_BITS } from './terms.ts'

/**
 * The articles of a segment that hold one term: `places` ascending, and for a pair of ideographs a follower each
 * (see followerOf); nothing where the term is no pair, or so rare that followers would tell little.
 */
export interface Postings {
  readonly places: Uint32Array
  readonly followers: Uint8Array | undefined
}

/** Stands for a follower in terms that are no pairs. */
export const NO_PAIR = 16

/** In fewer articles than these a pair has no followers: to look at all of them costs no more. */
const FOLLOWED = 4

/** The bucket of a key: its highest bits; `buckets` is a power of two. */
export const bucketOf = (key: number, buckets: number): number => Math.floor(key / keysIn(buckets))

const keysIn = (buckets: number): number => 2 ** KEY_BITS / buckets
const lowestKey = (bucket: number, buckets: number): number => bucket * keysIn(buckets)

/** Bits of the lower part of a step, by Golomb and Rice: ln 2 of the mean step, rounded down to a power of two. */
const lowBits = (articles: number, count: number): number =>
  Math.max(0, Math.floor(Math.log2((Math.LN2 * articles) / count)))

/** All buckets are written into the same memory, one after another. */
const bits = new BitWriter()

/** Writes a bucket, term by term, by ascending keys (FORMAT.md, "Buckets"). One at a time. */
export class BucketWriter {
  #last: number
  readonly #articles: number

  /** `articles` of the segment; `bucket` and `buckets` tell which one this is. */
  constructor(articles: number, bucket: number, buckets: number) {
    this.#articles = articles
    this.#last = lowestKey(bucket, buckets)
    bits.clear()
  }

  /** Adds a term; each of its postings, from `start` to `end`, is a place times 32, and the follower or NO_PAIR. */
  add(key: number, postings: Uint32Array, start: number, end: number): void {
    const count = end - start
    const hasFollowers = count >= FOLLOWED && ((postings[start] as number) & 31) !== NO_PAIR
    bits.putNumber(key - this.#last)
    bits.putNumber(2 * count + (hasFollowers ? 1 : 0))
    this.#last = key
    const low = lowBits(this.#articles, count)
    let last = -1
    for (let at = start; at < end; at++) {
      const place = (postings[at] as number) >>> 5
      const step = place - last - 1
      last = place
      bits.putOnes(step >>> low)
      bits.put(step & ((1 << low) - 1), low)
      if (hasFollowers) bits.put((postings[at] as number) & 15, 4)
    }
    bits.align()
  }

  bytes(): Uint8Array {
    return bits.bytes()
  }
}

/** Which bucket of a segment it is, and how many articles the segment has. */
export interface BucketPlace {
  readonly bucket: number
  readonly buckets: number
  readonly articles: number
}

/** Reads a bucket to its end. @throws RangeError when the bytes are no bucket of such a segment. */
export const checkBucket = (bytes: Uint8Array, place: BucketPlace): void => {
  postingsIn(bytes, Number.POSITIVE_INFINITY, place)
}

/**
 * Finds a term in a bucket.
 * @throws RangeError when the bytes up to there are no bucket of such a segment.
 */
export const postingsIn = (
  bytes: Uint8Array,
  key: number,
  { bucket, buckets, articles }: BucketPlace,
): Postings | undefined => {
  const reader = new BitReader(bytes)
  let last = lowestKey(bucket, buckets)
  while (!reader.isAtEnd) {
    last += reader.takeNumber()
    const head = reader.takeNumber()
    const count = Math.floor(head / 2)
    if (count === 0 || count > articles) throw new RangeError('a bucket counts wrong')
    if (last > key) return undefined
    const postings = takePostings(reader, count, articles, head % 2 === 1)
    if (last === key) return postings
  }
  return undefined
}

const takePostings = (
  reader: BitReader,
  count: number,
  articles: number,
  hasFollowers: boolean,
): Postings => {
  const places = new Uint32Array(count)
  const followers = hasFollowers ? new Uint8Array(count) : undefined
  const low = lowBits(articles, count)
  let last = -1
  for (let at = 0; at < count; at++) {
    last += 1 + reader.takeOnes() * 2 ** low + reader.take(low)
    if (last >= articles) throw new RangeError('a bucket names an article that there is not')
    places[at] = last
    if (followers) followers[at] = reader.take(4)
  }
  reader.align()
  return { places, followers }
}
