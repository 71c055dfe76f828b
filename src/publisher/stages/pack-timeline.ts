import {
  type Day,
  dayOfMonth,
  daysInMonth,
  type Month,
  monthOf,
  UNDATED_MONTH,
  yearOf,
} from '../../archive/day.ts'
import { partOf, partsFor } from '../../archive/fingerprint.ts'
import type { Category } from '../../archive/headline.ts'
import { MAX_PARTS, POSTINGS_ENTRIES } from '../../archive/limits.ts'
import type { MonthEntry } from '../../archive/timeline.ts'
import { type Edition, putShard } from '../edition.ts'
import { runsOf } from '../runs.ts'

/** What a month's shards tell of an article. */
export interface Filed {
  readonly day: Day
  readonly categories: readonly Category[]
}

/** An entry of a month: the name of a day shard and how many articles it tells of. */
export interface DayEntry {
  readonly day: Day
  readonly count: number
  readonly name: string
}

/**
 * Packs every month and year of the timeline over day shards that are there already; `filed` are all articles in
 * the order of the timeline, `entries` all day shards. Returns the name of the years shard and the months, oldest
 * first.
 */
export const packTimeline = (
  edition: Edition,
  filed: readonly Filed[],
  entries: readonly DayEntry[],
): { years: string; months: MonthEntry[] } => {
  const entriesOf = new Map(runsOf(entries, ({ day }) => monthOf(day)))
  const packed = runsOf(filed, ({ day }) => monthOf(day)).map(([month, run]) =>
    packMonth(edition, month, run, entriesOf.get(month) ?? []),
  )
  const years = runsOf(packed, ({ month }) => yearOf(month)).map(([year, months]) => ({
    year,
    count: months.reduce((total, { count }) => total + count, 0),
    name: putShard(edition, 'year', { year, months }),
  }))
  return {
    years: putShard(edition, 'years', { years }),
    months: packed.map(({ month, count, name }) => ({ month, count, name })),
  }
}

const packMonth = (edition: Edition, month: Month, filed: readonly Filed[], days: readonly DayEntry[]) => {
  const postings = packPostings(edition, month, filed)
  const name = putShard(edition, 'month', { month, count: filed.length, days: [...days], postings })
  return { month, count: filed.length, name, days: month === UNDATED_MONTH ? [] : countsOf(month, days) }
}

const countsOf = (month: Month, days: readonly DayEntry[]): number[] => {
  const counts = new Map<Day, number>()
  for (const { day, count } of days) counts.set(day, (counts.get(day) ?? 0) + count)
  return Array.from(
    { length: daysInMonth(month) },
    (_, index) => counts.get(dayOfMonth(month, index + 1)) ?? 0,
  )
}

const packPostings = (edition: Edition, month: Month, filed: readonly Filed[]): string[] => {
  const lists = new Map<string, { last: number; steps: number[] }>()
  let entries = 0
  for (const [ordinal, { categories }] of filed.entries()) {
    for (const { slug } of categories) {
      const list = lists.get(slug)
      if (list) list.steps.push(ordinal - list.last)
      if (list) list.last = ordinal
      else lists.set(slug, { last: ordinal, steps: [ordinal] })
      entries++
    }
  }
  const parts = partsFor(entries, POSTINGS_ENTRIES, MAX_PARTS)
  const shards = Array.from({ length: parts }, (): [string, number[]][] => [])
  for (const slug of [...lists.keys()].sort())
    shards[partOf(slug, parts)]?.push([slug, lists.get(slug)?.steps ?? []])
  return shards.map((shard) =>
    putShard(edition, 'postings', { month, categories: Object.fromEntries(shard) }),
  )
}
