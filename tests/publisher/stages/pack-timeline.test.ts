import { describe, expect, it } from 'vitest'
import type { Article } from '../../../src/archive/article.ts'
import { DAY_ARTICLES, PACK_BYTES } from '../../../src/archive/limits.ts'
import { SHARD_CHECKS, type ShardKind, type ShardOf } from '../../../src/archive/shard-kinds.ts'
import { shardPath } from '../../../src/archive/shard-path.ts'
import { memoryEdition } from '../../../src/publisher/edition-memory.ts'
import { piecesOf, runsOf } from '../../../src/publisher/runs.ts'
import { packDay } from '../../../src/publisher/stages/pack-day.ts'
import { packTimeline } from '../../../src/publisher/stages/pack-timeline.ts'
import { anArticleWith } from '../site-folder.ts'

const pack = (articles: readonly Article[]) => {
  const edition = memoryEdition()
  const entries = runsOf(articles, ({ day }) => day).flatMap(([day, run]) =>
    piecesOf(run, DAY_ARTICLES).map((piece) => {
      const written = piece.map((article) => ({ outline: article, json: JSON.stringify(article) }))
      return { day, count: piece.length, name: packDay(edition, day, written, PACK_BYTES).name }
    }),
  )
  const { years, months } = packTimeline(edition, articles, entries)
  const read = <K extends ShardKind>(kind: K, name = ''): ShardOf<K> => {
    const shard: unknown = JSON.parse(String(edition.files.get(shardPath(kind, name))))
    SHARD_CHECKS[kind](shard, kind)
    return shard as ShardOf<K>
  }
  return { years, months, read, paths: [...edition.files.keys()] }
}

const run = (count: number, fields: Partial<Article> = {}): Article[] =>
  Array.from({ length: count }, (_, index) =>
    anArticleWith({ permalink: `/2022/01/04/${index}.html`, ...fields }),
  )

describe('a timeline', () => {
  it('leads from its years to every article, oldest first', () => {
    const days = ['2021-12-31', '2022-01-01', '2022-01-01', '2022-03-01']
    const { years, months, read } = pack(
      days.map((day, index) => anArticleWith({ day, permalink: `/${index}` })),
    )
    expect(months.map(({ month, count }) => [month, count])).toEqual([
      ['2021-12', 1],
      ['2022-01', 2],
      ['2022-03', 1],
    ])
    expect(read('years', years).years.map(({ year, count }) => [year, count])).toEqual([
      ['2021', 1],
      ['2022', 3],
    ])
    const year = read('year', read('years', years).years[1]?.name)
    expect(year.months.map(({ days: counts }) => counts.length)).toEqual([31, 31])
    expect(year.months[0]?.days.slice(0, 3)).toEqual([2, 0, 0])
    const found = months.flatMap(({ name }) =>
      read('month', name).days.flatMap((day) =>
        read('day', day.name).packs.flatMap((each) =>
          read('bodies', each.name).articles.map(({ permalink }) => permalink),
        ),
      ),
    )
    expect(found).toEqual(['/0', '/1', '/2', '/3'])
  })

  it('cuts a day of more articles than a day shard holds', () => {
    const { months, read } = pack(run(DAY_ARTICLES + 1, { html: '' }))
    expect(read('month', months[0]?.name).days.map(({ day, count }) => [day, count])).toEqual([
      ['2022-01-04', DAY_ARTICLES],
      ['2022-01-04', 1],
    ])
  })

  it('gives the ordinals of a category as steps', () => {
    const articles = run(6).map((article, index) => ({
      ...article,
      categories: (index % 2 ? ['a', '__proto__'] : ['b']).map((slug) => ({ slug, name: slug })),
    }))
    const { months, read } = pack(articles)
    const { categories } = read('postings', read('month', months[0]?.name).postings[0])
    expect(Object.entries(categories)).toEqual([
      ['__proto__', [1, 2, 2]],
      ['a', [1, 2, 2]],
      ['b', [0, 2, 2]],
    ])
  })

  it('of undated articles has a month without days', () => {
    const { years, read } = pack([anArticleWith({ day: '0000-00-00', time: '', instant: '' })])
    const year = read('year', read('years', years).years[0]?.name)
    expect(year).toMatchObject({ year: '0000', months: [{ month: '0000-00', count: 1, days: [] }] })
  })

  it('keeps every file of yesterday when today grows', () => {
    const yesterday = run(40, { day: '2022-01-03' })
    const before = pack([...yesterday, ...run(40)])
    const after = pack([...yesterday, ...run(41)])
    const gone = before.paths.filter((path) => !after.paths.includes(path)).map((path) => path.split('/')[1])
    expect(gone.sort()).toEqual(['bodies', 'day', 'month', 'page', 'year', 'years'])
  })
})
