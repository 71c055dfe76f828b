import { type Check, type Checked, CheckFailure, count, list, matching, object } from './check.ts'
import { aDay } from './day.ts'
import { MAX_BUCKETS, MAX_SEGMENTS, SEGMENT_PACKS } from './limits.ts'
import { aName } from './timeline.ts'

/** Whether a number of buckets is one. */
export const isBucketCount = (buckets: number): boolean =>
  Number.isInteger(buckets) && buckets <= MAX_BUCKETS && Number.isInteger(Math.log2(buckets))

const aBucketCount: Check<number> = (value, place) => {
  if (!isBucketCount(value as number)) throw new CheckFailure(place, 'a power of two')
  return value as number
}

/** Part of the index over a run of articles that follow one another, as the root names it. */
export const aSegment = object({
  /** The day of its oldest article. */
  day: aDay,
  count,
  name: aName,
  buckets: aBucketCount,
})
export type Segment = Checked<typeof aSegment>

/** All segments, from the oldest: together they hold every article once, in the archive's order. */
export const aSearch = object({ segments: list(aSegment, MAX_SEGMENTS) })
export type Search = Checked<typeof aSearch>

/** Where SEGMENT_PACKS articles of a segment are: in which packs, from which place of each, how many. */
export const aPackTable = object({
  packs: list(
    object({ day: aDay, name: matching(/^[a-z2-7]{12}$/, 'a shard name'), from: count, count }),
    SEGMENT_PACKS,
  ),
})
export type PackTable = Checked<typeof aPackTable>

const folderOf = (name: string): string => `archive/search/${name[0]}/${name.slice(1)}`

/** The places of a segment's files, below the site's base. */
export const bucketPath = (name: string, bucket: number): string => `${folderOf(name)}/${bucket}.bin`
export const packTablePath = (name: string, table: number): string => `${folderOf(name)}/packs-${table}.json`

/** Every file of a segment. */
export const segmentPaths = ({ name, buckets, count: articles }: Segment): string[] => [
  ...Array.from({ length: buckets }, (_, bucket) => bucketPath(name, bucket)),
  ...Array.from({ length: Math.ceil(articles / SEGMENT_PACKS) }, (_, table) => packTablePath(name, table)),
]
