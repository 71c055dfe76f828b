import { type Check, type Checked, CheckFailure, count, list, object } from './check.ts'
import { aDay } from './day.ts'
import { ENCLOSED_TABLE, LARGE_TABLE, MAX_BUCKETS, MAX_SEGMENTS, WHOLE_TABLE } from './limits.ts'
import { aName } from './name.ts'

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

/** Articles that one table of packs of a segment tells of; the last may tell of fewer. */
export const tableSize = (articles: number): number => (articles <= WHOLE_TABLE ? WHOLE_TABLE : LARGE_TABLE)

/** Whether a segment of so many articles has its table of packs in its buckets, and none besides. */
export const hasEnclosedTable = (articles: number): boolean => articles <= ENCLOSED_TABLE

/** How many tables of packs a segment has besides its buckets. */
export const tablesOf = (articles: number): number =>
  hasEnclosedTable(articles) ? 0 : Math.ceil(articles / tableSize(articles))

const folderOf = (name: string): string => `archive/search/${name[0]}/${name.slice(1)}`

/** The places of a segment's files, below the site's base. */
export const bucketPath = (name: string, bucket: number): string => `${folderOf(name)}/${bucket}.bin`
export const packTablePath = (name: string, table: number): string => `${folderOf(name)}/packs-${table}.bin`

/** Every file of a segment. */
export const segmentPaths = ({ name, buckets, count: articles }: Segment): string[] => [
  ...Array.from({ length: buckets }, (_, bucket) => bucketPath(name, bucket)),
  ...Array.from({ length: tablesOf(articles) }, (_, table) => packTablePath(name, table)),
]
