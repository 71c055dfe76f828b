import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  BucketWriter,
  bucketOf,
  NO_PAIR,
  type Postings,
  postingsIn,
} from '../../src/archive/search-bucket.ts'
import { KEY_BITS } from '../../src/archive/terms.ts'

interface Bucket {
  readonly articles: number
  readonly bucket: number
  readonly buckets: number
}

/** A term: where it stands, and what follows it in each place if it is a pair. */
interface Term {
  readonly key: number
  readonly places: readonly number[]
  readonly followers: readonly number[] | undefined
}

const aPlace = (articles: number): fc.Arbitrary<number> => fc.nat(articles - 1)

const aBucketOf = (articles: number): fc.Arbitrary<Bucket> =>
  fc
    .nat(12)
    .chain((bits) => fc.nat(2 ** bits - 1).map((bucket) => ({ articles, bucket, buckets: 2 ** bits })))

const termsFor = ({ articles, bucket, buckets }: Bucket): fc.Arbitrary<Term[]> => {
  const keys = 2 ** KEY_BITS / buckets
  const aTerm = fc
    .tuple(
      fc.nat(keys - 1),
      fc.oneof(
        fc.uniqueArray(aPlace(articles), { minLength: 1, maxLength: 12 }),
        // A run of neighbours, up to all of them.
        fc
          .tuple(aPlace(articles), fc.integer({ min: 1, max: 300 }))
          .map(([from, count]) =>
            Array.from({ length: Math.min(count, articles - from) }, (_, index) => from + index),
          ),
      ),
      fc.option(fc.infiniteStream(fc.nat(14)), { nil: undefined }),
    )
    .map(([offset, some, stream]) => {
      const places = [...some].sort((a, b) => a - b)
      const followers = stream && places.map(() => stream.next().value as number)
      return { key: bucket * keys + offset, places, followers }
    })
  return fc
    .uniqueArray(aTerm, { selector: ({ key }) => key, maxLength: 30 })
    .map((terms) => terms.sort((a, b) => a.key - b.key))
}

const aFullBucket = fc
  .oneof(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 100_000 }))
  .chain(aBucketOf)
  .chain((bucket) => fc.tuple(fc.constant(bucket), termsFor(bucket)))

const write = ({ articles, buckets }: Bucket, terms: readonly Term[]): Uint8Array => {
  const writer = new BucketWriter(articles, buckets)
  for (const { key, places, followers } of terms) {
    // Between others, as they lie in a column of all terms.
    const own = places.map((place, at) => place * 16 + (followers?.[at] ?? NO_PAIR))
    writer.add(key, Uint32Array.from([99, ...own, 99]), 1, 1 + own.length)
  }
  return writer.bytes()
}

/** What a bucket of so many terms keeps of a key (FORMAT.md, "Buckets"). */
const cut = (key: number, { buckets }: Bucket, terms: readonly Term[]): number => {
  const all = KEY_BITS - Math.log2(buckets)
  return Math.floor(key / 2 ** Math.max(0, all - (terms.length.toString(2).length + 6)))
}

/** The terms that a bucket does not know from a key. */
const alike = (key: number, bucket: Bucket, terms: readonly Term[]): Term[] =>
  terms.filter((term) => cut(term.key, bucket, terms) === cut(key, bucket, terms))

const plain = (found: Postings | undefined) =>
  found && { places: [...found.places], followers: found.followers && [...found.followers] }

/** As postings of a segment have to be, whatever the bytes were. */
const expectShape = ({ places, followers }: Postings, articles: number): void => {
  expect(places.length).toBeGreaterThan(0)
  expect(
    places.every((place, at) => place < articles && (at === 0 || place > (places[at - 1] as number))),
  ).toBe(true)
  if (followers) expect(followers).toHaveLength(places.length)
  expect(followers?.every((follower) => follower < 16) ?? true).toBe(true)
}

/** What bytes that may be anything say of a key: nothing, something of the right shape, or that they are damaged. */
const expectRefusedOrSound = (bytes: Uint8Array, key: number, bucket: Bucket): void => {
  try {
    const found = postingsIn(bytes, key, bucket)
    if (found) expectShape(found, bucket.articles)
  } catch (thrown) {
    if (!(thrown instanceof RangeError)) throw thrown
  }
}

/** All articles of some terms, each with its follower where one term alone has it, and that is known. */
const expectUnion = (found: Postings | undefined, terms: readonly Term[]): void => {
  const all = new Map<number, number>()
  for (const { places, followers } of terms)
    for (const [at, place] of places.entries()) {
      const own = places.length >= 4 ? (followers?.[at] ?? 0) : 0
      all.set(place, all.has(place) ? 0 : own)
    }
  const places = [...all.keys()].sort((a, b) => a - b)
  expect(plain(found)).toEqual({ places, followers: places.map((place) => all.get(place)) })
}

