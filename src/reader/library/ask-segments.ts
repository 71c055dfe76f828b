import { type Segment, tablesOf } from '../../archive/segments.ts'
import { type Demand, expectedOf, type Shortlist, shortlistOf, sizeOf, weighTerms } from './candidates.ts'
import { boundsOf, type Filter, hasDates } from './filter.ts'
import { packOf, type SegmentPlace } from './index-files.ts'
import { placesWithin } from './place-range.ts'
import type { AskedTerm } from './search-keys.ts'
import type { SearchedArchive } from './searched-archive.ts'

/** Results that are listed together. */
export const BATCH = 10

/** Where articles may have all terms and yet not match, so many candidates will fill a batch, mostly. */
const AMPLE = 13

/** Segments are asked at once up to so many times what is wanted: to come back for more takes longer. */
const PRUDENCE = 1.5

/** The newest segments are asked first, up to so many articles: most words that people look for are in the news. */
const FIRST_ARTICLES = 1000

/** So many matches are expected where there is one, mostly. */
const LIKELY = 3

/** A segment leads to so few articles that they may be fetched before all others have answered. */
const FEW = 10

/** What articles are to have in common. */
export interface Asked {
  readonly terms: readonly AskedTerm[]
  /** Whether those that have all terms match, but for a rare mistake of the index. */
  readonly isExact: boolean
}

/** Hears of candidates that will be listed, before their turn comes. */
export type Ahead = (candidates: readonly SegmentPlace[]) => void

/** All articles that may match, newest first: each time as many as are likely to fill a batch. */
export async function* candidatesOf(
  archive: SearchedArchive,
  { terms, isExact }: Asked,
  filter: Filter,
  ahead: Ahead,
): AsyncGenerator<SegmentPlace[], void> {
  const all = archive.root.search?.segments ?? []
  const within = placesWithin(archive.root, all, filter)
  const segments = segmentsWithin(all, filter)
    .filter((segment) => sizeOf(within(segment)) > 0)
    .reverse()
  // The largest knows terms best, and is where most of what is rare is.
  const [scale] = segments.toSorted((a, b) => b.count - a.count)
  if (!scale) return
  const demand = await weighTerms(archive, scale, terms, within)
  const { asked, askFor } = openQueue(archive, segments, demand, ahead)
  let enough = isExact ? BATCH : AMPLE
  askFor(enough, demand.share, FIRST_ARTICLES)
  let group: Promise<Shortlist>[] = []
  let [expected, found, looked] = [0, 0, 0]
  for (const [index, segment] of segments.entries()) {
    // One that was found may have been by chance.
    if (index === asked.length) askFor(enough - expected, isExact ? Math.max(0, found - 1) / looked : 0)
    const shortlist = asked[index] as Promise<Shortlist>
    group.push(shortlist)
    const own = await shortlist.then(
      (list) => expectedOf(list, demand),
      () => 0,
    )
    expected += own
    found += own
    looked += sizeOf(within(segment))
    if (expected < enough && index + 1 < segments.length) continue
    const lists = await Promise.allSettled(group)
    const failed = lists.findIndex(({ status }) => status === 'rejected')
    yield lists
      .slice(0, failed < 0 ? lists.length : failed)
      .flatMap((each) => (each.status === 'fulfilled' ? candidatesIn(each.value) : []))
    const failure = lists[failed]
    if (failure?.status === 'rejected') throw failure.reason
    group = []
    expected = 0
    // Candidates that were not satisfying are a bad measure of how many more there have to be.
    if (!isExact) enough = Number.POSITIVE_INFINITY
  }
}

/** Segments in the order in which they are listed, of which the first have been asked. */
const openQueue = (archive: SearchedArchive, segments: readonly Segment[], demand: Demand, ahead: Ahead) => {
  const asked: Promise<Shortlist>[] = []
  const ask = (segment: Segment, expected: number): void => {
    const own = shortlistOf(archive, segment, demand)
    asked.push(own)
    const isScale = segment === demand.scale && demand.terms.length > 1
    own.then(
      (list) => isScale && list.places.length <= FEW && ahead(candidatesIn(list)),
      // One that fails is heard of when its turn comes; so is a table.
      () => {},
    )
    if (expected >= LIKELY && tablesOf(segment.count) === 1)
      packOf(archive, { segment, place: 0, packs: undefined }).catch(() => {})
  }
  /**
   * Asks the next segments, until of so many articles so much is expected as is wanted, or all. `share` of articles
   * are expected to match; 0 and 1 where nobody knows.
   */
  const askFor = (wanted: number, share: number, least = 0): void => {
    for (let articles = 0; asked.length < segments.length; ) {
      const segment = segments[asked.length] as Segment
      const own = sizeOf(demand.within(segment))
      ask(segment, share < 1 ? share * own : 0)
      articles += own
      if (articles >= least && articles * share >= PRUDENCE * wanted) return
    }
  }
  return { asked, askFor }
}

const candidatesIn = ({ segment, places, packs }: Shortlist): SegmentPlace[] =>
  places.toReversed().map((place) => ({ segment, place, packs }))

/** The segments that may hold articles of the filter's days. */
const segmentsWithin = (segments: readonly Segment[], filter: Filter): Segment[] => {
  if (!hasDates(filter)) return [...segments]
  const { first, last } = boundsOf(filter)
  return segments.filter(({ day }, index) => {
    const next = segments[index + 1]?.day
    return (!last || day <= last) && (!first || next === undefined || next >= first)
  })
}
