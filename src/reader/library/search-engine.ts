import { type Article, headlineOf } from '../../archive/article.ts'
import { UNDATED } from '../../archive/day.ts'
import { fold } from '../../archive/fold.ts'
import type { Segment } from '../../archive/segments.ts'
import { visibleText } from '../../archive/visible-text.ts'
import type { Archive } from './archive.ts'
import {
  type Demand,
  expectedOf,
  LOOKED_AHEAD,
  narrowed,
  packOf,
  type Shortlist,
  shortlistOf,
  sizeOf,
  weighTerms,
} from './candidates.ts'
import { ArchiveFailure } from './failure.ts'
import { boundsOf, type Filter, hasDates } from './filter.ts'
import type { ListedHeadline } from './listing.ts'
import { matchText } from './match-text.ts'
import { isWithin } from './months.ts'
import { placesWithin } from './place-range.ts'
import { parseQuery, type Query } from './query.ts'
import { searchExcerpt } from './search-excerpt.ts'
import { termsOf } from './search-keys.ts'

/** Results that are listed together. */
const BATCH = 10

/** Articles that are looked at together where not all may match, at most. */
const LARGE_BATCH = 16

/** Of several terms articles may have all and yet not match: so many are sure to fill a batch. */
const AMPLE = 20

/** The newest segments are asked first, up to so many articles: most words that people look for are in the news. */
const FIRST_ARTICLES = 1000

/** One article that may match. */
interface Candidate {
  readonly segment: Segment
  readonly place: number
}

/** A match, with how close together its words stand: 0 in a title that has them all. */
export interface Found {
  readonly headline: ListedHeadline
  readonly spread: number
}

/**
 * Searches an archive; yields what was found batch by batch, newest first. What is yielded has been compared with
 * the text: the index only tells where to look.
 */
export async function* searchArchive(
  archive: Archive,
  filter: Filter,
): AsyncGenerator<ListedHeadline[], void> {
  const query = parseQuery(filter.words ?? '')
  if (query.wanted.length === 0) return
  if (filter.order !== 'best') {
    for await (const found of batchesOf(archive, query, filter)) yield found.map(({ headline }) => headline)
    return
  }
  // Titles that have all words come first, then what has the words closest together, as far as it is read.
  const listed = new Set<string>()
  const inTitles = { ...query, wanted: query.wanted.map((phrase) => ({ ...phrase, inTitle: true })) }
  for (const each of [inTitles, query]) {
    for await (const found of batchesOf(archive, each, filter)) {
      const fresh = found.filter(({ headline }) => !listed.has(headline.permalink))
      for (const { headline } of fresh) listed.add(headline.permalink)
      yield fresh.sort((a, b) => a.spread - b.spread).map(({ headline }) => headline)
    }
  }
}

/** Batches of matches; a batch is never empty. */
async function* batchesOf(archive: Archive, query: Query, filter: Filter): AsyncGenerator<Found[], void> {
  let found: Found[] = []
  let [compared, matched] = [0, 0]
  for await (const group of candidatesOf(archive, query, filter)) {
    let next = 0
    while (next < group.length) {
      // What is missing to a full batch, and more the fewer have matched: to come back for the rest takes longer.
      const missing = Math.ceil(((BATCH - found.length) * (compared + 1)) / (matched + 1))
      const some = group.slice(next, next + Math.min(missing, LARGE_BATCH))
      const matches = await compareAll(archive, some, query, filter)
      next += some.length
      compared += some.length
      matched += matches.length
      found.push(...matches)
      if (found.length < BATCH) continue
      yield found
      found = []
    }
  }
  if (found.length > 0) yield found
}

