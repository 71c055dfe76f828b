import { expect, it } from 'vitest'
import { SHARD_CHECKS } from '../../../src/archive/shard-kinds.ts'
import { shardPath } from '../../../src/archive/shard-path.ts'
import { memoryEdition } from '../../../src/publisher/edition-memory.ts'
import { countCategories, packCategories } from '../../../src/publisher/stages/pack-categories.ts'

type Named = readonly [slug: string, name: string]

const pack = (...articles: readonly (readonly [day: string, ...categories: Named[]])[]) => {
  const edition = memoryEdition()
  const counted = countCategories(
    articles.map(([day, ...categories]) => ({
      day,
      categories: categories.map(([slug, name]) => ({ slug, name })),
    })),
  )
  const entry = packCategories(edition, counted)
  const tallies = entry.tallies.map((name) =>
    SHARD_CHECKS.tally(JSON.parse(String(edition.files.get(shardPath('tally', name)))), name),
  )
  return { all: counted.all, entry, tallies }
}

it('gives a category the name that most of its articles do, and names the others', () => {
  const { all } = pack(
    ['2022-01-01', ['yx', '央行网站']],
    ['2022-01-02', ['yx', '养性网站']],
    ['2022-01-03', ['yx', '央行网站']],
  )
  expect(all).toEqual([{ slug: 'yx', name: '央行网站', count: 3, also: ['养性网站'] }])
})

it('lists the largest first, and counts months and mixtures', () => {
  const { all, entry, tallies } = pack(
    ['2022-01-01', ['b', '乙']],
    ['2022-01-01', ['a', '甲'], ['b', '乙']],
    ['2022-02-01', ['b', '乙']],
    ['2022-02-01', ['__proto__', '原']],
  )
  expect(all.map(({ slug }) => slug)).toEqual(['b', '__proto__', 'a'])
  expect(entry).toMatchObject({ count: 3, top: all, directory: [expect.any(String)] })
  expect(Object.entries(tallies[0]?.categories ?? {})).toEqual([
    ['__proto__', { name: '原', count: 1, mixed: 0, months: [{ month: '2022-02', count: 1 }] }],
    ['a', { name: '甲', count: 1, mixed: 1, months: [{ month: '2022-01', count: 1 }] }],
    [
      'b',
      {
        name: '乙',
        count: 3,
        mixed: 1,
        months: [
          { month: '2022-01', count: 2 },
          { month: '2022-02', count: 1 },
        ],
      },
    ],
  ])
})

it('keeps endless names out of the root, and its list of them short', () => {
  const { entry } = pack([
    '2022-01-01',
    ['x'.repeat(5000), '长'],
    ...Array.from({ length: 40 }, (_, n): Named => [`c${n}`, '名']),
  ])
  expect(entry.top).toHaveLength(12)
  expect(Math.max(...entry.top.map(({ slug }) => slug.length))).toBeLessThan(100)
})

it('has neither directory nor entries without categories', () => {
  const { entry, tallies } = pack(['2022-01-01'])
  expect(entry).toMatchObject({ count: 0, top: [], directory: [] })
  expect(tallies).toEqual([{ categories: {} }])
})
