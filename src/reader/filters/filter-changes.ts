import type { Day } from '../../archive/day.ts'
import type { Filter } from '../library/filter.ts'

/** The filter with a category more, or without it when it was there. */
export const toggleCategory = (filter: Filter, slug: string): Filter => ({
  ...filter,
  categories: filter.categories.includes(slug)
    ? filter.categories.filter((each) => each !== slug)
    : [...filter.categories, slug],
})

/** The filter with these dates, both included; without dates when none are given. */
export const withPeriod = (filter: Filter, from?: string, to?: string): Filter => {
  const { from: _, to: __, ...rest } = filter
  return { ...rest, ...(from && { from }), ...(to && { to }) }
}

/** The filter without what is searched for; an order is one of a search. */
export const withoutWords = (filter: Filter): Filter => {
  const { words: _, order: __, ...rest } = filter
  return rest
}

/** A search with the best matches first, or the newest. */
export const withOrder = (filter: Filter, order: 'newest' | 'best'): Filter => {
  const { order: _, ...rest } = filter
  return order === 'best' ? { ...rest, order } : rest
}

/**
 * What a press on a day means: that day alone, no dates any more when it was the one chosen, or, when the choice
 * is extended, all days between it and what was chosen before.
 */
export const pickDay = (filter: Filter, day: Day, isExtended: boolean): Filter => {
  const { from, to } = filter
  if (isExtended && from)
    return day < from ? withPeriod(filter, day, to ?? from) : withPeriod(filter, from, day)
  return from === day && to === day ? withPeriod(filter) : withPeriod(filter, day, day)
}

/** How the period stands on a token: `2022-01`, `2022-04-10`, or both ends. */
export const periodName = (
  { from, to }: Filter,
  days: { range(from: string, to: string): string; since(from: string): string; until(to: string): string },
): string | undefined => {
  if (from && to) return from === to ? from : days.range(from, to)
  if (from) return days.since(from)
  return to && days.until(to)
}
