import type { Listing, ListingState } from '../../src/reader/library/listing.ts'

/** What a listing is like when it reads no longer. */
export const settled = (listing: Listing): Promise<ListingState> =>
  new Promise((resolve) => {
    const look = () => {
      const state = listing.snapshot()
      if (state.phase === 'reading') return
      leave()
      resolve(state)
    }
    const leave = listing.subscribe(look)
    look()
  })

/** Reads a listing on to its end, or to a failure. */
export const readToEnd = async (listing: Listing): Promise<ListingState> => {
  for (;;) {
    listing.more()
    const state = await settled(listing)
    if (state.phase !== 'resting') return state
  }
}
