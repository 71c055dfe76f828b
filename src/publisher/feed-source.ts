import type { CategoryEntry } from '../archive/categories.ts'
import type { Headline } from '../archive/headline.ts'
import type { Site } from '../archive/root.ts'
import { type FeedEntry, momentOf } from './feed.ts'
import type { PostRecord } from './post-record.ts'

/** Of what a site is to have feeds. */
export interface FeedSource {
  readonly site: Site
  /** Days with articles that the feed can be followed back. */
  readonly feedDays: number
  /** In the order of the timeline. */
  readonly posts: readonly PostRecord[]
  permalinkOf(post: PostRecord): string
  /** Those that have feeds of their own. */
  readonly categories: readonly CategoryEntry[]
  /** The file for an address; nothing where it is another's. */
  claim(address: string): string | undefined
}

/** An address below the site's base as the world knows it. */
export const wholeAddress = ({ url, baseurl }: Site, address: string): string => url + baseurl + address

/** What an entry hangs on; the configuration, and Kanbao itself, are the ledger's version. */
export const entryKey = (post: PostRecord, permalink: string): string =>
  [post.id, post.path, permalink, ...post.answers].join('\n')

/** What is the same in all entries of a post. */
export const entryOf = (
  site: Site,
  { epoch = 0, modified = epoch }: PostRecord,
  { permalink, title, excerpt, categories }: Pick<Headline, 'permalink' | 'title' | 'excerpt' | 'categories'>,
): FeedEntry => {
  const published = momentOf(epoch)
  const updated = modified > epoch ? momentOf(modified) : published
  return { address: wholeAddress(site, permalink), title, published, updated, excerpt, categories }
}
