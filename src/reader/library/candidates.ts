import { SEGMENT_PACKS } from '../../archive/limits.ts'
import { bucketOf, checkBucket, type Postings, postingsIn } from '../../archive/search-bucket.ts'
import { aPackTable, bucketPath, packTablePath, type Segment } from '../../archive/segments.ts'
import { ANY_FOLLOWER, categoryKey } from '../../archive/terms.ts'
import type { Archive } from './archive.ts'
import { ArchiveFailure } from './failure.ts'
import type { PlaceRange } from './place-range.ts'
import type { AskedTerm } from './search-keys.ts'

/** A term of a search with what is known of it. */
export interface WeighedTerm extends AskedTerm {
  /** Of all articles, how many have the term, about. */
  readonly share: number
}

/** What the articles of a segment must have in common. */
export interface Demand {
  /** All of these terms; those first that say most. */
  readonly terms: readonly WeighedTerm[]
  /** One of these categories, if there are any. */
  readonly categories: readonly string[]
  /** The segment by which terms were weighed: it has told of the first of them already. */
  readonly scale: Segment
  /** Of all articles, how many match, about; 1 where nobody knows. */
  readonly share: number
  /** Where in a segment articles that match can be. */
  within(segment: Segment): PlaceRange
}

/** The articles of a segment that may match, as far as it has been asked. */
export interface Shortlist {
  readonly segment: Segment
  /** Places in the segment, ascending. All articles that match are among them. */
  readonly places: readonly number[]
  /** Keys of the terms that all of them have. */
  readonly asked: ReadonlySet<number>
}

/** To look at so many articles costs no more than to ask for one term more. */
const FEW = 2

/** The scale leads to so many articles before the other segments have answered. */
export const LOOKED_AHEAD = 10

/** Where one term is likely to leave more articles than these, two are asked for: to come back takes longer. */
const LIKELY = 0.5

/** Of the articles that have the terms that were weighed, how many have all others, about. */
const LEFT_BY_OTHERS = 0.1

/** Terms that are weighed, at most: of a long phrase some say enough, mostly. */
const MOST_WEIGHED = 3

/**
 * Weighs the terms of a search by one segment. A term alone needs no weighing; a segment that cannot be read is heard
 * of when its turn comes.
 */
export const weighTerms = async (
  archive: Archive,
  scale: Segment,
  terms: readonly AskedTerm[],
  { categories, within }: Pick<Demand, 'categories' | 'within'>,
): Promise<Demand> => {
  const few = terms.length < 2 ? [] : terms.slice(0, MOST_WEIGHED)
  const lists = await Promise.all(few.map((term) => placesOf(archive, scale, term))).catch(() => [])
  if (lists.length === 0)
    return { terms: terms.map((term) => ({ ...term, share: 1 })), categories, within, scale, share: 1 }
  // Where there is none there may be some elsewhere.
  const shareOf = ({ length }: readonly number[]): number => (length + 0.5) / scale.count
  const shares = lists.map(shareOf)
  // What was not weighed is taken for the most frequent.
  const weighed = terms.map((term, at) => ({ ...term, share: shares[at] ?? Math.max(...shares) }))
  return {
    terms: weighed.sort((a, b) => a.share - b.share),
    categories,
    within,
    scale,
    share: shareOf(intersection(lists)) * (terms.length > lists.length ? LEFT_BY_OTHERS : 1),
  }
}

/** Asks a segment for the terms that say most. */
export const shortlistOf = (archive: Archive, segment: Segment, demand: Demand): Promise<Shortlist> => {
  const { terms, scale } = demand
  const everything = { segment, places: undefined, asked: new Set<number>() }
  const own = segment === scale ? terms.slice(0, MOST_WEIGHED) : termsToAsk(segment.count, terms)
  return ask(archive, everything, own, demand)
}

