import type { Article } from '../archive/article.ts'
import type { Headline } from '../archive/headline.ts'
import { PAGE_HEADLINES } from '../archive/limits.ts'
import type { ShardOf } from '../archive/shard-kinds.ts'
import { shardPath } from '../archive/shard-path.ts'
import { type Edition, nameOf } from './edition.ts'
import { SiteError } from './problems.ts'
import type { PackedDay } from './stages/pack-day.ts'

/** Articles of an edition whose entries are packed, by their place in the whole timeline. */
export interface PackedArticles {
  headlineAt(place: number): Headline
  articleAt(place: number): Article
}

/** Pages and packs that are kept at hand: feeds of categories have many in common, the pages of an archive follow one another. */
const AT_HAND = 64

/** @throws SiteError when a shard that should be there is not, or holds something else. */
export const packedArticles = (
  edition: Edition,
  entries: readonly (PackedDay & { readonly posts: { readonly length: number } })[],
): PackedArticles => {
  const starts: number[] = []
  let start = 0
  for (const { posts } of entries) {
    starts.push(start)
    start += posts.length
  }
  const entryAt = (place: number): { entry: PackedDay; at: number } => {
    let [low, high] = [0, starts.length - 1]
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((starts[middle] as number) <= place) low = middle
      else high = middle - 1
    }
    return { entry: entries[low] as PackedDay, at: place - (starts[low] as number) }
  }
  const shards = new Map<string, unknown>()
  const shardAt = <K extends 'page' | 'bodies'>(kind: K, name: string): ShardOf<K> => {
    const known = shards.get(name)
    if (known !== undefined) return known as ShardOf<K>
    const path = shardPath(kind, name)
    const json = edition.get(path)
    // Markup is passed on only where it is what was sanitized.
    const shard =
      json === undefined || (kind === 'bodies' && nameOf(json) !== name) ? undefined : parsed(json)
    if (shard === undefined)
      throw new SiteError(`${path}: is damaged; a publish without the cache writes it again`)
    if (shards.size >= AT_HAND) shards.clear()
    shards.set(name, shard)
    return shard as ShardOf<K>
  }
  return {
    headlineAt(place) {
      const { entry, at } = entryAt(place)
      const name = entry.pages[Math.floor(at / PAGE_HEADLINES)] as string
      return shardAt('page', name).headlines[at % PAGE_HEADLINES] as Headline
    },
    articleAt(place) {
      const { entry, at: within } = entryAt(place)
      let at = within
      for (const { count, name } of entry.packs) {
        if (at < count) return shardAt('bodies', name).articles[at] as Article
        at -= count
      }
      throw new Error(`no pack has article ${place}`)
    },
  }
}

const parsed = (json: string): unknown => {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}
