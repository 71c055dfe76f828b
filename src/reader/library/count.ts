import type { Tally } from '../../archive/categories.ts'
import { dayOfMonth, firstDay, lastDay, type Month, UNDATED_MONTH } from '../../archive/day.ts'
import type { Archive } from './archive.ts'
import { boundsOf, type Filter, hasDates, isEmpty } from './filter.ts'
import { matchesOf } from './matches.ts'
import { isWithin, monthEntry, monthsBackwards, yearsWithin } from './months.ts'
import { talliesOf } from './tallies.ts'

export interface Count {
  readonly value: number
  /** False: there are at least so many. */
  readonly exact: boolean
}

/** More months than these are not searched for articles that stand in two of the chosen categories. */
const MONTHS_COMPARED = 24

/** How many articles match, from counts alone where they suffice. */
export const countOf = async (archive: Archive, filter: Filter): Promise<Count> => {
  if (isEmpty(filter)) return { value: (await archive.root()).count, exact: true }
  if (filter.categories.length === 0) return { value: await countDays(archive, filter), exact: true }
  const tallies = await talliesOf(archive, filter.categories)
  // An article that stands in two chosen categories would be counted twice.
  if (tallies.filter(([, { mixed }]) => mixed > 0).length > 1) return countUnion(archive, filter, tallies)
  const counts = await Promise.all(
    tallies.map(([slug, tally]) => countTally(archive, { ...filter, categories: [slug] }, tally)),
  )
  return { value: sum(counts), exact: true }
}

const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0)

const countDays = async (archive: Archive, filter: Filter): Promise<number> => {
  const { first, last } = boundsOf(filter)
  const years = await yearsWithin(archive, filter)
  const counts = await Promise.all(
    years.map(async ({ name }) => {
      const { months } = await archive.shard('year', name)
      return months.flatMap(({ month, days }) =>
        days.map((count, index) => (isWithin(dayOfMonth(month, index + 1), first, last) ? count : 0)),
      )
    }),
  )
  return sum(counts.flat())
}

/** Whole months are counted by the tally; the at most two that the dates cut, by their postings. */
const countTally = async (archive: Archive, filter: Filter, tally: Tally): Promise<number> => {
  const counts = tally.months.map(async ({ month, count }) => {
    if (isWhole(month, filter)) return count
    if (isOutside(month, filter)) return 0
    const entry = await monthEntry(archive, month)
    return entry ? (await matchesOf(archive, entry, filter)).ordinals.length : 0
  })
  return sum(await Promise.all(counts))
}

const countUnion = async (
  archive: Archive,
  filter: Filter,
  tallies: readonly [string, Tally][],
): Promise<Count> => {
  let value = 0
  let months = 0
  for await (const entry of monthsBackwards(archive, filter)) {
    if (++months > MONTHS_COMPARED) {
      const largest = Math.max(...tallies.map(([, { count }]) => (hasDates(filter) ? 0 : count)))
      return { value: Math.max(value, largest), exact: false }
    }
    value += (await matchesOf(archive, entry, filter)).ordinals.length
  }
  return { value, exact: true }
}

const isWhole = (month: Month, filter: Filter): boolean => {
  if (month === UNDATED_MONTH) return !hasDates(filter)
  const { first, last } = boundsOf(filter)
  return isWithin(firstDay(month), first, last) && isWithin(lastDay(month), first, last)
}

const isOutside = (month: Month, filter: Filter): boolean => {
  if (month === UNDATED_MONTH) return hasDates(filter)
  const { first, last } = boundsOf(filter)
  return (first !== '' && lastDay(month) < first) || (last !== '' && firstDay(month) > last)
}