/** Asks for more terms as long as many articles are left. */
export const narrowed = async (
  archive: Archive,
  shortlist: Shortlist,
  demand: Demand,
): Promise<Shortlist> => {
  const { segment, places, asked } = shortlist
  const rest = demand.terms.filter(({ key }) => !asked.has(key))
  if (places.length <= (segment === demand.scale ? LOOKED_AHEAD : FEW) || rest.length === 0) return shortlist
  return narrowed(
    archive,
    await ask(archive, shortlist, termsToAsk(places.length, rest), { ...demand, categories: [] }),
    demand,
  )
}

/** How many articles of a shortlist are likely to match. */
export const expectedOf = ({ segment, places }: Shortlist, { share, within }: Demand): number =>
  Math.min(places.length, sizeOf(within(segment)) * share)

export const sizeOf = ({ start, end }: PlaceRange): number => Math.max(0, end - start)

/** The terms to ask next for, of those that were not asked for: the first, or two. */
const termsToAsk = (articles: number, terms: readonly WeighedTerm[]): readonly WeighedTerm[] => {
  const share = terms[0]?.share ?? 1
  return terms.slice(0, articles * share > LIKELY ? 2 : 1)
}

const ask = async (
  archive: Archive,
  {
    segment,
    places,
    asked,
  }: Omit<Shortlist, 'places'> & { readonly places: Shortlist['places'] | undefined },
  terms: readonly AskedTerm[],
  { categories, within }: Pick<Demand, 'categories' | 'within'>,
): Promise<Shortlist> => {
  const { start, end } = within(segment)
  const found = intersection([
    ...(places ? [places] : []),
    ...(await Promise.all([
      ...terms.map((term) => placesOf(archive, segment, term)),
      ...(categories.length > 0 ? [unionOf(archive, segment, categories)] : []),
    ])),
  ])
  return {
    segment,
    places: found.filter((place) => place >= start && place < end),
    asked: new Set([...asked, ...terms.map(({ key }) => key)]),
  }
}

const placesOf = async (
  archive: Archive,
  segment: Segment,
  { key, follower }: AskedTerm,
): Promise<number[]> => placesWith(await postingsOf(archive, segment, key), follower)

const intersection = (lists: readonly (readonly number[])[]): readonly number[] => {
  const [shortest = [], ...others] = [...lists].sort((a, b) => a.length - b.length)
  return others.reduce((left, other) => {
    const places = new Set(other)
    return left.filter((place) => places.has(place))
  }, shortest)
}

const postingsOf = async (
  archive: Archive,
  { name, buckets, count }: Segment,
  key: number,
): Promise<Postings | undefined> => {
  const frame = { buckets, articles: count }
  const path = bucketPath(name, bucketOf(key, buckets))
  const bytes = await archive.bytes(path, (own) => checkBucket(own, frame))
  return postingsIn(bytes, key, frame)
}

/** A follower that is any is no reason to leave an article out. */
const placesWith = (postings: Postings | undefined, follower: number): number[] => {
  if (!postings) return []
  const { places, followers } = postings
  return Array.from(places).filter((_, at) => {
    const own = followers?.[at] ?? ANY_FOLLOWER
    return follower === ANY_FOLLOWER || own === ANY_FOLLOWER || own === follower
  })
}

const unionOf = async (
  archive: Archive,
  segment: Segment,
  categories: readonly string[],
): Promise<number[]> => {
  const lists = await Promise.all(
    categories.map(async (slug) =>
      placesWith(await postingsOf(archive, segment, categoryKey(slug)), ANY_FOLLOWER),
    ),
  )
  return [...new Set(lists.flat())].sort((a, b) => a - b)
}

/** Where an article lies: in which pack, at which place of it, of which day. */
export interface PackedPlace {
  readonly day: string
  readonly name: string
  readonly at: number
}

/** Finds the pack of an article of a segment. */
export const packOf = async (archive: Archive, segment: Segment, place: number): Promise<PackedPlace> => {
  const path = packTablePath(segment.name, Math.floor(place / SEGMENT_PACKS))
  const { packs } = await archive.file(path, aPackTable)
  let left = place % SEGMENT_PACKS
  for (const { day, name, from, count } of packs) {
    if (left < count) return { day, name, at: from + left }
    left -= count
  }
  throw new ArchiveFailure('damaged', path)
}
