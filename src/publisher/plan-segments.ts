import type { Day } from '../archive/day.ts'
import { MAX_BUCKETS, MAX_SEGMENTS } from '../archive/limits.ts'
import { tablesOf } from '../archive/segments.ts'

/** A run of articles in the archive's order: from `start` up to `end` without it. */
export interface Range {
  readonly start: number
  readonly end: number
}

/** Articles of the smallest segment; what is newest is written again with each push until it is full. */
const LEAF = 256

/** Runs of one day that become one: with two, twice as many pushes a day would write more than the newest run. */
const JOINED = 4

/**
 * A run becomes one segment when so many articles follow it, in which latecomers may still push others on. It is one
 * number for runs of all sizes: so the push that completes several nodes of the tree writes the largest of them alone.
 */
const RIPE = 64

/** Larger than the number of any day, as a power of two. */
const DAY_BITS = 22

/**
 * Cuts an archive into segments of its index. Days are the leaves of a binary tree over the calendar, runs of LEAF
 * articles those of a day; the segments are the largest nodes that are ripe. So their number grows with the
 * logarithm of the archive, a push makes the newest anew, one of a day joins what the day before has left, and an
 * article that comes late changes the one segment that its day is in. It hangs on the days and their counts alone.
 * @param entries days with their counts, oldest first; a day may have several
 * @param ripe see RIPE
 */
export const planSegments = (
  entries: readonly { readonly day: Day; readonly count: number }[],
  ripe = RIPE,
): Range[] => {
  const days = daysOf(entries)
  const total = days.at(-1)?.end ?? 0
  const segments: Range[] = []
  const isRipe = ({ end }: Range): boolean => total - end >= ripe
  const isLeaf = ({ start, end }: Range): boolean => end - start <= LEAF

  /** A run of one day, cut where a multiple of `size` ends; only the day's last run may be shorter than `size`. */
  const cutRun = (run: Range, size: number): void => {
    const isFull = run.end - run.start === size
    if (isLeaf(run) || (isFull && isRipe(run))) {
      segments.push(run)
      return
    }
    const part = size / JOINED
    for (let start = run.start; start < run.end; start += part)
      cutRun({ start, end: Math.min(start + part, run.end) }, part)
  }
  /** The days from `first` up to `last`, whose numbers differ in the lowest `bits` bits alone. */
  const cutDays = (first: number, last: number, bits: number): void => {
    if (first === last) return
    const { start } = days[first] as NumberedDay
    const { end } = days[last - 1] as NumberedDay
    const run = { start, end }
    if (isLeaf(run) || isRipe(run)) segments.push(run)
    else if (bits === 0) cutRun(run, sizeAbove(end - start))
    else {
      let middle = first
      while (middle < last && (((days[middle] as NumberedDay).number >> (bits - 1)) & 1) === 0) middle++
      cutDays(first, middle, bits - 1)
      cutDays(middle, last, bits - 1)
    }
  }
  cutDays(0, days.length, DAY_BITS)
  // Days could be thought of that make more, and a reader would refuse such a root.
  return segments.length > MAX_SEGMENTS ? planSegments(entries, Math.floor(ripe / 8)) : segments
}

/** The size of the smallest full run that has room for so many articles. */
const sizeAbove = (articles: number): number => {
  let size = LEAF
  while (size < articles) size *= JOINED
  return size
}

/** What an index weighs of its articles' JSON, about. */
const SHARE = 0.36

/** The newest segments are written again with each push, and are not to be many files: 16, when they are full. */
const NEWEST_BUCKET_BYTES = 32 * 1024

/** The number of buckets of a segment, a power of two. `bytes` are of its articles, `bucketBytes` what suits the host. */
export const bucketsFor = (articles: number, bytes: number, bucketBytes: number): number => {
  const weight = Math.max(1, bytes * SHARE)
  if (articles <= LEAF && bucketBytes < NEWEST_BUCKET_BYTES)
    return 2 ** Math.max(0, Math.ceil(Math.log2(weight / NEWEST_BUCKET_BYTES)))
  return Math.min(MAX_BUCKETS, 2 ** Math.max(0, Math.round(Math.log2(weight / bucketBytes))))
}

/** How many files the index of these posts takes, which are in the archive's order. */
export const indexFilesFor = (
  posts: readonly { readonly day: Day; readonly bytes: number }[],
  bucketBytes: number,
): number =>
  planSegments(posts.map(({ day }) => ({ day, count: 1 }))).reduce((files, { start, end }) => {
    const bytes = posts.slice(start, end).reduce((sum, post) => sum + post.bytes, 0)
    return files + bucketsFor(end - start, bytes, bucketBytes) + tablesOf(end - start)
  }, 0)

interface NumberedDay extends Range {
  readonly number: number
}

const daysOf = (entries: readonly { readonly day: Day; readonly count: number }[]): NumberedDay[] => {
  const days: NumberedDay[] = []
  let start = 0
  for (const { day, count } of entries) {
    const number = dayNumber(day)
    const last = days.at(-1)
    if (last?.number === number) days[days.length - 1] = { ...last, end: start + count }
    else days.push({ number, start, end: start + count })
    start += count
  }
  return days
}

/** Days since the beginning of the year 0, in which the undated have the first. */
const dayNumber = (day: Day): number => {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  if (month === 0) return 0
  const midnight = new Date(0)
  midnight.setUTCFullYear(year, month - 1, date)
  return midnight.getTime() / 86_400_000 + 719_528
}
