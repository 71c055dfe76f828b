import { itemOf } from '../../archive/check.ts'
import type { Day } from '../../archive/day.ts'
import { partOf } from '../../archive/fingerprint.ts'
import type { MonthEntry, MonthShard } from '../../archive/timeline.ts'
import type { Archive } from './archive.ts'
import { boundsOf, type Filter } from './filter.ts'
import { isWithin } from './months.ts'

/** What a filter finds in one month: the ordinals of the articles, ascending (FORMAT.md, "Months"). */
export interface Matches {
  readonly shard: MonthShard
  readonly ordinals: readonly number[]
}

export const matchesOf = async (archive: Archive, entry: MonthEntry, filter: Filter): Promise<Matches> => {
  const shard = await archive.shard('month', entry.name)
  const [start, end] = rangeOf(shard, filter)
  if (filter.categories.length === 0)
    return { shard, ordinals: Array.from({ length: end - start }, (_, index) => start + index) }
  const found = await Promise.all(filter.categories.map((slug) => postingsOf(archive, shard, slug)))
  const union = [...new Set(found.flat())].filter((ordinal) => ordinal >= start && ordinal < end)
  return { shard, ordinals: union.sort((a, b) => a - b) }
}

/** The ordinals of a category's articles in a month, summed up from their steps. */
const postingsOf = async (archive: Archive, shard: MonthShard, slug: string): Promise<number[]> => {
  const name = shard.postings[partOf(slug, shard.postings.length)]
  if (!name) return []
  const steps = itemOf((await archive.shard('postings', name)).categories, slug) ?? []
  let ordinal = 0
  return steps.map((step) => {
    ordinal += step
    return ordinal
  })
}

/** The ordinals of the days that the filter's dates let through: from the first, up to the second without it. */
const rangeOf = (shard: MonthShard, filter: Filter): [number, number] => {
  const { first, last } = boundsOf(filter)
  let [start, end, before] = [0, 0, 0]
  for (const { day, count } of shard.days) {
    if (first && day < first) start += count
    before += count
    if (isWithin(day, first, last)) end = before
  }
  return [start, Math.max(start, end)]
}

/** How many of the matches each day has; days without any are left out. */
export const dayCountsIn = ({ shard, ordinals }: Matches): Map<Day, number> => {
  const counts = new Map<Day, number>()
  let [index, end] = [0, 0]
  for (const { day, count } of shard.days) {
    end += count
    const from = index
    while (index < ordinals.length && (ordinals[index] as number) < end) index++
    if (index > from) counts.set(day, (counts.get(day) ?? 0) + index - from)
  }
  return counts
}
