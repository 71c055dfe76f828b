import { useSyncExternalStore } from 'react'
import { useArchive } from '../asking/archive-context.ts'
import type { Filter } from '../library/filter.ts'
import { listingOf } from '../library/listings.ts'

/** Whether the first results of a search are still waited for: nothing else should take their place on the line. */
export const useIsSearching = (filter: Filter): boolean => {
  const listing = listingOf(useArchive().archive, filter)
  const ask = (): boolean => {
    const { headlines, phase } = listing.snapshot()
    return (
      filter.words !== undefined && headlines.length === 0 && (phase === 'reading' || phase === 'resting')
    )
  }
  return useSyncExternalStore(listing.subscribe, ask, ask)
}
