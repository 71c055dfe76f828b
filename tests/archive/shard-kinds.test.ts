import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { addressKey } from '../../src/archive/address-key.ts'
import { dayInPermalink } from '../../src/archive/addresses.ts'
import { type Article, headlineOf } from '../../src/archive/article.ts'
import type { Check } from '../../src/archive/check.ts'
import { daysInMonth, monthOf, UNDATED_MONTH } from '../../src/archive/day.ts'
import { fingerprint } from '../../src/archive/fingerprint.ts'
import { aRoot } from '../../src/archive/root.ts'
import { SHARD_CHECKS, type ShardKind, type ShardOf } from '../../src/archive/shard-kinds.ts'
import { ROOT_PATH, shardPath } from '../../src/archive/shard-path.ts'

/** The first 60 bits of SHA-256 in base 32, by whole numbers: FORMAT.md, "Names". */
const nameOf = (text: string): string => {
  const bits = BigInt(`0x${createHash('sha256').update(text).digest('hex').slice(0, 15)}`)
  const digit = (index: number) =>
    'abcdefghijklmnopqrstuvwxyz234567'[Number((bits >> BigInt(55 - 5 * index)) & 31n)]
  return Array.from({ length: 12 }, (_, index) => digit(index)).join('')
}

/** A golden archive with everything its root leads to; `opened` collects the paths that were read. */
const open = (kind: 'sound' | 'empty') => {
  const folder = new URL(`../fixtures/format/${kind}/`, import.meta.url)
  const opened = new Set<string>([ROOT_PATH])
  const read = (path: string): string => readFileSync(new URL(path, folder), 'utf8')
  const shard = <K extends ShardKind>(of: K, name: string): ShardOf<K> => {
    const path = shardPath(of, name)
    opened.add(path)
    return (SHARD_CHECKS[of] as Check<ShardOf<K>>)(JSON.parse(read(path)), path)
  }
  const root = aRoot(JSON.parse(read(ROOT_PATH)), ROOT_PATH)
  const years = shard('years', root.years).years.map((entry) => ({ entry, shard: shard('year', entry.name) }))
  const months = years
    .flatMap((year) => year.shard.months)
    .map((entry) => {
      const month = shard('month', entry.name)
      const days = month.days.map((day) => ({ entry: day, shard: shard('day', day.name) }))
      const packs = days.map((day) => day.shard.packs.map(({ name }) => shard('bodies', name)))
      const pages = days.map((day) => day.shard.pages.map((name) => shard('page', name)))
      const articles = packs.flat().flatMap((pack) => pack.articles)
      const postings = month.postings.map((name) => shard('postings', name))
      return { entry, shard: month, days, packs, pages, articles, postings }
    })
  const directory = root.categories.directory.map((name) => shard('directory', name))
  const tallies = root.categories.tallies.map((name) => shard('tally', name))
  const addresses = root.addresses.map((name) => shard('addresses', name))
  const articles = months.flatMap((month) => month.articles)
  return { folder, opened, read, root, years, months, directory, tallies, addresses, articles }
}

const slugsOf = (article: Article): string[] => article.categories.map(({ slug }) => slug)

