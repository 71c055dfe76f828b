import { aPrintedPage, PRINTED_ID, type PrintedPage, type StandingPage } from '../../archive/printed-page.ts'
import { type Filter, searchOf } from '../library/filter.ts'
import { keptPlace } from '../timeline/kept-places.ts'
import { type Destination, destinationOf } from './destination.ts'

/** The key that the router gives the first entry of a visit. */
const FIRST_ENTRY = 'default'

/**
 * The page that stands in the document as it was printed, if it is the one that the address asks for: a host may
 * answer one address with the page of another, and a list may have been left in another place or with a filter.
 * @param basename the site's base path without a slash at the end
 */
export const readPrinted = (basename: string): StandingPage | undefined => {
  const page = pageInDocument()
  return page && isAskedFor(page, askedOf(page, basename)) ? { ...page, body: '' } : undefined
}

/** The page in the document and the filter of the address, where that has words to search for. */
export const readSearched = (basename: string): { page: PrintedPage; filter: Filter } | undefined => {
  const page = pageInDocument()
  const { filter } = (page && askedOf(page, basename).list) ?? {}
  return page && filter?.words ? { page, filter } : undefined
}

const pageInDocument = (): PrintedPage | undefined => {
  const json = document.getElementById(PRINTED_ID)?.textContent
  if (!json) return undefined
  try {
    return aPrintedPage(JSON.parse(json), PRINTED_ID)
  } catch {
    return undefined
  }
}

const stateOf = () => (history.state as { readonly key?: string; readonly usr?: unknown } | null) ?? {}

const askedOf = ({ site }: PrintedPage, basename: string): Destination => {
  const { pathname, search, hash } = location
  const path = pathname.startsWith(basename) ? pathname.slice(basename.length) : pathname
  const { key = FIRST_ENTRY, usr } = stateOf()
  return destinationOf({ pathname: path, search, hash, key, state: usr }, site.archives)
}

const isAskedFor = ({ article, list }: PrintedPage, asked: Destination): boolean => {
  if (article) return asked.permalink !== undefined
  const { filter, category } = asked.list
  const { key = FIRST_ENTRY } = stateOf()
  if (!list || asked.permalink !== undefined || category !== list.category?.slug || keptPlace(key))
    return false
  return searchOf({ ...filter, categories: [] }) === '' && filter.categories.length === (category ? 1 : 0)
}
