import type { Category, Headline } from '../archive/headline.ts'
import { NEWEST_HEADLINES, PAGE_HEADLINES } from '../archive/limits.ts'
import { shardPath } from '../archive/shard-path.ts'
import type { Page } from '../archive/timeline.ts'
import type { Edition } from './edition.ts'

interface Entry {
  readonly pages: readonly string[]
}

interface FiledEntry extends Entry {
  readonly posts: readonly { readonly categories: readonly Category[] }[]
}

/**
 * The newest headlines, newest first, at most NEWEST_HEADLINES, read off the pages that have just been packed or stand
 * there still.
 */
export const newestHeadlines = (edition: Edition, entries: readonly Entry[]): Headline[] => {
  const newest: Headline[] = []
  for (let at = entries.length - 1; at >= 0 && newest.length < NEWEST_HEADLINES; at--)
    for (const name of [...(entries[at] as Entry).pages].reverse())
      if (newest.length < NEWEST_HEADLINES) newest.push(...[...readHeadlines(edition, name)].reverse())
  return newest.slice(0, NEWEST_HEADLINES)
}

/** The newest headlines of some categories, newest first, at most NEWEST_HEADLINES of each. */
export const newestByCategory = (
  edition: Edition,
  entries: readonly FiledEntry[],
  slugs: readonly string[],
): ReadonlyMap<string, readonly Headline[]> => {
  const found = new Map(slugs.map((slug): [string, Headline[]] => [slug, []]))
  let missing = found.size
  const pages = new Map<string, readonly Headline[]>()
  for (let at = entries.length - 1; at >= 0 && missing > 0; at--) {
    const { posts, pages: names } = entries[at] as FiledEntry
    for (let place = posts.length - 1; place >= 0 && missing > 0; place--) {
      const own = new Set(posts[place]?.categories.map(({ slug }) => slug))
      for (const slug of own) {
        const headlines = found.get(slug)
        if (!headlines || headlines.length === NEWEST_HEADLINES) continue
        const name = names[Math.floor(place / PAGE_HEADLINES)] as string
        const page = pages.get(name) ?? readHeadlines(edition, name)
        pages.set(name, page)
        headlines.push(page[place % PAGE_HEADLINES] as Headline)
        if (headlines.length === NEWEST_HEADLINES) missing--
      }
    }
  }
  return found
}

const readHeadlines = (edition: Edition, name: string): readonly Headline[] =>
  (JSON.parse(edition.get(shardPath('page', name)) ?? '') as Page).headlines