describe.each(['sound', 'empty'] as const)('the %s golden archive', (kind) => {
  const archive = open(kind)
  const { root, articles } = archive

  it('has the files that its root leads to, and no others', () => {
    const files = readdirSync(archive.folder, { recursive: true, encoding: 'utf8' })
    const shards = files.map((file) => file.replaceAll('\\', '/')).filter((file) => file.endsWith('.json'))
    expect(shards.sort()).toEqual([...archive.opened].sort())
  })

  it('names each shard by its bytes, and the edition by the root’s', () => {
    for (const path of archive.opened) {
      if (path === ROOT_PATH) continue
      expect(path.split('/').slice(2).join('')).toBe(`${nameOf(archive.read(path))}.json`)
    }
    const { format: _, edition, ...rest } = root
    expect(edition).toBe(nameOf(JSON.stringify(rest)))
  })

  it('is JSON without blanks, and without a byte more', () => {
    for (const path of archive.opened)
      expect(archive.read(path)).toBe(JSON.stringify(JSON.parse(archive.read(path))))
  })

  it('is in order, from the oldest', () => {
    const keys = articles.map(({ day, instant, permalink }) => [day, instant, permalink].join('\n'))
    expect(keys).toEqual([...keys].sort())
    expect(root.newest).toEqual(articles.map(headlineOf).reverse())
    expect(root.recent.map(({ month }) => month)).toEqual(
      archive.months.map(({ entry }) => entry.month).reverse(),
    )
  })

  it('counts the same on every level', () => {
    expect(articles).toHaveLength(root.count)
    for (const { entry, shard } of archive.years)
      expect(shard.months.reduce((sum, month) => sum + month.count, 0)).toBe(entry.count)
    for (const { entry, shard, days, articles } of archive.months) {
      expect([shard.month, shard.count, articles.length]).toEqual([entry.month, entry.count, entry.count])
      expect(days.map((day) => day.shard.day)).toEqual(days.map((day) => day.entry.day))
      expect(entry.days).toHaveLength(entry.month === UNDATED_MONTH ? 0 : daysInMonth(entry.month))
      entry.days.forEach((count, index) => {
        expect(articles.filter(({ day }) => Number(day.slice(8)) === index + 1)).toHaveLength(count)
      })
    }
  })

  it('tells the same of an article in its pack, its page, its fingerprint and its postings', () => {
    for (const { shard, days, packs, pages, articles, postings } of archive.months) {
      expect(pages.flat().flatMap((page) => page.headlines)).toEqual(articles.map(headlineOf))
      expect(days.map((day) => day.shard.fingerprints).join('')).toBe(
        articles.map(({ permalink }) => fingerprint(permalink)).join(''),
      )
      days.forEach((day, index) => {
        expect(day.shard.packs.map(({ count }) => count)).toEqual(
          packs[index]?.map((pack) => pack.articles.length),
        )
      })
      for (const [slug, steps] of Object.entries(postings[0]?.categories ?? {})) {
        const ordinals = steps.map((_, index) => steps.slice(0, index + 1).reduce((sum, step) => sum + step))
        expect(ordinals.map((ordinal) => articles[ordinal])).toEqual(
          articles.filter((article) => slugsOf(article).includes(slug)),
        )
      }
      expect(articles.every(({ day }) => monthOf(day) === shard.month)).toBe(true)
    }
  })

  it('knows each category in the directory and in the tallies', () => {
    const entries = archive.directory.flatMap((part) => part.categories)
    expect(entries).toHaveLength(root.categories.count)
    expect(entries.map(({ slug }) => slug).sort()).toEqual([...new Set(articles.flatMap(slugsOf))].sort())
    expect(root.categories.top).toEqual(entries.map(({ slug, name, count }) => ({ slug, name, count })))
    for (const { slug, name, count } of entries) {
      const own = articles.filter((article) => slugsOf(article).includes(slug))
      const months = archive.months.map(({ entry }) => entry.month)
      const tally = archive.tallies[0]?.categories[slug]
      expect([count, tally?.name, tally?.count]).toEqual([own.length, name, own.length])
      expect(tally?.mixed).toBe(own.filter(({ categories }) => categories.length > 1).length)
      expect(tally?.months).toEqual(
        months
          .map((month) => ({ month, count: own.filter(({ day }) => monthOf(day) === month).length }))
          .filter((each) => each.count > 0),
      )
    }
  })

  it('lists the addresses that do not tell their day, and only those', () => {
    const silent = articles.filter(({ permalink, day }) => dayInPermalink(addressKey(permalink)) !== day)
    expect(archive.addresses[0]?.days ?? {}).toEqual(
      Object.fromEntries(silent.map(({ permalink, day }) => [addressKey(permalink), day])),
    )
  })
})

it('the sound archive has something of everything', () => {
  const { articles } = open('sound')
  expect(articles.some(({ instant }) => instant === '')).toBe(true)
  expect(articles.some(({ instant, time }) => instant !== '' && time === '')).toBe(true)
  expect(articles.some(({ source }) => source?.link)).toBe(true)
  expect(articles.some(({ categories }) => categories.length > 1)).toBe(true)
})

it('a shard’s path spreads by its first character', () => {
  expect(shardPath('day', 'k3mzp5tqa2xw')).toBe('archive/day/k/3mzp5tqa2xw.json')
})
