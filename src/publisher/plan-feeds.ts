import type { Source } from '../archive/article.ts'
import type { CategoryEntry } from '../archive/categories.ts'
import { UNDATED } from '../archive/day.ts'
import { categoryFeeds, type FeedAddresses, siteFeeds } from '../archive/feed-address.ts'
import type { Site } from '../archive/root.ts'
import { absoluteHtml } from './absolute-html.ts'
import { nameOf } from './edition.ts'
import type { Feed, FeedEntry } from './feed.ts'
import { entryKey, entryOf, type FeedSource, wholeAddress } from './feed-source.ts'
import type { KeyedFile } from './keyed-file.ts'
import type { PackedArticles } from './packed-articles.ts'
import { archivePages, planFeedArchive } from './plan-feed-archive.ts'
import type { PostRecord } from './post-record.ts'
import { writeAtom } from './stages/write-atom.ts'
import { writeJsonFeed } from './stages/write-json-feed.ts'

/** How much a feed tells. Beyond `bytes` of bodies, entries carry their excerpts alone; the newest is always whole. */
interface FeedSize {
  readonly entries: number
  readonly bytes: number
}

const OF_SITE: FeedSize = { entries: 20, bytes: 72_000 }
const OF_CATEGORY: FeedSize = { entries: 10, bytes: 10_000 }

/** Plans the feeds of a site and of its categories; none for a site that has no whole addresses. */
export const planFeeds = (source: FeedSource): KeyedFile[] => {
  const { site, posts, categories, claim } = source
  const feeds = siteFeeds(site)
  if (!feeds) return []
  const newest = newestPlaces(posts)
  const [atom, json] = [claim(feeds.atom), claim(feeds.json)]
  // What nothing leads to is of no use: a feed of the site's own knows no pages of an archive.
  const pages = atom === undefined ? [] : archivePages(source, newest.length)
  const before = pages.at(-1)?.address
  const whole = (address: string): string => wholeAddress(site, address)
  const plans = planFeed(source, { atom, json }, feeds, newest, OF_SITE, {
    title: site.title,
    home: whole('/'),
    ...(before !== undefined && { links: { 'prev-archive': whole(before) } }),
  })
  plans.push(...planFeedArchive(source, pages))
  for (const [category, places] of newestOfEach(posts, categories)) {
    const own = categoryFeeds(site, category.slug)
    if (!own) continue
    const paths = { atom: claim(own.atom), json: claim(own.json) }
    const title = `${category.name} - ${site.title}`
    const home = whole(`/category/${encodeURIComponent(category.slug)}.html`)
    plans.push(...planFeed(source, paths, own, places, OF_CATEGORY, { title, home }))
  }
  return plans
}

/** Places of the newest articles, newest first. Who does not say when it was written is no news. */
const newestPlaces = (posts: readonly PostRecord[]): number[] => {
  const places: number[] = []
  for (let place = posts.length - 1; place >= 0 && places.length < OF_SITE.entries; place--)
    if (posts[place]?.day !== UNDATED) places.push(place)
  return places
}

const newestOfEach = (
  posts: readonly PostRecord[],
  categories: readonly CategoryEntry[],
): ReadonlyMap<CategoryEntry, number[]> => {
  const found = new Map(categories.map((category): [CategoryEntry, number[]] => [category, []]))
  const open = new Map(categories.map((category) => [category.slug, category]))
  for (let place = posts.length - 1; place >= 0 && open.size > 0; place--) {
    const post = posts[place] as PostRecord
    if (post.day === UNDATED) break
    for (const { slug } of post.categories) {
      const category = open.get(slug)
      const places = category && found.get(category)
      if (places?.push(place) === OF_CATEGORY.entries) open.delete(slug)
    }
  }
  return found
}

/** Plans a feed in both forms, as far as there is a file for each. */
const planFeed = (
  { site, posts, permalinkOf }: FeedSource,
  paths: Readonly<Record<keyof FeedAddresses, string | undefined>>,
  addresses: FeedAddresses,
  places: readonly number[],
  size: FeedSize,
  head: Pick<Feed, 'title' | 'home' | 'links'>,
): KeyedFile[] => {
  const { lang, description } = site
  const author = site.author || site.title
  const id = wholeAddress(site, addresses.atom)
  const postAt = (place: number): PostRecord => posts[place] as PostRecord
  const keys = places.map((place) => entryKey(postAt(place), permalinkOf(postAt(place))))
  const key = nameOf(JSON.stringify([head, keys]))
  const feedOf = (articles: PackedArticles, self: string): Feed => ({
    ...head,
    ...{ lang, description, author, id, self: wholeAddress(site, self) },
    entries: entriesOf(site, places.map(postAt), places, articles, size.bytes),
  })
  const plans: KeyedFile[] = []
  const { atom, json } = paths
  if (atom !== undefined)
    plans.push({ path: atom, key, make: (articles) => writeAtom(feedOf(articles, addresses.atom)) })
  if (json !== undefined)
    plans.push({ path: json, key, make: (articles) => writeJsonFeed(feedOf(articles, addresses.json)) })
  return plans
}

const entriesOf = (
  site: Site,
  posts: readonly PostRecord[],
  places: readonly number[],
  articles: PackedArticles,
  most: number,
): FeedEntry[] => {
  let bytes = 0
  return posts.map((post, index) => {
    const article = articles.articleAt(places[index] as number)
    const { source, permalink } = article
    const html = absoluteHtml(article.html, wholeAddress(site, permalink))
    bytes += Buffer.byteLength(html)
    const isWhole = index === 0 || bytes <= most
    return {
      ...entryOf(site, post, article),
      ...(source && { source: plainly(source) }),
      ...(isWhole && { html }),
    }
  })
}

/** A source as feeds name it: what is no address to those who read them is left out. */
const plainly = ({ name, link = '' }: Source): NonNullable<FeedEntry['source']> => ({
  ...(name && { name }),
  ...(URL.canParse(link) && { link: new URL(link).href }),
})
