import type { CacheSnapshot } from 'virtua'

/** Where a reader was in a list, so that back finds the very same place. */
export interface KeptPlace {
  readonly scrollY: number
  /** How many headlines had been read: a reloaded page reads as many before it scrolls. */
  readonly headlines: number
  /** The row at the top, by its index and address: newer articles may have come above it since. */
  readonly top?: { readonly row: number; readonly permalink: string }
  /** The article whose headline had the focus. */
  readonly focused?: string
  /** The heights of the rows, as the windowed list measured them. */
  readonly heights: CacheSnapshot
}

const PREFIX = 'kanbao.place.'

/** Long lists have long snapshots: more entries than these are not mirrored in session storage. */
const MIRRORED = 20

const places = new Map<string, KeptPlace>()

/** Keeps a place for a history entry, by its router key, for this page and for a reload of it. */
export const keepPlace = (entry: string, place: KeptPlace): void => {
  places.delete(entry)
  places.set(entry, place)
  try {
    sessionStorage.setItem(PREFIX + entry, JSON.stringify(place))
    const stale = [...places.keys()].slice(0, -MIRRORED)
    for (const each of stale) sessionStorage.removeItem(PREFIX + each)
  } catch {
    // Storage that is closed or full: the place is still kept in memory.
  }
}

export const keptPlace = (entry: string): KeptPlace | undefined => {
  const known = places.get(entry)
  if (known) return known
  try {
    const stored = sessionStorage.getItem(PREFIX + entry)
    // Only this page's own origin writes here, and a place of another shape merely scrolls to the top.
    return stored ? (JSON.parse(stored) as KeptPlace) : undefined
  } catch {
    return undefined
  }
}
