import { type Day, UNDATED } from '../archive/day.ts'
import { feedArchiveAddress, siteFeeds } from '../archive/feed-address.ts'
import { nameOf } from './edition.ts'
import type { Feed } from './feed.ts'
import { entryKey, entryOf, type FeedSource, wholeAddress } from './feed-source.ts'
import type { KeyedFile } from './keyed-file.ts'
import type { PostRecord } from './post-record.ts'
import { writeAtom } from './stages/write-atom.ts'

/** A page of the archive of a feed: the articles at the places from `start` to before `end`. */
export interface ArchivePage {
  readonly path: string
  readonly address: string
  readonly start: number
  readonly end: number
}

/** Articles in one page: some 60 kB. */
const PAGE_ENTRIES = 64

/**
 * Cuts the newest days that hold articles into pages, oldest first; each day's pages are cut from its oldest article,
 * so that a new one touches the last page alone. There are none where the feed itself has `told` as many.
 */
export const archivePages = ({ posts, feedDays, claim }: FeedSource, told: number): ArchivePage[] => {
  const days: { day: Day; start: number; end: number }[] = []
  for (let end = posts.length; end > 0 && days.length < feedDays; ) {
    const day = (posts[end - 1] as PostRecord).day
    if (day === UNDATED) break
    let start = end - 1
    while (posts[start - 1]?.day === day) start--
    days.unshift({ day, start, end })
    end = start
  }
  if (posts.length - (days[0]?.start ?? posts.length) <= told) return []
  return days.flatMap(({ day, start: first, end: last }) => {
    const pages: ArchivePage[] = []
    for (let start = first, number = 1; start < last; start += PAGE_ENTRIES, number++) {
      const end = Math.min(last, start + PAGE_ENTRIES)
      const isFull = end - start === PAGE_ENTRIES
      const address = feedArchiveAddress(day, number, isFull ? undefined : end - start)
      const path = claim(address)
      if (path !== undefined) pages.push({ path, address, start, end })
    }
    return pages
  })
}

/** Plans these pages as RFC 5005 has them (section 4): with excerpts, and each with a link to the one before it. */
export const planFeedArchive = (
  { site, posts, permalinkOf }: FeedSource,
  pages: readonly ArchivePage[],
): KeyedFile[] => {
  const current = wholeAddress(site, siteFeeds(site)?.atom ?? '')
  const { title, description, lang } = site
  const author = site.author || title
  return pages.map(({ path, address, start, end }, index): KeyedFile => {
    const [before, next] = [pages[index - 1], pages[index + 1]]
    // The newest page has another name after each push: a link to it would change this page, too.
    const isOpen = index + 2 === pages.length && next !== undefined && next.end - next.start < PAGE_ENTRIES
    const links: Feed['links'] = {
      current,
      ...(before && { 'prev-archive': wholeAddress(site, before.address) }),
      ...(next && !isOpen && { 'next-archive': wholeAddress(site, next.address) }),
    }
    const own = posts.slice(start, end)
    const key = nameOf(JSON.stringify([links, own.map((post) => entryKey(post, permalinkOf(post)))]))
    return {
      path,
      key,
      make: (articles) =>
        writeAtom({
          ...{ title, description, lang, author, links, isArchive: true },
          id: current,
          home: wholeAddress(site, '/'),
          self: wholeAddress(site, address),
          entries: own.map((post, at) => entryOf(site, post, articles.headlineAt(start + at))).reverse(),
        }),
    }
  })
}
