import type { CategoryEntry, Tally } from '../../archive/categories.ts'
import { type Day, type Month, monthOf } from '../../archive/day.ts'
import { partOf, partsFor } from '../../archive/fingerprint.ts'
import type { Category } from '../../archive/headline.ts'
import { DIRECTORY_CATEGORIES, MAX_PARTS, TALLY_ENTRIES, TOP_CATEGORIES } from '../../archive/limits.ts'
import type { Root } from '../../archive/root.ts'
import { type Edition, putShard } from '../edition.ts'
import { compare } from '../problems.ts'
import { piecesOf } from '../runs.ts'

/** What categories need to know of an article. */
interface Filed {
  readonly day: Day
  readonly categories: readonly Category[]
}

export interface Gathered {
  count: number
  mixed: number
  readonly names: Map<string, number>
  readonly months: Map<Month, number>
}

/** The root is bounded: a category with a longer slug and name together is not among its top ones. */
const LONGEST_TOP = 64

/** All categories of an archive, counted. */
export interface CountedCategories {
  /** By falling count, then by slug. */
  readonly all: readonly CategoryEntry[]
  readonly gathered: ReadonlyMap<string, Gathered>
}

/** Counts the categories of articles. */
export const countCategories = (articles: readonly Filed[]): CountedCategories => {
  const gathered = gather(articles)
  const all = [...gathered].map(([slug, each]) => entryOf(slug, each))
  all.sort((a, b) => b.count - a.count || compare(a.slug, b.slug))
  return { all, gathered }
}

/** Packs the directory and the tallies; returns what the root says of categories. */
export const packCategories = (
  edition: Edition,
  { all, gathered }: CountedCategories,
): Root['categories'] => {
  // Parts grow only when the root could not name more of them.
  const size = Math.max(DIRECTORY_CATEGORIES, Math.ceil(all.length / MAX_PARTS))
  const directory = piecesOf(all, size).map((categories) => putShard(edition, 'directory', { categories }))

  const entries = [...gathered.values()].reduce((total, { months }) => total + months.size, 0)
  const parts = partsFor(entries, TALLY_ENTRIES, MAX_PARTS)
  const shards = Array.from({ length: parts }, (): [string, Tally][] => [])
  for (const slug of [...gathered.keys()].sort(compare)) {
    const each = gathered.get(slug)
    if (each) shards[partOf(slug, parts)]?.push([slug, tallyOf(each)])
  }
  const tallies = shards.map((shard) => putShard(edition, 'tally', { categories: Object.fromEntries(shard) }))
  return { count: all.length, top: topCategories(all), directory, tallies }
}

/** The largest categories that fit the root. */
export const topCategories = (all: readonly CategoryEntry[]): CategoryEntry[] =>
  all
    .filter(({ slug, name }) => slug.length + name.length <= LONGEST_TOP)
    .slice(0, TOP_CATEGORIES)
    .map(({ also: _, ...entry }) => entry)

const gather = (articles: readonly Filed[]): Map<string, Gathered> => {
  const gathered = new Map<string, Gathered>()
  for (const { categories, day } of articles) {
    const month = monthOf(day)
    for (const { slug, name } of categories) {
      const each = gathered.get(slug) ?? { count: 0, mixed: 0, names: new Map(), months: new Map() }
      gathered.set(slug, each)
      each.count++
      if (categories.length > 1) each.mixed++
      each.names.set(name, (each.names.get(name) ?? 0) + 1)
      each.months.set(month, (each.months.get(month) ?? 0) + 1)
    }
  }
  return gathered
}

/** Media whose names share a toneless pinyin share a category: it bears the name most of its articles give it. */
const namesOf = ({ names }: Gathered): string[] =>
  [...names].sort(([a, countA], [b, countB]) => countB - countA || compare(a, b)).map(([name]) => name)

const entryOf = (slug: string, gathered: Gathered): CategoryEntry => {
  const [name = slug, ...also] = namesOf(gathered)
  return { slug, name, count: gathered.count, ...(also.length > 0 && { also: also.slice(0, 8) }) }
}

const tallyOf = (gathered: Gathered): Tally => ({
  name: namesOf(gathered)[0] ?? '',
  count: gathered.count,
  mixed: gathered.mixed,
  months: [...gathered.months].sort(([a], [b]) => compare(a, b)).map(([month, count]) => ({ month, count })),
})
