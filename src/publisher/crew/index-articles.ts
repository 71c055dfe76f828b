import type { Article } from '../../archive/article.ts'
import { writeBucketFile } from '../../archive/bucket-file.ts'
import { type PackRow, writePackTable } from '../../archive/pack-table.ts'
import { BucketWriter, bucketOf } from '../../archive/search-bucket.ts'
import { bucketPath, hasEnclosedTable } from '../../archive/segments.ts'
import { shardPath } from '../../archive/shard-path.ts'
import { FOLLOWER_BITS } from '../../archive/terms.ts'
import type { Edition } from '../edition.ts'
import { measured, type Weight } from '../edition-weight.ts'
import { noProfile, type Profile } from '../profile.ts'
import { type RunSlice, readRunParts, runFile, writeRun } from './run-file.ts'
import { newColumns, type PostingColumns, sortPostings } from './sort-postings.ts'
import { PARTS, TermRun } from './term-run.ts'

/** Articles of a pack that are indexed together: from a place of it on. */
export interface PackPiece {
  readonly name: string
  readonly from: number
  readonly count: number
}

/** A segment to be written, without what is in it. */
export interface SegmentFrame {
  readonly name: string
  readonly buckets: number
  /** How many articles it has. */
  readonly count: number
}

/** Reads packs of up to RUN_ARTICLES articles and leaves their terms in the spool. */
export interface ReadTermsTask {
  readonly kind: 'terms'
  readonly out: string | undefined
  readonly spool: string
  readonly run: number
  readonly packs: readonly PackPiece[]
}

/** Writes the buckets that are made of some parts of runs, which follow one another in the segment. */
export interface WriteBucketsTask {
  readonly kind: 'buckets'
  readonly out: string | undefined
  readonly spool: string
  readonly segment: SegmentFrame
  /** `start` is the place of the run's first article in the segment. */
  readonly runs: readonly { readonly run: number; readonly start: number }[]
  /** Parts, a multiple of those that a bucket takes; the end is excluded. */
  readonly parts: readonly [first: number, last: number]
}

/** Writes a segment of up to RUN_ARTICLES articles, all at once. */
export interface WriteSegmentTask {
  readonly kind: 'segment'
  readonly out: string | undefined
  readonly segment: SegmentFrame
  readonly packs: readonly PackRow[]
}

export type IndexTask = ReadTermsTask | WriteBucketsTask | WriteSegmentTask

/** Does a part of the index; what it wrote is weighed. */
export const indexArticles = (task: IndexTask, edition: Edition, profile: Profile = noProfile): Weight => {
  const weighed = measured(edition)
  const put = (path: string, bytes: Uint8Array): void =>
    profile.timed('write index', () => weighed.put(path, bytes), bytes.length)
  if (task.kind === 'terms') {
    const run = profile.timed('cut terms', () => termsOf(edition, task.packs).parted())
    profile.timed('spool', () => writeRun(runFile(task.spool, task.run), run))
  } else if (task.kind === 'segment') {
    const { starts, keys, values } = profile.timed('cut terms', () => termsOf(edition, task.packs).parted())
    const slicesOf = (part: number): PlacedSlice[] => {
      const [start, end] = [starts[part], starts[part + 1]]
      return [{ keys: keys.subarray(start, end), values: values.subarray(start, end), start: 0 }]
    }
    const table = hasEnclosedTable(task.segment.count) ? writePackTable(task.packs) : undefined
    const putWithTable = (path: string, bytes: Uint8Array): void => put(path, writeBucketFile(bytes, table))
    writeBuckets(task.segment, slicesOf, [0, PARTS], putWithTable, profile)
  } else {
    const { spool, runs, parts, segment } = task
    const slicesOf = (part: number): PlacedSlice[] =>
      profile.timed('find again', () =>
        runs.map(({ run, start }) => ({ ...readRunParts(runFile(spool, run), part, part + 1), start })),
      )
    writeBuckets(segment, slicesOf, parts, put, profile)
  }
  return weighed.weight()
}

const run = new TermRun()

/** Cuts the terms of articles; the run is the same each time. */
const termsOf = (edition: Edition, packs: readonly PackPiece[]): TermRun => {
  run.clear()
  for (const { name, from, count } of packs) {
    const json = edition.get(shardPath('bodies', name))
    if (json === undefined) throw new Error(`the pack ${name} is gone`)
    const { articles } = JSON.parse(json) as { articles: Article[] }
    for (const article of articles.slice(from, from + count)) run.add(article)
  }
  return run
}

type PlacedSlice = RunSlice & { readonly start: number }

/** Writes the buckets of some parts; each part is sorted by itself. */
const writeBuckets = (
  { name, buckets, count }: SegmentFrame,
  slicesOf: (part: number) => readonly PlacedSlice[],
  [firstPart, lastPart]: readonly [number, number],
  put: (path: string, bytes: Uint8Array) => void,
  { timed }: Profile,
): void => {
  let bucket = (firstPart * buckets) / PARTS
  let writer = new BucketWriter(count, buckets)
  const finishUpTo = (next: number): void => {
    for (; bucket < next; bucket++) {
      put(bucketPath(name, bucket), writer.bytes())
      writer = new BucketWriter(count, buckets)
    }
  }
  for (let part = firstPart; part < lastPart; part++) {
    const slices = slicesOf(part)
    const { keys, values, length } = timed('sort terms', () => sortedPostings(slices))
    timed('pack index', () => {
      for (let at = 0; at < length; ) {
        const start = at
        const key = keys[at] as number
        while (at < length && keys[at] === key) at++
        const own = bucketOf(key, buckets)
        if (own > bucket) finishUpTo(own)
        writer.add(key, values, start, at)
      }
    })
  }
  finishUpTo((lastPart * buckets) / PARTS)
}

/** Columns are used again: to make such arrays anew each time takes as long as to sort them. */
let columns: [PostingColumns, PostingColumns] = [newColumns(0), newColumns(0)]

/** The postings of one part of runs that follow one another, by key, then by place. */
const sortedPostings = (slices: readonly PlacedSlice[]): PostingColumns & { readonly length: number } => {
  const length = slices.reduce((sum, { keys }) => sum + keys.length, 0)
  if (columns[0].keys.length < length) {
    const room = Math.ceil(1.25 * length)
    columns = [newColumns(room), newColumns(room)]
  }
  const [own, spare] = columns
  let at = 0
  for (const { keys, values, start } of slices) {
    own.keys.set(keys, at)
    const shift = start << FOLLOWER_BITS
    for (let term = 0; term < values.length; term++) own.values[at++] = (values[term] as number) + shift
  }
  sortPostings(own, spare, length)
  return { ...own, length }
}
