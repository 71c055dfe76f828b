import type { Article } from '../../archive/article.ts'
import type { Headline } from '../../archive/headline.ts'
import type { MonthEntry } from '../../archive/timeline.ts'
import type { Archive } from './archive.ts'
import type { Filter } from './filter.ts'
import { locate } from './find-article.ts'
import { headlineAt } from './headlines.ts'
import type { Listing } from './listing.ts'
import { listingOf } from './listings.ts'
import { matchesOf } from './matches.ts'
import { monthsBackwards } from './months.ts'

export interface Neighbours {
  readonly newer?: Headline
  readonly older?: Headline
}

/** The articles next to this one in a list: of a filter, whether or not it matches that itself, or of a search. */
export const neighboursOf = async (
  archive: Archive,
  filter: Filter,
  article: Article,
): Promise<Neighbours> => {
  if (filter.words) return foundBeside(listingOf(archive, filter), article)
  const place = await locate(archive, article.permalink)
  if (!place) return {}
  const { month } = place.shard
  let newer: Headline | undefined
  let before: MonthEntry | undefined
  for await (const entry of monthsBackwards(archive, filter)) {
    if (entry.month > month) {
      before = entry
      continue
    }
    const { shard, ordinals } = await matchesOf(archive, entry, filter)
    const at = entry.month === month ? place.ordinal : Number.POSITIVE_INFINITY
    const next = ordinals.find((ordinal) => ordinal > at)
    if (next !== undefined) newer = await headlineAt(archive, shard, next)
    newer ??= before && (await oldestIn(archive, before, filter))
    before = undefined
    const previous = ordinals.findLast((ordinal) => ordinal < at)
    if (previous !== undefined) {
      const older = await headlineAt(archive, shard, previous)
      return { ...(newer && { newer }), older }
    }
  }
  newer ??= before && (await oldestIn(archive, before, filter))
  return newer ? { newer } : {}
}

/** Results stand in their own order, as far as they have been read. */
const foundBeside = (listing: Listing, { permalink }: Article): Neighbours => {
  const { headlines } = listing.snapshot()
  const place = headlines.findIndex((each) => each.permalink === permalink)
  if (place < 0) return {}
  const [newer, older] = [headlines[place - 1], headlines[place + 1]]
  // Who reads on from article to article comes to the end of what has been read.
  if (!older) listing.more()
  return { ...(newer && { newer }), ...(older && { older }) }
}

const oldestIn = async (
  archive: Archive,
  entry: MonthEntry,
  filter: Filter,
): Promise<Headline | undefined> => {
  const { shard, ordinals } = await matchesOf(archive, entry, filter)
  return ordinals[0] === undefined ? undefined : headlineAt(archive, shard, ordinals[0])
}