/** All articles that may match, newest first: each time as many as are likely to fill a batch. */
async function* candidatesOf(
  archive: Archive,
  query: Query,
  filter: Filter,
): AsyncGenerator<Candidate[], void> {
  const root = await archive.root()
  const all = root.search?.segments ?? []
  const within = placesWithin(root, all, filter)
  const segments = segmentsWithin(all, filter)
    .filter((segment) => sizeOf(within(segment)) > 0)
    .reverse()
  // The largest knows terms best, and is where most of what is rare is.
  const [scale] = segments.toSorted((a, b) => b.count - a.count)
  if (!scale) return
  const wanted = query.wanted.flatMap(termsOf).sort((a, b) => b.rarity - a.rarity)
  const demand = await weighTerms(archive, scale, wanted, { categories: filter.categories, within })
  const asked: Promise<Shortlist>[] = []
  const askUpTo = (end: number): void => {
    for (const segment of segments.slice(asked.length, end)) {
      const own = shortlistOf(archive, segment, demand)
      // One that fails is heard of when its turn comes.
      own.catch(() => {})
      asked.push(own)
      if (segment === scale && wanted.length > 1) void lookAhead(archive, own, filter)
    }
  }
  const enough = wanted.length > 1 ? AMPLE : BATCH
  askUpTo(newestOf(segments, demand, enough))
  let group: Promise<Shortlist>[] = []
  let expected = 0
  for (const index of segments.keys()) {
    if (index === asked.length) askUpTo(segments.length)
    const shortlist = asked[index] as Promise<Shortlist>
    group.push(shortlist)
    expected += await shortlist.then(
      (known) => expectedOf(known, demand),
      () => 0,
    )
    if (expected < enough && index + 1 < segments.length) continue
    const lists = await Promise.allSettled(group.map(async (each) => narrowed(archive, await each, demand)))
    const failed = lists.findIndex(({ status }) => status === 'rejected')
    yield lists
      .slice(0, failed < 0 ? lists.length : failed)
      .flatMap((each) => (each.status === 'fulfilled' ? candidatesIn(each.value) : []))
    const failure = lists[failed]
    if (failure?.status === 'rejected') throw failure.reason
    group = []
    // Who was not satisfied by the first is likely to want all others.
    expected = Number.NEGATIVE_INFINITY
  }
}

const candidatesIn = ({ segment, places }: Shortlist): Candidate[] =>
  places.toReversed().map((place) => ({ segment, place }))

/** Fetches what a segment leads to while others are still asked, where it is little. */
const lookAhead = async (archive: Archive, asked: Promise<Shortlist>, filter: Filter): Promise<void> => {
  try {
    const { segment, places } = await asked
    if (places.length <= LOOKED_AHEAD)
      await Promise.all(places.map((place) => articleOf(archive, { segment, place }, filter)))
  } catch {
    // It is heard of when its turn comes.
  }
}

/** The segments that may hold articles of the filter's days. */
const segmentsWithin = (segments: readonly Segment[], filter: Filter): Segment[] => {
  if (!hasDates(filter)) return [...segments]
  const { first, last } = boundsOf(filter)
  return segments.filter(({ day }, index) => {
    const next = segments[index + 1]?.day
    return (!last || day <= last) && (!first || next === undefined || next >= first)
  })
}

/** How many segments, newest first, are asked at once: all, where the newest will not have enough. */
const newestOf = (segments: readonly Segment[], { share, within }: Demand, enough: number): number => {
  let articles = 0
  const last = segments.findIndex((segment) => {
    articles += sizeOf(within(segment))
    return articles >= FIRST_ARTICLES
  })
  return last < 0 || articles * share < enough ? segments.length : last + 1
}

/** The article of a candidate; nothing when it is of another day than the filter lets through. */
const articleOf = async (
  archive: Archive,
  { segment, place }: Candidate,
  filter: Filter,
): Promise<Article | undefined> => {
  const { first, last } = boundsOf(filter)
  const { day, name, at } = await packOf(archive, segment, place)
  if (hasDates(filter) && (day === UNDATED || !isWithin(day, first, last))) return undefined
  const article = (await archive.shard('bodies', name)).articles[at]
  if (!article) throw new ArchiveFailure('damaged', `pack ${name}, article ${at}`)
  return article
}

const compareAll = async (
  archive: Archive,
  candidates: readonly Candidate[],
  query: Query,
  filter: Filter,
): Promise<Found[]> => {
  const articles = await Promise.all(candidates.map((each) => articleOf(archive, each, filter)))
  return articles.flatMap((article) => (article && compare(article, query, filter)) ?? [])
}

const compare = (article: Article, query: Query, { categories, words = '' }: Filter): Found | undefined => {
  const isListed = categories.length === 0 || article.categories.some(({ slug }) => categories.includes(slug))
  if (!isListed) return undefined
  const { title } = article
  const body = visibleText(article.html)
  const match = matchText(fold(title), fold(body), query)
  if (!match) return undefined
  const headline = headlineOf(article)
  const { spread, title: inTitle } = match
  // Where titles alone were compared the text has the words as well, and shows them.
  const inBody = (matchText(fold(title), fold(body), parseQuery(words)) ?? match).body
  if (inBody.length === 0)
    return { headline: { ...headline, marks: { title: inTitle, excerpt: [] } }, spread }
  const { text, marks } = searchExcerpt(body, inBody)
  return { headline: { ...headline, excerpt: text, marks: { title: inTitle, excerpt: marks } }, spread }
}
