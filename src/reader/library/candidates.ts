import type { PackRow } from '../../archive/pack-table.ts'
import type { Postings } from '../../archive/search-bucket.ts'
import type { Segment } from '../../archive/segments.ts'
import { ANY_FOLLOWER } from '../../archive/terms.ts'
import { askTerm, packOf, tableOf } from './index-files.ts'
import type { PlaceRange } from './place-range.ts'
import type { AskedTerm } from './search-keys.ts'
import type { SearchedArchive } from './searched-archive.ts'

/** A term of a search with what is known of it. */
export interface WeighedTerm extends AskedTerm {
  /** Of all articles, how many have the term, about. */
  readonly share: number
}

/** What the articles of a segment must have in common. */
export interface Demand {
  /** All of these terms; those first that say most. */
  readonly terms: readonly WeighedTerm[]
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
  /** Terms that all of them have. */
  readonly asked: readonly AskedTerm[]
  /** Where they lie, of a segment that is so small that it says that as well. */
  readonly packs: readonly PackRow[] | undefined
}

/** To look at so many articles costs no more than to ask for one term more. */
const FEW = 2

/** The scale leads to so many articles before the other segments have answered. */
export const LOOKED_AHEAD = 10

/** Where one term is likely to leave more articles than these, two are asked for: to come back takes longer. */
const LIKELY = 1

/** Of the articles that have the terms that were weighed, how many have all others, about. */
const LEFT_BY_OTHERS = 0.1

/** Terms that are weighed, at most: of a long phrase some say enough, mostly. */
const MOST_WEIGHED = 3

/**
 * Weighs the terms of a search by one segment. A term alone needs no weighing; a segment that cannot be read is heard
 * of when its turn comes.
 */
export const weighTerms = async (
  archive: SearchedArchive,
  scale: Segment,
  terms: readonly AskedTerm[],
  within: Demand['within'],
): Promise<Demand> => {
  const few = terms.length < 2 ? [] : terms.slice(0, MOST_WEIGHED)
  const answers = await Promise.all(few.map((term) => placesOf(archive, scale, term))).catch(() => [])
  const lists = answers.map(({ places }) => places)
  if (lists.length === 0)
    return { terms: terms.map((term) => ({ ...term, share: 1 })), within, scale, share: 1 }
  // Where there is none there may be some elsewhere.
  const shareOf = ({ length }: readonly number[]): number => (length + 0.5) / scale.count
  const shares = lists.map(shareOf)
  // What was not weighed is taken for the most frequent.
  const weighed = terms.map((term, at) => ({ ...term, share: shares[at] ?? Math.max(...shares) }))
  return {
    terms: weighed.sort((a, b) => a.share - b.share),
    within,
    scale,
    share: shareOf(intersection(lists)) * (terms.length > lists.length ? LEFT_BY_OTHERS : 1),
  }
}

/** Asks a segment for the terms that say most, and for more as long as many articles are left. */
export const shortlistOf = async (
  archive: SearchedArchive,
  segment: Segment,
  demand: Demand,
): Promise<Shortlist> => {
  const { terms, scale } = demand
  const everything = { segment, places: undefined, asked: [], packs: undefined }
  const own = segment === scale ? terms.slice(0, MOST_WEIGHED) : termsToAsk(segment.count, terms)
  return narrowed(archive, await ask(archive, everything, own, demand), demand)
}

const narrowed = async (
  archive: SearchedArchive,
  shortlist: Shortlist,
  demand: Demand,
): Promise<Shortlist> => {
  const { segment, places, asked } = shortlist
  const rest = demand.terms.filter((term) => !asked.includes(term))
  if (places.length <= (segment === demand.scale ? LOOKED_AHEAD : FEW) || rest.length === 0) return shortlist
  void fetchTables(archive, shortlist)
  return narrowed(archive, await ask(archive, shortlist, termsToAsk(places.length, rest), demand), demand)
}

/** Fetches the tables of packs while a segment is asked for more, where they are few. */
const fetchTables = async (
  archive: SearchedArchive,
  { segment, places, packs }: Shortlist,
): Promise<void> => {
  const tables = new Map(places.map((place) => [tableOf(segment, place), place]))
  if (packs || tables.size > FEW) return
  // One that fails is heard of when its turn comes.
  await Promise.allSettled([...tables.values()].map((place) => packOf(archive, { segment, place, packs })))
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
  archive: SearchedArchive,
  known: Omit<Shortlist, 'places'> & { readonly places: Shortlist['places'] | undefined },
  terms: readonly AskedTerm[],
  { within }: Demand,
): Promise<Shortlist> => {
  const { segment, places, asked } = known
  const { start, end } = within(segment)
  const answers = await Promise.all(terms.map((term) => placesOf(archive, segment, term)))
  const found = intersection([...(places ? [places] : []), ...answers.map((answer) => answer.places)])
  return {
    segment,
    places: found.filter((place) => place >= start && place < end),
    asked: [...asked, ...terms],
    packs: known.packs ?? packsIn(answers),
  }
}

type Places = Pick<Shortlist, 'places' | 'packs'>

const placesOf = async (
  archive: SearchedArchive,
  segment: Segment,
  { keys, follower }: AskedTerm,
): Promise<Places> => {
  const answers = await Promise.all(keys.map((key) => askTerm(archive, segment, key)))
  const lists = answers.map(({ postings }) => placesWith(postings, follower))
  return { places: union(lists), packs: packsIn(answers) }
}

const packsIn = (answers: readonly Pick<Shortlist, 'packs'>[]): Shortlist['packs'] =>
  answers.find(({ packs }) => packs)?.packs

const union = (lists: readonly (readonly number[])[]): readonly number[] =>
  lists.length === 1 ? (lists[0] ?? []) : [...new Set(lists.flat())].sort((a, b) => a - b)

const intersection = (lists: readonly (readonly number[])[]): readonly number[] => {
  const [shortest = [], ...others] = [...lists].sort((a, b) => a.length - b.length)
  return others.reduce((left, other) => {
    const places = new Set(other)
    return left.filter((place) => places.has(place))
  }, shortest)
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
