import { type Month, monthOf, UNDATED_MONTH } from '../archive/day.ts'
import { partOf, partsFor } from '../archive/fingerprint.ts'
import { MAX_PARTS } from '../archive/limits.ts'
import type { Site } from '../archive/root.ts'
import { nameOf } from './edition.ts'
import { momentOf } from './feed.ts'
import { wholeAddress } from './feed-source.ts'
import type { KeyedFile } from './keyed-file.ts'
import { type EntryPlan, pagesIn } from './plan-entries.ts'
import { compare } from './problems.ts'
import { runsOf } from './runs.ts'
import { type SitemapAddress, writeRobots, writeSitemap, writeSitemapIndex } from './stages/write-sitemap.ts'

/** Of what a site is to have sitemaps. */
export interface SitemapSource {
  readonly site: Site
  readonly entries: readonly EntryPlan[]
  /** Addresses below the site's base that are no article's. */
  readonly others: readonly string[]
  /** The file for an address; nothing where it is another's. */
  claim(address: string): string | undefined
}

/** Addresses in one part: a push writes one anew. Search engines take 50,000. */
const PART_ADDRESSES = 512

/**
 * Plans the sitemaps of a site, and what tells search engines of them; none for a site that has no whole addresses.
 * An article that has no page of its own stands in none: its address is answered with status 404.
 */
export const planSitemap = ({ site, entries, others, claim }: SitemapSource): KeyedFile[] => {
  // What names feeds names whole addresses.
  if (site.feed === undefined) return []
  const whole = (address: string): string => wholeAddress(site, address)
  const parts = [
    ...listParts(site, ['/', ...others]),
    ...runsOf(entries, ({ day }) => monthOf(day)).flatMap(([month, run]) => partsOf(site, month, run)),
  ]
  const plans: KeyedFile[] = []
  const named: string[] = []
  for (const { address, parts: key, addresses } of parts) {
    const path = claim(address)
    if (path === undefined) continue
    named.push(whole(address))
    plans.push({ path, key: nameOf(JSON.stringify(key)), make: () => writeSitemap(addresses()) })
  }
  const plan = (address: string, key: readonly string[], make: () => string): void => {
    const path = claim(address)
    if (path !== undefined) plans.push({ path, key: nameOf(JSON.stringify(key)), make })
  }
  plan('/sitemap.xml', named, () => writeSitemapIndex(named))
  plan('/robots.txt', [], () => writeRobots(whole('/sitemap.xml')))
  return plans
}

interface Part {
  readonly address: string
  /** What it is made of: that is its key. */
  readonly parts: readonly unknown[]
  addresses(): SitemapAddress[]
}

/** Parts of what is no article's. Each address has its part, so that a new category changes one of them. */
const listParts = (site: Site, addresses: readonly string[]): Part[] => {
  const count = partsFor(addresses.length, PART_ADDRESSES, MAX_PARTS)
  const parts = Array.from({ length: count }, (): string[] => [])
  // By code unit: the order of categories changes with each article.
  for (const address of [...addresses].sort(compare)) parts[partOf(address, count)]?.push(address)
  return parts.flatMap((own, index) => {
    const named = own.map((address): SitemapAddress => ({ address: wholeAddress(site, address) }))
    return own.length === 0
      ? []
      : [{ address: `/sitemap/pages-${index + 1}.xml`, parts: own, addresses: () => named }]
  })
}

/** The parts of a month, cut from its oldest article. */
const partsOf = (site: Site, month: Month, entries: readonly EntryPlan[]): Part[] => {
  const parts: { entry: EntryPlan; from: number; to: number }[][] = []
  let room = 0
  for (const entry of entries) {
    const count = pagedIn(entry)
    for (let from = 0; from < count; ) {
      if (room === 0) {
        parts.push([])
        room = PART_ADDRESSES
      }
      const to = Math.min(count, from + room)
      parts.at(-1)?.push({ entry, from, to })
      room -= to - from
      from = to
    }
  }
  const name = month === UNDATED_MONTH ? 'undated' : month
  return parts.map((pieces, index) => ({
    address: `/sitemap/${name}-${index + 1}.xml`,
    parts: pieces.map(({ entry: { key }, from, to }) => [key, from, to]),
    addresses: () => pieces.flatMap(({ entry, from, to }) => addressesIn(site, entry).slice(from, to)),
  }))
}

/** How many articles of an entry have a page of their own. */
const pagedIn = ({ posts, isPaged, odd }: EntryPlan): number => {
  let count = isPaged ? posts.length : 0
  for (const pages of odd.values()) count += (pages.length > 0 ? 1 : 0) - (isPaged ? 1 : 0)
  return count
}

const addressesIn = (site: Site, entry: EntryPlan): SitemapAddress[] => {
  const pages = pagesIn(entry)
  return entry.posts.flatMap(({ epoch, modified = epoch }, place) => {
    if (pages[place]?.length === 0) return []
    const address = wholeAddress(site, entry.permalinks[place] as string)
    return [{ address, modified: modified === undefined ? undefined : momentOf(modified) }]
  })
}
