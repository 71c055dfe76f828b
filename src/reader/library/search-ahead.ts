import type { PrintedPage } from '../../archive/printed-page.ts'
import type { Filter } from './filter.ts'
import { provisionalRoot } from './provisional-root.ts'
import type { SearchRequest } from './search-session.ts'

/**
 * A search by the index that a printed page names; nothing where it names none, or nothing is searched for.
 */
export const requestAhead = (base: string, page: PrintedPage, filter: Filter): SearchRequest | undefined => {
  if (!page.search || !filter.words) return undefined
  const { segments, months } = page.search
  const recent = months.map((month) => ({ ...month, name: '' }))
  return { base, root: { ...provisionalRoot(page), recent, search: { segments } }, filter, skip: 0 }
}

/**
 * Sets out for the first results while the root is still under way. Nothing of it is shown: the search that the root
 * opens finds in its thread what has been fetched by then. `base` is the site's base path.
 */
export const searchAhead = async (base: string, page: PrintedPage, filter: Filter): Promise<void> => {
  const request = requestAhead(base, page, filter)
  if (!request) return
  const { openSearch } = await import('./search-thread.ts')
  const next = await openSearch(request)
  await next()
}
