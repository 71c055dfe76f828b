import { type Article, headlineOf } from '../../archive/article.ts'
import {
  type Day,
  dayOfMonth,
  daysInMonth,
  type Month,
  monthOf,
  UNDATED_MONTH,
  yearOf,
} from '../../archive/day.ts'
import { fingerprint, partOf, partsFor } from '../../archive/fingerprint.ts'
import {
  DAY_ARTICLES,
  MAX_PARTS,
  PACK_BYTES,
  PAGE_HEADLINES,
  POSTINGS_ENTRIES,
} from '../../archive/limits.ts'
import type { MonthEntry } from '../../archive/timeline.ts'
import { type Edition, putShard } from '../edition.ts'

/** Articles, oldest first, of one day after another: what the whole timeline is packed from. */
export type Articles = readonly Article[]

/** Packs every month and year of the timeline; returns the name of the years shard and the months, oldest first. */
export const packTimeline = (
  edition: Edition,
  articles: Articles,
): { years: string; months: MonthEntry[] } => {
  const packed = runsOf(articles, ({ day }) => monthOf(day)).map(([month, run]) =>
    packMonth(edition, month, run),
  )
  const years = runsOf(packed, ({ month }) => yearOf(month)).map(([year, months]) => ({
    year,
    count: months.reduce((total, { count }) => total + count, 0),
    name: putShard(edition, 'year', { year, months }),
  }))
  return {
    years: putShard(edition, 'years', { years }),
    months: packed.map(({ month, count, name }) => ({ month, count, name })),
  }
}

/** Neighbours with the same key, as one run. */
const runsOf = <T>(items: readonly T[], keyOf: (item: T) => string): [key: string, run: T[]][] => {
  const runs: [string, T[]][] = []
  for (const item of items) {
    const last = runs.at(-1)
    if (last?.[0] === keyOf(item)) last[1].push(item)
    else runs.push([keyOf(item), [item]])
  }
  return runs
}

const packMonth = (edition: Edition, month: Month, articles: Articles) => {
  const days = runsOf(articles, ({ day }) => day).flatMap(([day, run]) =>
    piecesOf(run, DAY_ARTICLES).map((piece) => ({
      day,
      count: piece.length,
      name: packDay(edition, day, piece),
    })),
  )
  const postings = packPostings(edition, month, articles)
  const name = putShard(edition, 'month', { month, count: articles.length, days, postings })
  return {
    month,
    count: articles.length,
    name,
    days: month === UNDATED_MONTH ? [] : countsOf(month, articles),
  }
}

const countsOf = (month: Month, articles: Articles): number[] => {
  const counts = new Map<Day, number>()
  for (const { day } of articles) counts.set(day, (counts.get(day) ?? 0) + 1)
  return Array.from(
    { length: daysInMonth(month) },
    (_, index) => counts.get(dayOfMonth(month, index + 1)) ?? 0,
  )
}

const piecesOf = <T>(items: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  )

/** Bytes of a pack around its articles: `{"day":"2022-01-21","articles":[]}`. */
const PACK_FRAME = 36

/** Pages and packs are cut from the day's oldest article on, so that a later push only touches the last of them. */
const packDay = (edition: Edition, day: Day, articles: Articles): string => {
  const pages = piecesOf(articles, PAGE_HEADLINES).map((piece) =>
    putShard(edition, 'page', { day, headlines: piece.map(headlineOf) }),
  )
  const packs: { count: number; name: string }[] = []
  let pack: Article[] = []
  let bytes = PACK_FRAME
  const close = (): void => {
    if (pack.length > 0)
      packs.push({ count: pack.length, name: putShard(edition, 'bodies', { day, articles: pack }) })
    pack = []
    bytes = PACK_FRAME
  }
  for (const article of articles) {
    const size = Buffer.byteLength(JSON.stringify(article)) + 1
    if (bytes + size > PACK_BYTES) close()
    pack.push(article)
    bytes += size
  }
  close()
  const fingerprints = articles.map(({ permalink }) => fingerprint(permalink)).join('')
  return putShard(edition, 'day', { day, pages, packs, fingerprints })
}

const packPostings = (edition: Edition, month: Month, articles: Articles): string[] => {
  const lists = new Map<string, number[]>()
  let entries = 0
  for (const [ordinal, { categories }] of articles.entries()) {
    for (const { slug } of categories) {
      const list = lists.get(slug)
      if (list) list.push(ordinal)
      else lists.set(slug, [ordinal])
      entries++
    }
  }
  const parts = partsFor(entries, POSTINGS_ENTRIES, MAX_PARTS)
  const shards = Array.from({ length: parts }, (): [string, number[]][] => [])
  for (const slug of [...lists.keys()].sort())
    shards[partOf(slug, parts)]?.push([slug, stepsOf(lists.get(slug) ?? [])])
  return shards.map((shard) =>
    putShard(edition, 'postings', { month, categories: Object.fromEntries(shard) }),
  )
}

const stepsOf = (ordinals: readonly number[]): number[] =>
  ordinals.map((ordinal, index) => ordinal - (ordinals[index - 1] ?? 0))