describe('a bucket', () => {
  it('gives back each of its terms, with followers where a pair is in four articles or more', () => {
    fc.assert(
      fc.property(aFullBucket, ([bucket, terms]) => {
        const bytes = write(bucket, terms)
        for (const { key, places, followers } of terms) {
          expect(bucketOf(key, bucket.buckets)).toBe(bucket.bucket)
          const kept = places.length >= 4 ? followers : undefined
          const found = postingsIn(bytes, key, bucket)
          const others = alike(key, bucket, terms)
          if (others.length === 1) expect(plain(found)).toEqual({ places, followers: kept })
          else expectUnion(found, others)
        }
      }),
    )
  })

  it('has nothing of a term that is not in it, but for what it does not know from it', () => {
    fc.assert(
      fc.property(aFullBucket, fc.nat(2 ** KEY_BITS - 1), ([bucket, terms], seed) => {
        const keys = 2 ** KEY_BITS / bucket.buckets
        const bytes = write(bucket, terms)
        for (const key of [seed, ...terms.flatMap((term) => [term.key - 1, term.key + 1])]) {
          const own = bucket.bucket * keys + (key % keys)
          if (alike(own, bucket, terms).length === 0) expect(postingsIn(bytes, own, bucket)).toBeUndefined()
        }
      }),
    )
  })

  it('that was cut off is refused, or says what stands before the cut', () => {
    fc.assert(
      fc.property(aFullBucket, fc.double({ min: 0, max: 1, noNaN: true }), ([bucket, terms], share) => {
        const bytes = write(bucket, terms)
        const cut = bytes.subarray(0, Math.floor(share * bytes.length))
        for (const { key } of terms) {
          let found: Postings | undefined
          try {
            found = postingsIn(cut, key, bucket)
          } catch (thrown) {
            expect(thrown).toBeInstanceOf(RangeError)
            continue
          }
          if (found) expect(plain(found)).toEqual(plain(postingsIn(bytes, key, bucket)))
        }
      }),
    )
  })

  it('of any bytes at all is refused, or has the shape of one', () => {
    const anyBytes = fc.oneof(
      fc.uint8Array({ maxLength: 200 }),
      fc
        .array(fc.constantFrom(0, 1, 2, 3, 127, 128, 255), { maxLength: 200 })
        .map((bytes) => Uint8Array.from(bytes)),
    )
    const aBucket = fc.integer({ min: 1, max: 100_000 }).chain(aBucketOf)
    fc.assert(
      fc.property(anyBytes, aBucket, fc.nat(2 ** KEY_BITS - 1), (bytes, bucket, seed) => {
        const keys = 2 ** KEY_BITS / bucket.buckets
        for (const offset of [0, seed % keys, keys - 1])
          expectRefusedOrSound(bytes, bucket.bucket * keys + offset, bucket)
      }),
      { numRuns: 1000 },
    )
  })

  it('with one byte of it changed is refused, or has the shape of one', () => {
    fc.assert(
      fc.property(aFullBucket, fc.nat(), fc.nat(255), ([bucket, terms], at, value) => {
        const bytes = write(bucket, terms)
        if (bytes.length > 0) bytes[at % bytes.length] = value
        for (const { key } of terms) expectRefusedOrSound(bytes, key, bucket)
      }),
    )
  })

  it('knows its terms from nearly all others, be they as many as they may', () => {
    const [articles, buckets, count] = [1000, 4, 3000]
    const keys = Array.from({ length: 2 * count }, (_, at) => Math.imul(at + 1, 0x9e3779b1) >>> 4)
    const term = (key: number): Term => ({ key, places: [key % articles], followers: undefined })
    const own = keys.map((key) => key % 2 ** 28)
    const terms = own
      .slice(0, count)
      .sort((a, b) => a - b)
      .map(term)
    const bytes = write({ articles, bucket: 0, buckets }, terms)
    const strange = own.slice(count).filter((key) => postingsIn(bytes, key, { articles, buckets }))
    expect(strange.length).toBeLessThan(count / 40)
    // A term in one article: ten bits for its place, nine or so for its key, and one for its count.
    expect(bytes.length).toBeLessThan((count * 22) / 8)
  })

  it('without terms is no bytes', () => {
    expect(write({ articles: 5, bucket: 0, buckets: 1 }, [])).toHaveLength(0)
  })

  it('has little to say of a term that is in all articles', () => {
    const places = Array.from({ length: 10_000 }, (_, place) => place)
    const bytes = write({ articles: 10_000, bucket: 0, buckets: 1 }, [
      { key: 7, places, followers: undefined },
    ])
    // A bit each.
    expect(bytes.length).toBeLessThan(1260)
  })
})

describe('the bucket of a key', () => {
  it('is its highest bits, so that keys of one bucket follow one another', () => {
    expect([0, 2 ** 29 - 1, 2 ** 29, 2 ** 30 - 1].map((key) => bucketOf(key, 4))).toEqual([0, 1, 2, 3])
    expect(bucketOf(2 ** 30 - 1, 1)).toBe(0)
    expect(bucketOf(2 ** 30 - 1, 1 << 20)).toBe((1 << 20) - 1)
  })
})
