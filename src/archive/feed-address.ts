import type { Day } from './day.ts'

/** The addresses of a feed in its two forms, below the site's base. */
export interface FeedAddresses {
  readonly atom: string
  readonly json: string
}

/** Where jekyll-feed has the feed of a site unless it is told: https://github.com/jekyll/jekyll-feed#already-have-an-existing-feed-someplace */
export const FEED_PATH = '/feed.xml'

/** The feeds of all articles; nothing where an archive has none. */
export const siteFeeds = ({ feed }: { readonly feed?: string }): FeedAddresses | undefined =>
  feed === undefined ? undefined : { atom: feed, json: `${feed.replace(/\.xml$/, '')}.json` }

/** The feeds of a category, which those among `top` of the root have; nothing for a slug that no file can be named by. */
export const categoryFeeds = (site: { readonly feed?: string }, slug: string): FeedAddresses | undefined => {
  if (site.feed === undefined || /[/\\\0]/.test(slug)) return undefined
  const stem = `/feed/${encodeURIComponent(slug)}`
  return { atom: `${stem}.xml`, json: `${stem}.json` }
}

/**
 * A page of the feed's archive: the nth of a day, from 1. One that is not full says how many entries it has: who
 * follows the pages back stops at an address that it knows, so a page that has grown must have another.
 */
export const feedArchiveAddress = (day: Day, number: number, entries: number | undefined): string =>
  `/feed/archive/${day.slice(0, 7).replace('-', '/')}/${day.slice(8)}-${number}${entries === undefined ? '' : `-${entries}`}.xml`
