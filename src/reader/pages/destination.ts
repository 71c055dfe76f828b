import type { Location } from 'react-router-dom'
import { readListAddress } from '../../archive/list-address.ts'
import { type Filter, parseFilter, searchOf } from '../library/filter.ts'

/** A list the reader sees or came from. */
export interface ListPlace {
  readonly filter: Filter
  /** The slug, when the list is the page of one category. */
  readonly category?: string
  /** The router's key of the list's history entry: its place is kept under it. */
  readonly entry: string
}

/** What an article's history entry knows of the list it was opened from. The address itself stays bare. */
export interface ArticleState {
  readonly filter: string
  readonly category?: string
  readonly entry: string
  /** How many entries back the list lies; nothing when the article was the first page of the visit. */
  readonly steps?: number
}

export interface Destination {
  /** A stable name of the list: equal lists have equal names. */
  readonly list: ListPlace
  /** The permalink of the article to read; nothing on the list itself. */
  readonly permalink?: string
  readonly steps?: number
}

/** What an address below the base asks for. */
export const destinationOf = (
  { pathname, search, key, state }: Location<unknown>,
  archives: readonly string[] = [],
): Destination => {
  const own = parseFilter(new URLSearchParams(search))
  if (pathname === '/' || pathname === '/index.html') return { list: { filter: own, entry: key } }
  const listed = readListAddress(pathname, archives)
  if (listed?.from)
    return { list: { filter: { ...own, from: listed.from, to: listed.to ?? listed.from }, entry: key } }
  const category = listed?.category ?? categoryIn(pathname)
  if (category) return { list: { filter: { ...own, categories: [category] }, category, entry: key } }
  const from = stateOf(state)
  if (!from) return { list: { filter: parseFilter(new URLSearchParams()), entry: key }, permalink: pathname }
  const filter = parseFilter(new URLSearchParams(from.filter))
  const list = { filter, entry: from.entry, ...(from.category && { category: from.category }) }
  return { list, permalink: pathname, ...(from.steps !== undefined && { steps: from.steps }) }
}

/** The slug of a category page's path, however it is percent-encoded; compared in lower case. */
const categoryIn = (pathname: string): string | undefined => {
  const slug = /^\/category\/([^/]+)\.html$/.exec(pathname)?.[1]
  try {
    return slug && decodeURIComponent(slug).toLowerCase()
  } catch {
    return undefined
  }
}

/** History state outlives a deployment, so its shape is looked at before it is believed. */
const stateOf = (state: unknown): ArticleState | undefined => {
  const known = state as Partial<ArticleState> | null | undefined
  return typeof known?.filter === 'string' && typeof known.entry === 'string'
    ? (known as ArticleState)
    : undefined
}

/** The address of a list: a category's page stays one as long as that category alone is chosen. */
export const addressOf = (filter: Filter, category?: string): string =>
  category && filter.categories.length === 1 && filter.categories[0] === category
    ? `/category/${encodeURIComponent(category)}.html${searchOf({ ...filter, categories: [] })}`
    : `/${searchOf(filter)}`

/** The state for links to articles from here: one step further from the list. */
export const stateFrom = ({ list, permalink, steps }: Destination): ArticleState => ({
  filter: searchOf(list.filter),
  entry: list.entry,
  ...(list.category && { category: list.category }),
  ...((!permalink || steps !== undefined) && { steps: (steps ?? 0) + 1 }),
})
