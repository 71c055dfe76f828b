import { type Article, headlineOf } from '../../archive/article.ts'
import { UNDATED } from '../../archive/day.ts'
import { fold } from '../../archive/fold.ts'
import { visibleText } from '../../archive/visible-text.ts'
import { BATCH, candidatesOf } from './ask-segments.ts'
import { ArchiveFailure } from './failure.ts'
import { boundsOf, type Filter, hasDates } from './filter.ts'
import { packOf, type SegmentPlace } from './index-files.ts'
import type { ListedHeadline } from './listing.ts'
import { matchText } from './match-text.ts'
import { isWithin } from './months.ts'
import { parseQuery, type Query } from './query.ts'
import { searchExcerpt } from './search-excerpt.ts'
import { categoryTerms, termsOf } from './search-keys.ts'
import type { SearchedArchive } from './searched-archive.ts'

/** Articles that are looked at together where not all may match, at most. */
const LARGE_BATCH = 16

/** Where articles may have all terms and yet not match, so many more are looked at. */
const SPARE = 2

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
  archive: SearchedArchive,
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
async function* batchesOf(
  archive: SearchedArchive,
  query: Query,
  filter: Filter,
): AsyncGenerator<Found[], void> {
  const terms = [...query.wanted.flatMap(termsOf), ...categoryTerms(filter.categories)].sort(
    (a, b) => b.rarity - a.rarity,
  )
  const isExact = terms.length === 1 && query.unwanted.length === 0
  const ahead = (candidates: readonly SegmentPlace[]): void => {
    // What fails is heard of when its turn comes.
    for (const each of candidates) articleOf(archive, each, filter).catch(() => {})
  }
  const spare = isExact ? 0 : SPARE
  let found: Found[] = []
  let [compared, matched] = [0, 0]
  for await (const group of candidatesOf(archive, { terms, isExact }, filter, ahead)) {
    let next = 0
    while (next < group.length) {
      // What is missing to a full batch, and more the fewer have matched: to come back for the rest takes longer.
      const missing = Math.ceil(((BATCH - found.length) * (compared + 1)) / (matched + 1)) + spare
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

/** The article of a candidate; nothing when it is of another day than the filter lets through. */
const articleOf = async (
  archive: SearchedArchive,
  candidate: SegmentPlace,
  filter: Filter,
): Promise<Article | undefined> => {
  const { first, last } = boundsOf(filter)
  const { day, name, at } = await packOf(archive, candidate)
  if (hasDates(filter) && (day === UNDATED || !isWithin(day, first, last))) return undefined
  const article = (await archive.pack(name)).articles[at]
  if (!article) throw new ArchiveFailure('damaged', `pack ${name}, article ${at}`)
  return article
}

const compareAll = async (
  archive: SearchedArchive,
  candidates: readonly SegmentPlace[],
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
