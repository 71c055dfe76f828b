import type { Archive } from './archive.ts'
import { type Filter, searchOf } from './filter.ts'
import { FilterListing, type Listing } from './listing.ts'
import { SearchListing } from './search-listing.ts'

const open = (archive: Archive, filter: Filter): Listing =>
  filter.words ? new SearchListing(archive, filter) : new FilterListing(archive, filter)

/** Listings kept, so that back finds the list as it was left. */
const LISTINGS_KEPT = 12
const listings = new WeakMap<Archive, Map<string, Listing>>()

/** The listing of a filter; asked again, the same one with everything it has read. */
export const listingOf = (archive: Archive, filter: Filter): Listing => {
  const kept = listings.get(archive) ?? new Map<string, Listing>()
  listings.set(archive, kept)
  const key = searchOf(filter)
  const listing = kept.get(key) ?? open(archive, filter)
  // Moved to the end: the map's order is the order of use.
  kept.delete(key)
  kept.set(key, listing)
  for (const oldest of kept.keys()) if (kept.size > LISTINGS_KEPT) kept.delete(oldest)
  return listing
}
