import { monthOf } from '../../archive/day.ts'
import type { Root } from '../../archive/root.ts'
import type { Segment } from '../../archive/segments.ts'
import { boundsOf, type Filter } from './filter.ts'

/** Places of a segment: from `start` up to `end` without it. */
export interface PlaceRange {
  readonly start: number
  readonly end: number
}

/**
 * Tells where in each segment a filter's dates can lie, by the counts of the recent months: articles of other months
 * need not be looked up to know their day. It is never too narrow; a segment may have none.
 */
export const placesWithin = (
  { recent }: Pick<Root, 'recent'>,
  segments: readonly Segment[],
  filter: Filter,
): ((segment: Segment) => PlaceRange) => {
  const { first, last } = boundsOf(filter)
  const total = segments.reduce((sum, { count }) => sum + count, 0)
  const newerThan = (isNewer: (month: string) => boolean): number =>
    recent.reduce((sum, { month, count }) => sum + (isNewer(month) ? count : 0), 0)
  const oldest = recent.at(-1)?.month
  const isRecent = first !== '' && oldest !== undefined && monthOf(first) >= oldest
  const start = isRecent ? total - newerThan((month) => month >= monthOf(first)) : 0
  const end = last === '' ? total : total - newerThan((month) => month > monthOf(last))
  const offsets = new Map<Segment, number>()
  let offset = 0
  for (const segment of segments) {
    offsets.set(segment, offset)
    offset += segment.count
  }
  return (segment) => {
    const from = offsets.get(segment) ?? 0
    return { start: Math.max(0, start - from), end: Math.min(segment.count, end - from) }
  }
}
