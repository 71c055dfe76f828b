import { addressKey } from '../../archive/address-key.ts'
import { dayInPermalink } from '../../archive/addresses.ts'
import type { Article } from '../../archive/article.ts'
import { itemOf } from '../../archive/check.ts'
import { type Day, monthOf } from '../../archive/day.ts'
import { FINGERPRINT_LENGTH, fingerprint, partOf } from '../../archive/fingerprint.ts'
import type { DayShard, MonthShard } from '../../archive/timeline.ts'
import type { Archive } from './archive.ts'
import { monthEntry } from './months.ts'

/** An article and where it stands: its month, and its ordinal there. */
export interface Found {
  readonly article: Article
  readonly shard: MonthShard
  readonly ordinal: number
}

/**
 * The article at a path below the base, percent-encoded in any way; nothing when there is none. Its own permalink is
 * another when the path is an alias.
 */
export const findArticle = async (archive: Archive, permalink: string): Promise<Article | undefined> => {
  for (const path of [permalink, ...otherNames(permalink)]) {
    const article = (await locate(archive, path))?.article ?? (await findPage(archive, path))
    if (article) return article
  }
  return undefined
}

/** What static servers answer with the same file: `/a`, `/a.html`; `/a/`, `/a/index.html`, and `/a` again. */
const otherNames = (path: string): string[] => {
  const folder = /^(.*\/)index\.html$/.exec(path)?.[1]
  if (folder !== undefined) return [folder, folder.slice(0, -1) || '/']
  const stem = /^(.*[^/])\.html$/.exec(path)?.[1]
  if (stem !== undefined) return [stem]
  return path.endsWith('/') ? [] : [`${path}.html`, `${path}/`]
}

/** A page of the site's own, which stands in no timeline. */
const findPage = async (archive: Archive, permalink: string): Promise<Article | undefined> => {
  const { pages } = await archive.root()
  const name = pages && itemOf((await archive.shard('pages', pages)).pages, addressKey(permalink))
  return name ? (await archive.shard('bodies', name)).articles[0] : undefined
}

/** FORMAT.md, "From an address to an article". */
export const locate = async (
  archive: Archive,
  permalink: string,
  mayMove = true,
): Promise<Found | undefined> => {
  const told = dayInPermalink(permalink)
  const found = told && (await locateIn(archive, permalink, told))
  if (found) return found
  const { addresses } = await archive.root()
  const key = addressKey(permalink)
  const name = addresses[partOf(key, addresses.length)]
  const { days, moved = {} } = name ? await archive.shard('addresses', name) : { days: {} }
  const day = itemOf(days, key)
  if (day) return locateIn(archive, permalink, day)
  const target = itemOf(moved, key)
  // One step and no more: what an alias leads to is an article's own address.
  return target && mayMove ? locate(archive, target, false) : undefined
}

const locateIn = async (archive: Archive, permalink: string, day: Day): Promise<Found | undefined> => {
  const entry = await monthEntry(archive, monthOf(day))
  if (!entry) return undefined
  const shard = await archive.shard('month', entry.name)
  let before = 0
  for (const each of shard.days) {
    if (each.day === day) {
      const dayShard = await archive.shard('day', each.name)
      const found = await locateInDay(archive, permalink, dayShard)
      if (found) return { article: found.article, shard, ordinal: before + found.index }
    }
    before += each.count
  }
  return undefined
}

const locateInDay = async (archive: Archive, permalink: string, day: DayShard) => {
  const [wanted, key] = [fingerprint(permalink), addressKey(permalink)]
  for (let index = 0; index * FINGERPRINT_LENGTH < day.fingerprints.length; index++) {
    if (!day.fingerprints.startsWith(wanted, index * FINGERPRINT_LENGTH)) continue
    const article = await articleAt(archive, day, index)
    // A fingerprint only nominates: two articles of a day may share one.
    if (article && addressKey(article.permalink) === key) return { article, index }
  }
  return undefined
}

const articleAt = async (archive: Archive, day: DayShard, index: number): Promise<Article | undefined> => {
  let before = 0
  for (const { count, name } of day.packs) {
    if (index < before + count) return (await archive.shard('bodies', name)).articles[index - before]
    before += count
  }
  return undefined
}
