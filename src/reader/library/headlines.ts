import type { Headline } from '../../archive/headline.ts'
import { PAGE_HEADLINES } from '../../archive/limits.ts'
import type { DayShard, MonthShard } from '../../archive/timeline.ts'
import type { Archive } from './archive.ts'
import { ArchiveFailure } from './failure.ts'

/** The day shard that holds an ordinal of the month, and the article's index within it. */
export const dayAt = async (
  archive: Archive,
  month: MonthShard,
  ordinal: number,
): Promise<{ shard: DayShard; index: number }> => {
  let start = 0
  for (const { count, name } of month.days) {
    if (ordinal < start + count) return { shard: await archive.shard('day', name), index: ordinal - start }
    start += count
  }
  throw new ArchiveFailure('damaged', `month ${month.month}, ordinal ${ordinal}`)
}

/** The headline of one article, from the page it stands on. */
export const headlineAt = async (archive: Archive, month: MonthShard, ordinal: number): Promise<Headline> => {
  const { shard, index } = await dayAt(archive, month, ordinal)
  const name = shard.pages[Math.floor(index / PAGE_HEADLINES)]
  const headline = name && (await archive.shard('page', name)).headlines[index % PAGE_HEADLINES]
  if (!headline) throw new ArchiveFailure('damaged', `day ${shard.day}, headline ${index}`)
  return headline
}
