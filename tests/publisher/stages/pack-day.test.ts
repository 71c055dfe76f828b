import { expect, it } from 'vitest'
import type { Article } from '../../../src/archive/article.ts'
import { fingerprint } from '../../../src/archive/fingerprint.ts'
import { PACK_BYTES } from '../../../src/archive/limits.ts'
import { SHARD_CHECKS, type ShardKind, type ShardOf } from '../../../src/archive/shard-kinds.ts'
import { shardPath } from '../../../src/archive/shard-path.ts'
import { memoryEdition } from '../../../src/publisher/edition-memory.ts'
import { packDay } from '../../../src/publisher/stages/pack-day.ts'
import { anArticleWith } from '../site-folder.ts'

const pack = (articles: readonly Article[], packBytes = PACK_BYTES) => {
  const edition = memoryEdition()
  const written = articles.map((article) => ({ outline: article, json: JSON.stringify(article) }))
  const packed = packDay(edition, '2022-01-04', written, packBytes)
  const read = <K extends ShardKind>(kind: K, name = ''): ShardOf<K> => {
    const shard: unknown = JSON.parse(String(edition.files.get(shardPath(kind, name))))
    SHARD_CHECKS[kind](shard, kind)
    return shard as ShardOf<K>
  }
  return { ...packed, day: read('day', packed.name), read, files: edition.files }
}

const run = (count: number, fields: Partial<Article> = {}): Article[] =>
  Array.from({ length: count }, (_, index) =>
    anArticleWith({ permalink: `/2022/01/04/${index}.html`, ...fields }),
  )

it('has pages of 32 headlines, without what only articles have', () => {
  const { pages, day, read } = pack(run(70))
  expect(day.pages).toEqual(pages)
  expect(day.pages.map((name) => read('page', name).headlines.length)).toEqual([32, 32, 6])
  expect(Object.keys(read('page', day.pages[0]).headlines[0] ?? {})).toEqual([
    'permalink',
    'day',
    'time',
    'title',
    'excerpt',
    'categories',
  ])
})

it('has the fingerprint of each article, in order', () => {
  const articles = run(70)
  const prints = articles.map(({ permalink }) => fingerprint(permalink)).join('')
  expect(pack(articles).day.fingerprints).toBe(prints)
  expect(prints).toHaveLength(5 * 70)
})

it('closes a pack before it would pass its limit, and leaves a larger article alone', () => {
  const sizes = [7000, 7000, 7000, 7000, 70_000, 10]
  const articles = sizes.map((size, index) =>
    anArticleWith({ permalink: `/${index}`, html: 'x'.repeat(size) }),
  )
  const { packs, day, read } = pack(articles)
  expect(day.packs).toEqual(packs)
  expect(packs.map(({ count }) => count)).toEqual([3, 1, 1, 1])
  const bytes = packs.map(({ name }) => JSON.stringify(read('bodies', name)).length)
  expect(bytes.filter((each) => each > PACK_BYTES)).toHaveLength(1)
  expect(packs.flatMap(({ name }) => read('bodies', name).articles)).toEqual(articles)
})

it('fills a pack to the last byte of its limit and no further', () => {
  for (let size = 12_000; size < 12_300; size += 7) {
    const { packs, read } = pack(run(2, { html: 'x'.repeat(size) }))
    for (const { name } of packs)
      expect(JSON.stringify(read('bodies', name)).length).toBeLessThanOrEqual(PACK_BYTES)
  }
})

it('takes the pack size of its host', () => {
  const articles = run(4, { html: 'x'.repeat(50_000) })
  expect(pack(articles).packs.map(({ count }) => count)).toEqual([1, 1, 1, 1])
  expect(pack(articles, 256 * 1024).packs.map(({ count }) => count)).toEqual([4])
})

it('puts articles into a pack as the JSON that they are', () => {
  const { packs, files } = pack([anArticleWith({ title: '“”\u2028\\' })])
  const text = String(files.get(shardPath('bodies', packs[0]?.name ?? '')))
  expect(text).toBe(JSON.stringify(JSON.parse(text)))
})

it('of a day that grows keeps all pages and packs but the last', () => {
  const before = pack(run(40, { html: 'x'.repeat(20_000) }))
  const after = pack(run(41, { html: 'x'.repeat(20_000) }))
  expect(after.pages[0]).toBe(before.pages[0])
  expect(after.packs.slice(0, 13)).toEqual(before.packs.slice(0, 13))
})
