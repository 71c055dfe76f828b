import { addressKey } from '../../archive/address-key.ts'
import { dayInPermalink } from '../../archive/addresses.ts'
import type { Day } from '../../archive/day.ts'
import { partOf, partsFor } from '../../archive/fingerprint.ts'
import { ADDRESS_ENTRIES, MAX_PARTS } from '../../archive/limits.ts'
import { type Edition, putShard } from '../edition.ts'
import { compare } from '../problems.ts'

interface Addressed {
  readonly permalink: string
  readonly day: Day
}

/**
 * Packs the addresses from which the article's day cannot be read, and those that have `moved` (address key →
 * permalink); returns the shards' names, none when there are no such addresses.
 */
export const packAddresses = (
  edition: Edition,
  articles: readonly Addressed[],
  moved: ReadonlyMap<string, string> = new Map(),
): string[] => {
  const days: Entry[] = articles
    .filter((article) => !plainlyTellsDay(article) && dayInPermalink(article.permalink) !== article.day)
    .map(({ permalink, day }) => [addressKey(permalink), day])
  const total = days.length + moved.size
  if (total === 0) return []
  const parts = partsFor(total, ADDRESS_ENTRIES, MAX_PARTS)
  const [daysOf, movedOf] = [cut(days, parts), cut([...moved], parts)]
  return Array.from({ length: parts }, (_, part) =>
    putShard(edition, 'addresses', {
      days: Object.fromEntries(daysOf[part] ?? []),
      ...(movedOf[part]?.length && { moved: Object.fromEntries(movedOf[part]) }),
    }),
  )
}

/** Most permalinks have their day between slashes, and no digit before it: that is quicker to see than to read. */
const plainlyTellsDay = ({ permalink, day }: Addressed): boolean => {
  const place = permalink.indexOf(`/${day.replaceAll('-', '/')}/`)
  return place >= 0 && !/\d/.test(permalink.slice(0, place))
}

type Entry = [key: string, value: Day]

/** Entries by the part they are in, each part by code unit. */
const cut = (entries: readonly Entry[], parts: number): Entry[][] => {
  const shards = Array.from({ length: parts }, (): Entry[] => [])
  for (const entry of [...entries].sort(([a], [b]) => compare(a, b)))
    shards[partOf(entry[0], parts)]?.push(entry)
  return shards
}
