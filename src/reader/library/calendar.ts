import { type Day, dayOfMonth, type Month, UNDATED_MONTH, yearOf } from '../../archive/day.ts'
import type { Archive } from './archive.ts'
import { NO_FILTER } from './filter.ts'
import { dayCountsIn, matchesOf } from './matches.ts'
import { monthEntry, yearShard } from './months.ts'

/** The years that hold dated articles, oldest first. */
export const yearsOf = async (archive: Archive): Promise<{ year: string; count: number }[]> => {
  const { years } = await archive.shard('years', (await archive.root()).years)
  return years
    .filter(({ year }) => year !== yearOf(UNDATED_MONTH))
    .map(({ year, count }) => ({ year, count }))
}

/** The months of a year that hold articles, oldest first. */
export const monthsOfYear = async (
  archive: Archive,
  year: string,
): Promise<{ month: Month; count: number }[]> => {
  const shard = await yearShard(archive, year)
  return (shard?.months ?? []).map(({ month, count }) => ({ month, count }))
}

/** How many articles each day of a month has within the categories (all of them when none is given). */
export const dayCountsOf = async (
  archive: Archive,
  categories: readonly string[],
  month: Month,
): Promise<ReadonlyMap<Day, number>> => {
  if (categories.length > 0) {
    const entry = await monthEntry(archive, month)
    return entry ? dayCountsIn(await matchesOf(archive, entry, { ...NO_FILTER, categories })) : new Map()
  }
  const shard = await yearShard(archive, yearOf(month))
  const days = shard?.months.find((each) => each.month === month)?.days ?? []
  return new Map(
    days.flatMap((count, index) => (count > 0 ? [[dayOfMonth(month, index + 1), count] as const] : [])),
  )
}
