import { type Checked, count, dictionary, list, matching, object } from './check.ts'
import { aDay, aMonth } from './day.ts'
import { aHeadline } from './headline.ts'
import { DAY_ARTICLES, PAGE_HEADLINES } from './limits.ts'
import { aName } from './name.ts'

/** All years of the archive, oldest first. */
export const aYearsShard = object({
  years: list(object({ year: matching(/^\d{4}$/, 'a year'), count, name: aName })),
})
export type YearsShard = Checked<typeof aYearsShard>

/** One month as its year or the root names it. */
export const aMonthEntry = object({ month: aMonth, count, name: aName })
export type MonthEntry = Checked<typeof aMonthEntry>

/** The months of one year that hold articles, oldest first, with the count of each day for the calendar. */
export const aYearShard = object({
  year: matching(/^\d{4}$/, 'a year'),
  months: list(object({ month: aMonth, count, name: aName, days: list(count, 31) }), 12),
})
export type YearShard = Checked<typeof aYearShard>

/**
 * The days of one month, oldest first. A day of more than DAY_ARTICLES articles has several entries in a row.
 * An article's ordinal counts the month's articles from the oldest, from 0; postings speak in ordinals.
 */
export const aMonthShard = object({
  month: aMonth,
  count,
  days: list(object({ day: aDay, count, name: aName })),
  /** Shards of postings; a category's is at `partOf(slug, postings.length)`. */
  postings: list(aName),
})
export type MonthShard = Checked<typeof aMonthShard>

/** The ordinals of each category's articles in one month, ascending, each as the step from the one before. */
export const aPostingsShard = object({ month: aMonth, categories: dictionary(list(count)) })
export type PostingsShard = Checked<typeof aPostingsShard>

/** The files of one day, or of up to DAY_ARTICLES articles of it, oldest first. */
export const aDayShard = object({
  day: aDay,
  /** Pages of PAGE_HEADLINES headlines; only the last may hold fewer. */
  pages: list(aName, Math.ceil(DAY_ARTICLES / PAGE_HEADLINES)),
  packs: list(object({ count, name: aName }), DAY_ARTICLES),
  /** The articles' fingerprints, FINGERPRINT_LENGTH characters each, in order. */
  fingerprints: matching(/^[a-z2-7]*$/, 'fingerprints'),
})
export type DayShard = Checked<typeof aDayShard>

/** A run of headlines of one day, oldest first. */
export const aPage = object({ day: aDay, headlines: list(aHeadline, PAGE_HEADLINES) })
export type Page = Checked<typeof aPage>
