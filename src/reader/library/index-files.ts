import { readBucketFile } from '../../archive/bucket-file.ts'
import { type PackRow, readPackTable } from '../../archive/pack-table.ts'
import { bucketOf, type Postings, postingsIn } from '../../archive/search-bucket.ts'
import { bucketPath, packTablePath, type Segment, tableSize } from '../../archive/segments.ts'
import { ArchiveFailure } from './failure.ts'
import type { SearchedArchive } from './searched-archive.ts'

/** What a segment says of a term, and where its articles are, if it is so small that it says that as well. */
export interface TermAnswer {
  readonly postings: Postings | undefined
  readonly packs: readonly PackRow[] | undefined
}

export const askTerm = async (
  archive: SearchedArchive,
  segment: Segment,
  key: number,
): Promise<TermAnswer> => {
  const { name, buckets, count: articles } = segment
  const path = bucketPath(name, bucketOf(key, buckets))
  const { terms, packs } = await archive.bytes(path, (bytes) => readBucketFile(bytes, segment))
  return { postings: postingsIn(terms, key, { buckets, articles }), packs }
}

/** An article of a segment by its place; `packs` of a small segment are known. */
export interface SegmentPlace {
  readonly segment: Segment
  readonly place: number
  readonly packs: readonly PackRow[] | undefined
}

/** Where an article lies: in which pack, at which place of it, of which day. */
export interface PackedPlace {
  readonly day: string
  readonly name: string
  readonly at: number
}

/** Which table of packs of its segment tells of a place. */
export const tableOf = ({ count }: Segment, place: number): number => Math.floor(place / tableSize(count))

/** Finds the pack of an article. */
export const packOf = async (
  archive: SearchedArchive,
  { segment, place, packs: known }: SegmentPlace,
): Promise<PackedPlace> => {
  const size = tableSize(segment.count)
  const table = tableOf(segment, place)
  const path = packTablePath(segment.name, table)
  const articles = Math.min(size, segment.count - table * size)
  const packs = known ?? (await archive.bytes(path, (bytes) => readPackTable(bytes, articles).packs))
  let left = place % size
  for (const { day, name, from, count } of packs) {
    if (left < count) return { day, name, at: from + left }
    left -= count
  }
  throw new ArchiveFailure('damaged', path)
}
