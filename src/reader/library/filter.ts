import { type Day, firstDay, isDay, isMonth, lastDay } from '../../archive/day.ts'

/** What narrows a timeline. `from` and `to` are days or whole months, both included. */
export interface Filter {
  readonly categories: readonly string[]
  readonly from?: string
  readonly to?: string
  /** What is searched for, as it was typed, without blanks at its ends; never empty. */
  readonly words?: string
  /** A search lists the newest first unless the best matches are asked for. */
  readonly order?: 'best'
}

export const NO_FILTER: Filter = { categories: [] }

/** Reads an address; what is malformed is left out, so that an old or mistyped link still shows a list. */
export const parseFilter = (search: URLSearchParams): Filter => {
  const categories = [...new Set(search.getAll('category').map((slug) => slug.toLowerCase()))].filter(Boolean)
  const [from, to] = [search.get('from'), search.get('to')].map((value) =>
    value && (isDay(value) || isMonth(value)) ? value : undefined,
  )
  const words = search.get('q')?.trim().slice(0, LONGEST_WORDS)
  const isBest = words && search.get('order') === 'best'
  return {
    categories,
    ...(from && { from }),
    ...(to && { to }),
    ...(words && { words }),
    ...(isBest && { order: 'best' as const }),
  }
}

/** Characters of a search; what is longer is no question. */
const LONGEST_WORDS = 200

/** The search part of the address, `` or `?q=茅台&category=a&from=2022-01&to=2022-01`. */
export const searchOf = ({ categories, from, to, words, order }: Filter): string => {
  const search = new URLSearchParams()
  if (words) search.set('q', words)
  for (const slug of categories) search.append('category', slug)
  if (from) search.set('from', from)
  if (to) search.set('to', to)
  if (words && order) search.set('order', order)
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

export const isEmpty = (filter: Filter): boolean =>
  filter.categories.length === 0 && !hasDates(filter) && !filter.words
