import { type PackRow, readPackTable } from './pack-table.ts'
import { checkBucket } from './search-bucket.ts'
import { hasEnclosedTable, type Segment } from './segments.ts'

/** What a bucket's file holds: its terms, and of a small segment the table of packs, unless it has no terms. */
export interface BucketFile {
  readonly terms: Uint8Array
  readonly packs: readonly PackRow[] | undefined
}

/** The file of a bucket: `table` is of a small segment, as bytes. An empty bucket is an empty file. */
export const writeBucketFile = (terms: Uint8Array, table: Uint8Array | undefined): Uint8Array => {
  if (!table || terms.length === 0) return terms
  const bytes = new Uint8Array(table.length + terms.length)
  bytes.set(table)
  bytes.set(terms, table.length)
  return bytes
}

/**
 * Reads the file of a bucket of a segment, to its end.
 * @throws RangeError when the bytes are none of such a segment.
 */
export const readBucketFile = (
  bytes: Uint8Array,
  { buckets, count }: Pick<Segment, 'buckets' | 'count'>,
): BucketFile => {
  const { packs, end } =
    hasEnclosedTable(count) && bytes.length > 0 ? readPackTable(bytes, count) : { packs: undefined, end: 0 }
  const terms = bytes.subarray(end)
  checkBucket(terms, { buckets, articles: count })
  return { terms, packs }
}
