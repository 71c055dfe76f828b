import { addressKey } from '../../archive/address-key.ts'
import { dayInPermalink } from '../../archive/addresses.ts'
import type { Article } from '../../archive/article.ts'
import type { Day } from '../../archive/day.ts'
import { partOf, partsFor } from '../../archive/fingerprint.ts'
import { ADDRESS_ENTRIES, MAX_PARTS } from '../../archive/limits.ts'
import { type Edition, putShard } from '../edition.ts'
import { compare } from '../problems.ts'

/** Packs the addresses from which the article's day cannot be read; returns the shards' names, none when all can. */
export const packAddresses = (edition: Edition, articles: readonly Article[]): string[] => {
  const days: [key: string, day: Day][] = articles
    .filter(({ permalink, day }) => dayInPermalink(permalink) !== day)
    .map(({ permalink, day }) => [addressKey(permalink), day])
  if (days.length === 0) return []
  days.sort(([a], [b]) => compare(a, b))
  const parts = partsFor(days.length, ADDRESS_ENTRIES, MAX_PARTS)
  const shards = Array.from({ length: parts }, (): [string, Day][] => [])
  for (const entry of days) shards[partOf(entry[0], parts)]?.push(entry)
  return shards.map((shard) => putShard(edition, 'addresses', { days: Object.fromEntries(shard) }))
}
