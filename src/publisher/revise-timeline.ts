import { type Month, yearOf } from '../archive/day.ts'
import type { Root } from '../archive/root.ts'
import type { ShardKind, ShardOf } from '../archive/shard-kinds.ts'
import { shardPath } from '../archive/shard-path.ts'
import { type Edition, putShard } from './edition.ts'

/** Shards of the timeline above those of days, and their paths. */
export interface TimelineAbove {
  readonly years: ShardOf<'years'>
  readonly yearShards: ReadonlyMap<string, ShardOf<'year'>>
  readonly monthShards: ReadonlyMap<Month, ShardOf<'month'>>
  readonly paths: readonly string[]
}

/** Reads the shards that lead to the days of these months; nothing when one of them is not there. */
export const timelineAbove = (
  edition: Edition,
  root: Root,
  months: ReadonlySet<Month>,
): TimelineAbove | undefined => {
  const paths: string[] = []
  const read = <K extends ShardKind>(kind: K, name: string | undefined): ShardOf<K> | undefined => {
    const path = shardPath(kind, name ?? '')
    const json = name === undefined ? undefined : edition.get(path)
    paths.push(path)
    return json === undefined ? undefined : (JSON.parse(json) as ShardOf<K>)
  }
  const years = read('years', root.years)
  const yearShards = new Map<string, ShardOf<'year'>>()
  const monthShards = new Map<Month, ShardOf<'month'>>()
  for (const month of months) {
    const year = yearOf(month)
    const ofYear = yearShards.get(year) ?? read('year', years?.years.find((each) => each.year === year)?.name)
    const ofMonth = read('month', ofYear?.months.find((each) => each.month === month)?.name)
    if (!ofYear || !ofMonth) return undefined
    yearShards.set(year, ofYear)
    monthShards.set(month, ofMonth)
  }
  return years && { years, yearShards, monthShards, paths }
}

/**
 * Writes them again over new day shards: `dayNames` has the name of each, by its month and its place there.
 * @returns what the root says of them.
 */
export const reviseTimeline = (
  edition: Edition,
  { years, yearShards, monthShards }: TimelineAbove,
  dayNames: ReadonlyMap<Month, ReadonlyMap<number, string>>,
  recent: Root['recent'],
): Pick<Root, 'years' | 'recent'> => {
  const monthNames = new Map<Month, string>()
  for (const [month, shard] of monthShards) {
    const names = dayNames.get(month)
    const days = shard.days.map((day, place) => ({ ...day, name: names?.get(place) ?? day.name }))
    monthNames.set(month, putShard(edition, 'month', { ...shard, days }))
  }
  const renamed = <T extends { month: Month; name: string }>(entries: readonly T[]): T[] =>
    entries.map((entry) => ({ ...entry, name: monthNames.get(entry.month) ?? entry.name }))
  const yearNames = new Map<string, string>()
  for (const [year, shard] of yearShards)
    yearNames.set(year, putShard(edition, 'year', { ...shard, months: renamed(shard.months) }))
  const all = years.years.map((each) => ({ ...each, name: yearNames.get(each.year) ?? each.name }))
  return { years: putShard(edition, 'years', { ...years, years: all }), recent: renamed(recent) }
}
