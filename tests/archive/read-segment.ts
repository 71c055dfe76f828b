import { readBucketFile } from '../../src/archive/bucket-file.ts'
import { type PackRow, readPackTable } from '../../src/archive/pack-table.ts'
import { bucketOf, type Postings, postingsIn } from '../../src/archive/search-bucket.ts'
import {
  bucketPath,
  hasEnclosedTable,
  packTablePath,
  type Segment,
  tableSize,
  tablesOf,
} from '../../src/archive/segments.ts'

type Files = (path: string) => Uint8Array

/** The packs of a segment, by its tables; all buckets that tell of them say the same. */
export const packsOfSegment = (segment: Segment, files: Files): readonly PackRow[] => {
  const { name, count, buckets } = segment
  if (hasEnclosedTable(count)) {
    const told = Array.from({ length: buckets }, (_, bucket) =>
      readBucketFile(files(bucketPath(name, bucket)), segment),
    ).flatMap(({ packs }) => (packs ? [JSON.stringify(packs)] : []))
    if (new Set(told).size !== 1) throw new Error('buckets tell of other packs')
    return JSON.parse(told[0] as string) as PackRow[]
  }
  const size = tableSize(count)
  return Array.from({ length: tablesOf(count) }, (_, table) =>
    readPackTable(files(packTablePath(name, table)), Math.min(size, count - table * size)),
  ).flatMap(({ packs }) => packs)
}

/** What a segment says of a term. */
export const postingsInSegment = (segment: Segment, key: number, files: Files): Postings | undefined => {
  const { name, count, buckets } = segment
  const { terms } = readBucketFile(files(bucketPath(name, bucketOf(key, buckets))), segment)
  return postingsIn(terms, key, { buckets, articles: count })
}
