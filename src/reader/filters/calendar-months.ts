import type { Month } from '../../archive/day.ts'
import { yearOf } from '../../archive/day.ts'
import type { Archive } from '../library/archive.ts'
import { monthsOfYear, yearsOf } from '../library/calendar.ts'

export interface MonthEntry {
  readonly month: Month
  readonly count: number
}

/** What the calendar's head needs to show one month: the years there are, and the months of its year. */
export interface MonthChoices {
  readonly years: readonly { readonly year: string; readonly count: number }[]
  readonly months: readonly MonthEntry[]
}

export const monthChoices = async (archive: Archive, month: Month): Promise<MonthChoices> => {
  const [years, months] = await Promise.all([yearsOf(archive), monthsOfYear(archive, yearOf(month))])
  return { years, months }
}

/** The next month (1) or the one before (-1) that has articles; empty months are passed over. */
export const adjacentMonth = async (
  archive: Archive,
  month: Month,
  by: 1 | -1,
): Promise<Month | undefined> => {
  const years = (await yearsOf(archive)).map(({ year }) => year)
  const near = years.filter((year) => (by === 1 ? year >= yearOf(month) : year <= yearOf(month)))
  for (const year of by === 1 ? near : near.reverse()) {
    const months = (await monthsOfYear(archive, year)).map((entry) => entry.month)
    const found = by === 1 ? months.find((each) => each > month) : months.findLast((each) => each < month)
    if (found) return found
  }
  return undefined
}

/** The month of another year that is nearest in the seasons to the one shown. */
export const monthInYear = async (archive: Archive, month: Month, year: string): Promise<Month> => {
  const months = (await monthsOfYear(archive, year)).map((entry) => entry.month)
  const same = year + month.slice(4)
  return months.findLast((each) => each <= same) ?? months[0] ?? same
}
