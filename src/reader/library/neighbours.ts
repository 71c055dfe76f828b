import type { Article } from '../../archive/article.ts'
import type { Headline } from '../../archive/headline.ts'
import type { MonthEntry } from '../../archive/timeline.ts'
import type { Archive } from './archive.ts'
import type { Filter } from './filter.ts'
import { locate } from './find-article.ts'
import { headlineAt } from './headlines.ts'
import { matchesOf } from './matches.ts'
import { monthsBackwards } from './months.ts'

export interface Neighbours {
  readonly newer?: Headline
  readonly older?: Headline
}

/** The articles next to this one within the filter, whether or not it matches the filter itself. */
export const neighboursOf = async (
  archive: Archive,
  filter: Filter,
  article: Article,
): Promise<Neighbours> => {
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

const oldestIn = async (
  archive: Archive,
  entry: MonthEntry,
  filter: Filter,
): Promise<Headline | undefined> => {
  const { shard, ordinals } = await matchesOf(archive, entry, filter)
  return ordinals[0] === undefined ? undefined : headlineAt(archive, shard, ordinals[0])
}
