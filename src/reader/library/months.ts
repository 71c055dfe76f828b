import { type Month, monthOf, UNDATED_MONTH, yearOf } from '../../archive/day.ts'
import type { MonthEntry, YearShard } from '../../archive/timeline.ts'
import type { Archive } from './archive.ts'
import { boundsOf, type Filter, hasDates } from './filter.ts'
import { talliesOf } from './tallies.ts'

/** The years of the archive that the filter's dates touch, newest first. */
export const yearsWithin = async (archive: Archive, filter: Filter) => {
  const { years } = await archive.shard('years', (await archive.root()).years)
  const { first, last } = boundsOf(filter)
  const undated = yearOf(UNDATED_MONTH)
  return years
    .filter(({ year }) =>
      year === undated ? !hasDates(filter) : isWithin(year, yearOf(first), yearOf(last)),
    )
    .reverse()
}

export const isWithin = (value: string, first: string, last: string): boolean =>
  (!first || value >= first) && (!last || value <= last)

/** The shard of one year, or nothing when the archive has none. */
export const yearShard = async (archive: Archive, year: string): Promise<YearShard | undefined> => {
  const { years } = await archive.shard('years', (await archive.root()).years)
  const entry = years.find((each) => each.year === year)
  return entry && archive.shard('year', entry.name)
}

/** One month by its name, from the root when it is recent. */
export const monthEntry = async (archive: Archive, month: Month): Promise<MonthEntry | undefined> => {
  const { recent } = await archive.root()
  const known = recent.find((each) => each.month === month)
  if (known) return known
  return (await yearShard(archive, yearOf(month)))?.months.find((each) => each.month === month)
}

/** The months in which the filter may find something, newest first; each is looked up when it is asked for. */
export async function* monthsBackwards(archive: Archive, filter: Filter): AsyncGenerator<MonthEntry> {
  if (filter.categories.length > 0) {
    const tallies = await talliesOf(archive, filter.categories)
    const months = new Set(tallies.flatMap(([, tally]) => tally.months.map(({ month }) => month)))
    for (const month of [...months].sort().reverse()) {
      const entry = monthTouches(month, filter) && (await monthEntry(archive, month))
      if (entry) yield entry
    }
    return
  }
  const { recent } = await archive.root()
  yield* recent.filter(({ month }) => monthTouches(month, filter))
  const oldest = recent.at(-1)?.month
  for (const { year, name } of await yearsWithin(archive, filter)) {
    if (oldest && year > yearOf(oldest)) continue
    const { months } = await archive.shard('year', name)
    yield* months.filter(({ month }) => (!oldest || month < oldest) && monthTouches(month, filter)).reverse()
  }
}

const monthTouches = (month: Month, filter: Filter): boolean => {
  if (month === UNDATED_MONTH) return !hasDates(filter)
  const { first, last } = boundsOf(filter)
  return isWithin(month, first && monthOf(first), last && monthOf(last))
}
