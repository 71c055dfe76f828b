import type { Day } from '../../archive/day.ts'
import type { ListedHeadline } from '../library/listing.ts'

/** What the windowed list is made of: each day's heading stands before its headlines, where they are in order of days. */
export type Row =
  | { readonly kind: 'day'; readonly day: Day }
  | { readonly kind: 'headline'; readonly day: Day; readonly headline: ListedHeadline }

export const rowsOf = (headlines: readonly ListedHeadline[], isByDay: boolean): readonly Row[] => {
  if (!isByDay) return headlines.map((headline) => ({ kind: 'headline', day: headline.day, headline }))
  const rows: Row[] = []
  let day: Day | undefined
  for (const headline of headlines) {
    if (headline.day !== day) {
      day = headline.day
      rows.push({ kind: 'day', day })
    }
    rows.push({ kind: 'headline', day, headline })
  }
  return rows
}

/** The next row with a headline from `index` on, in steps of `by`; nothing past either end. */
export const nextHeadline = (rows: readonly Row[], index: number, by: 1 | -1): number | undefined => {
  for (let next = index + by; next >= 0 && next < rows.length; next += by)
    if (rows[next]?.kind === 'headline') return next
  return undefined
}

export const rowOf = (rows: readonly Row[], permalink: string): number =>
  rows.findIndex((row) => row.kind === 'headline' && row.headline.permalink === permalink)
