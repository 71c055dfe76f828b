import { describe, expect, it } from 'vitest'
import { readBucketFile, writeBucketFile } from '../../src/archive/bucket-file.ts'
import { ENCLOSED_TABLE } from '../../src/archive/limits.ts'
import { writePackTable } from '../../src/archive/pack-table.ts'
import { BucketWriter, NO_PAIR, postingsIn } from '../../src/archive/search-bucket.ts'

const KEY = 12_345
const bucketOf = (articles: number): Uint8Array => {
  const writer = new BucketWriter(articles, 1)
  writer.add(KEY, Uint32Array.of(2 * 16 + NO_PAIR), 0, 1)
  return writer.bytes()
}
const packsOf = (count: number) => [{ day: '2022-04-10', name: 'a2b3c4d5e6f7', from: 0, count }]
const tableOf = (count: number): Uint8Array => writePackTable(packsOf(count))

describe('the file of a bucket', () => {
  it('has the table of packs of a small segment, and the terms behind it', () => {
    const bytes = writeBucketFile(bucketOf(ENCLOSED_TABLE), tableOf(ENCLOSED_TABLE))
    const { terms, packs } = readBucketFile(bytes, { buckets: 1, count: ENCLOSED_TABLE })
    expect(packs).toEqual(packsOf(ENCLOSED_TABLE))
    expect([...(postingsIn(terms, KEY, { buckets: 1, articles: ENCLOSED_TABLE })?.places ?? [])]).toEqual([2])
  })

  it('has the terms of a larger one alone', () => {
    const bytes = writeBucketFile(bucketOf(ENCLOSED_TABLE + 1), undefined)
    const { terms, packs } = readBucketFile(bytes, { buckets: 1, count: ENCLOSED_TABLE + 1 })
    expect(packs).toBeUndefined()
    expect(terms).toEqual(bytes)
  })

  it('is empty where there are no terms, in whatever segment', () => {
    expect(writeBucketFile(new Uint8Array(), tableOf(3))).toHaveLength(0)
    expect(readBucketFile(new Uint8Array(), { buckets: 4, count: 3 })).toEqual({
      terms: new Uint8Array(),
      packs: undefined,
    })
  })

  it.each([
    ['without a table', bucketOf(5)],
    ['with the table of another segment', writeBucketFile(bucketOf(5), tableOf(4))],
    ['with a table alone, cut off', tableOf(5).slice(0, -1)],
    ['whose terms name an article too many', writeBucketFile(bucketOf(500), tableOf(2))],
  ])('%s is refused', (_, bytes) => {
    const count = bytes.length === 0 ? 1 : 5
    expect(() => readBucketFile(bytes, { buckets: 1, count })).toThrow(RangeError)
  })
})
