import { type Day, type Month, shiftDay, UNDATED_MONTH } from '../../archive/day.ts'
import type { Archive } from '../library/archive.ts'
import { dayCountsOf } from '../library/calendar.ts'
import { boundsOf, type Filter } from '../library/filter.ts'
import { monthsBackwards } from '../library/months.ts'

/**
 * The nearest day before (-1) or after (1) the filter's period that has articles in its categories. Without a
 * period, earlier means the newest such day: the step back from now.
 */
export const adjacentDay = async (archive: Archive, filter: Filter, by: 1 | -1): Promise<Day | undefined> => {
  const { first, last } = boundsOf(filter)
  const edge = by === 1 ? last || first : first || last
  if (by === 1 && !edge) return undefined
  const beyond = edge ? shiftDay(edge, by) : ''
  for (const month of await monthsBeyond(archive, filter.categories, beyond, by)) {
    const counts = await dayCountsOf(archive, filter.categories, month)
    const days = [...counts.keys()].filter((day) => !beyond || (by === 1 ? day >= beyond : day <= beyond))
    const nearest = by === 1 ? days.sort()[0] : days.sort().at(-1)
    if (nearest) return nearest
  }
  return undefined
}

/** The months that may hold the day, the nearest first: names alone, no postings are read for them. */
const monthsBeyond = async (
  archive: Archive,
  categories: readonly string[],
  beyond: Day,
  by: 1 | -1,
): Promise<readonly Month[]> => {
  const span: Filter = { categories, ...(beyond && (by === 1 ? { from: beyond } : { to: beyond })) }
  const months: Month[] = []
  for await (const { month } of monthsBackwards(archive, span))
    if (month !== UNDATED_MONTH) months.push(month)
  return by === 1 ? months.reverse() : months
}
