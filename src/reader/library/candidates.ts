import { SEGMENT_PACKS } from '../../archive/limits.ts'
import { bucketOf, checkBucket, type Postings, postingsIn } from '../../archive/search-bucket.ts'
import { aPackTable, bucketPath, packTablePath, type Segment } from '../../archive/segments.ts'
import { ANY_FOLLOWER, categoryKey } from '../../archive/terms.ts'
import type { Archive } from './archive.ts'
import { ArchiveFailure } from './failure.ts'
import type { AskedTerm } from './search-keys.ts'

/** What the articles of a segment must have in common. */
export interface Demand {
  /** All of these terms; those first that say most. */
  readonly terms: readonly WeighedTerm[]
  /** One of these categories, if there are any. */
  readonly categories: readonly string[]
}

export interface WeighedTerm extends AskedTerm {
  /** Of all articles, how many have the term, about. */
  readonly share: number
}

/** To look at so many articles costs no more than to ask for one term more. */
const FEW = 2

/** Terms that are weighed, at most: of a long phrase some say enough, mostly. */
const MOST_WEIGHED = 3

/** Weighs the terms of a search by one segment; the rarest come first. A term alone needs no weighing. */
export const weighTerms = async (
  archive: Archive,
  segment: Segment | undefined,
  terms: readonly AskedTerm[],
): Promise<readonly WeighedTerm[]> => {
  if (!segment || terms.length < 2) return terms.map((term) => ({ ...term, share: 1 }))
  const weighed = await Promise.all(
    terms.slice(0, MOST_WEIGHED).map(async (term): Promise<WeighedTerm> => {
      const { length } = await placesOf(archive, segment, term)
      // Where there is none there may be some elsewhere.
      return { ...term, share: (length + 0.5) / segment.count }
    }),
  )
  const others = terms.slice(MOST_WEIGHED).map((term) => ({ ...term, share: 1 }))
  return [...weighed.sort((a, b) => a.share - b.share), ...others]
}

/** Places in a segment, ascending, of the articles that may match. All that match are among them. */
export const candidatesIn = async (
  archive: Archive,
  segment: Segment,
  { terms, categories }: Demand,
): Promise<readonly number[]> => {
  // As many terms at once as are likely to leave few articles: to ask one after another takes longer.
  let asked = 0
  for (let left = segment.count; asked === 0 || left > FEW; asked++) {
    const share = terms[asked]?.share ?? 1
    if (asked > 0 && share === 1) break
    left *= share
  }
  let left = intersection(
    await Promise.all([
      ...terms.slice(0, asked).map((term) => placesOf(archive, segment, term)),
      ...(categories.length > 0 ? [unionOf(archive, segment, categories)] : []),
    ]),
  )
  for (; asked < terms.length && left.length > FEW; asked++)
    left = intersection([left, await placesOf(archive, segment, terms[asked] as AskedTerm)])
  return left
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
