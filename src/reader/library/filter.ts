import { type Day, firstDay, isDay, isMonth, lastDay } from '../../archive/day.ts'

/** What narrows a timeline. `from` and `to` are days or whole months, both included. */
export interface Filter {
  readonly categories: readonly string[]
  readonly from?: string
  readonly to?: string
}

export const NO_FILTER: Filter = { categories: [] }

/** Reads an address; what is malformed is left out, so that an old or mistyped link still shows a list. */
export const parseFilter = (search: URLSearchParams): Filter => {
  const categories = [...new Set(search.getAll('category').map((slug) => slug.toLowerCase()))].filter(Boolean)
  const [from, to] = [search.get('from'), search.get('to')].map((value) =>
    value && (isDay(value) || isMonth(value)) ? value : undefined,
  )
  return { categories, ...(from && { from }), ...(to && { to }) }
}

/** The search part of the address, `` or `?category=a&from=2022-01&to=2022-01`. */
export const searchOf = ({ categories, from, to }: Filter): string => {
  const search = new URLSearchParams(categories.map((slug) => ['category', slug]))
  if (from) search.set('from', from)
  if (to) search.set('to', to)
  const text = search.toString()
  return text && `?${text}`
}

/** The first and last day the filter lets through, both included; empty means no bound. */
export const boundsOf = ({ from, to }: Filter): { first: Day; last: Day } => ({
  first: from && isMonth(from) ? firstDay(from) : (from ?? ''),
  last: to && isMonth(to) ? lastDay(to) : (to ?? ''),
})

/** Whether dates narrow the filter at all; undated articles stand in no period. */
export const hasDates = ({ from, to }: Filter): boolean => Boolean(from ?? to)

export const isEmpty = (filter: Filter): boolean => filter.categories.length === 0 && !hasDates(filter)
