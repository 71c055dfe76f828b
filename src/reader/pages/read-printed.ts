import { aPrintedPage, PRINTED_ID, type StandingPage } from '../../archive/printed-page.ts'
import { searchOf } from '../library/filter.ts'
import { keptPlace } from '../timeline/kept-places.ts'
import { destinationOf } from './destination.ts'

/** The key that the router gives the first entry of a visit. */
const FIRST_ENTRY = 'default'

/**
 * The page that stands in the document as it was printed, if it is the one that the address asks for: a host may
 * answer one address with the page of another, and a list may have been left in another place or with a filter.
 * @param basename the site's base path without a slash at the end
 */
export const readPrinted = (basename: string): StandingPage | undefined => {
  const json = document.getElementById(PRINTED_ID)?.textContent
  if (!json) return undefined
  try {
    const page = aPrintedPage(JSON.parse(json), PRINTED_ID)
    return isAskedFor(page, basename) ? { ...page, body: '' } : undefined
  } catch {
    return undefined
  }
}

const isAskedFor = ({ site, article, list }: Omit<StandingPage, 'body'>, basename: string): boolean => {
  const { pathname, search, hash } = location
  const path = pathname.startsWith(basename) ? pathname.slice(basename.length) : pathname
  const state = (history.state as { readonly key?: string; readonly usr?: unknown } | null) ?? {}
  const key = state.key ?? FIRST_ENTRY
  const asked = destinationOf({ pathname: path, search, hash, key, state: state.usr }, site.archives)
  if (article) return asked.permalink !== undefined
  const { filter, category } = asked.list
  if (!list || asked.permalink !== undefined || category !== list.category?.slug || keptPlace(key))
    return false
  return searchOf({ ...filter, categories: [] }) === '' && filter.categories.length === (category ? 1 : 0)
}
