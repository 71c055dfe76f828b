import { type Article, headlineOf } from '../../archive/article.ts'
import { UNDATED } from '../../archive/day.ts'
import { fold } from '../../archive/fold.ts'
import type { Segment } from '../../archive/segments.ts'
import { visibleText } from '../../archive/visible-text.ts'
import type { Archive } from './archive.ts'
import { candidatesIn, type Demand, packOf, weighTerms } from './candidates.ts'
import { ArchiveFailure } from './failure.ts'
import { boundsOf, type Filter, hasDates } from './filter.ts'
import type { ListedHeadline } from './listing.ts'
import { matchText } from './match-text.ts'
import { isWithin } from './months.ts'
import { parseQuery, type Query } from './query.ts'
import { searchExcerpt } from './search-excerpt.ts'
import { termsOf } from './search-keys.ts'

/** Articles that are looked at together. */
const BATCH = 10

/** The newest segments are asked first, up to so many articles: most words that people look for are in the news. */
const FIRST_ARTICLES = 1000

/** Terms are weighed by the newest segment of so many articles. */
const SCALE_ARTICLES = 1000

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
  let batch: Candidate[] = []
  for await (const candidate of candidatesOf(archive, query, filter)) {
    batch.push(candidate)
    // What is missing to a full batch, and no more: a pack that is not needed is not read.
    if (batch.length + found.length < BATCH) continue
    found.push(...(await compareAll(archive, batch, query, filter)))
    batch = []
    if (found.length < BATCH) continue
    yield found
    found = []
  }
  found.push(...(await compareAll(archive, batch, query, filter)))
  if (found.length > 0) yield found
}

/** All articles that may match, newest first. */
async function* candidatesOf(
  archive: Archive,
  query: Query,
  filter: Filter,
): AsyncGenerator<Candidate, void> {
  const { search } = await archive.root()
  const segments = segmentsWithin(search?.segments ?? [], filter).reverse()
  const terms = query.wanted.flatMap(termsOf).sort((a, b) => b.rarity - a.rarity)
  const scale = segments.find(({ count }) => count >= SCALE_ARTICLES) ?? segments[0]
  const demand: Demand = {
    terms: await weighTerms(archive, scale, terms),
    categories: filter.categories,
  }
  for (const wave of wavesOf(segments, demand)) {
    // All of a wave are asked at once; each is heard as soon as those before it have been.
    const asked = wave.map((segment) => candidatesIn(archive, segment, demand))
    for (const [index, segment] of wave.entries()) {
      // A later one that fails is heard of when its turn comes.
      for (const later of asked.slice(index + 1)) later.catch(() => {})
      const places = await (asked[index] as Promise<readonly number[]>)
      for (const place of [...places].reverse()) yield { segment, place }
    }
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

/** Newest segments first; which of them are asked at once: all, where the newest will not have enough. */
const wavesOf = (segments: readonly Segment[], { terms }: Demand): Segment[][] => {
  let articles = 0
  const newest =
    1 +
    segments.findIndex(({ count }) => {
      articles += count
      return articles >= FIRST_ARTICLES
    })
  const expected = terms.reduce((left, { share }) => left * share, articles)
  if (newest === 0 || expected < BATCH) return [[...segments]]
  return [segments.slice(0, newest), segments.slice(newest)]
}

const compareAll = async (
  archive: Archive,
  candidates: readonly Candidate[],
  query: Query,
  filter: Filter,
): Promise<Found[]> => {
  const { first, last } = boundsOf(filter)
  const found = await Promise.all(
    candidates.map(async ({ segment, place }) => {
      const { day, name, at } = await packOf(archive, segment, place)
      if (hasDates(filter) && (day === UNDATED || !isWithin(day, first, last))) return undefined
      const article = (await archive.shard('bodies', name)).articles[at]
      if (!article) throw new ArchiveFailure('damaged', `pack ${name}, article ${at}`)
      return compare(article, query, filter)
    }),
  )
  return found.filter((each) => each !== undefined)
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
