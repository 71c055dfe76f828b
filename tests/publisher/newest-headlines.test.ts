import { expect, it } from 'vitest'
import { headlineOf } from '../../src/archive/article.ts'
import { NEWEST_HEADLINES, PAGE_HEADLINES } from '../../src/archive/limits.ts'
import { putShard } from '../../src/publisher/edition.ts'
import { memoryEdition } from '../../src/publisher/edition-memory.ts'
import { newestByCategory, newestHeadlines } from '../../src/publisher/newest-headlines.ts'
import { anArticleWith } from './site-folder.ts'

/** Entries of days whose pages hold so many headlines each. */
const newestOf = (...days: readonly (readonly number[])[]) => {
  const edition = memoryEdition()
  let number = 0
  const entries = days.map((counts) => ({
    pages: counts.map((count) => {
      const headlines = Array.from({ length: count }, () =>
        headlineOf(anArticleWith({ permalink: `/${number++}.html` })),
      )
      return putShard(edition, 'page', { day: '2022-01-04', headlines })
    }),
  }))
  const asked: string[] = []
  const get = (path: string): string | undefined => {
    asked.push(path)
    return edition.get(path)
  }
  const newest = newestHeadlines({ ...edition, get }, entries)
  return {
    found: newest.map(({ permalink }) => Number(permalink.slice(1, -5))),
    asked: asked.length,
    all: number,
  }
}

it('are the last of all, the newest first, over pages and days', () => {
  expect(newestOf([2, 1], [], [2]).found).toEqual([4, 3, 2, 1, 0])
  expect(newestOf().found).toEqual([])
})

it('are no more than the format lets a list have, and read off as few pages as hold them', () => {
  const { found, asked, all } = newestOf([32, 32, 6], [32, 8], [13])
  expect(asked).toBe(2)
  expect(found).toEqual(Array.from({ length: 20 }, (_, n) => all - 1 - n))
})

/** Entries of days, each article given by the slugs of its categories. */
const newestIn = (slugs: readonly string[], ...days: readonly (readonly (readonly string[])[])[]) => {
  const edition = memoryEdition()
  let number = 0
  const entries = days.map((day) => {
    const headlines = day.map((own) =>
      headlineOf(
        anArticleWith({
          permalink: `/${number++}.html`,
          categories: own.map((slug) => ({ slug, name: slug })),
        }),
      ),
    )
    const pages = Array.from({ length: Math.ceil(day.length / PAGE_HEADLINES) }, (_, page) =>
      putShard(edition, 'page', {
        day: '2022-01-04',
        headlines: headlines.slice(page * PAGE_HEADLINES, (page + 1) * PAGE_HEADLINES),
      }),
    )
    return { pages, posts: headlines }
  })
  const asked: string[] = []
  const get = (path: string): string | undefined => {
    asked.push(path)
    return edition.get(path)
  }
  const found = newestByCategory({ ...edition, get }, entries, slugs)
  const numbers = [...found].map(([slug, headlines]) => [
    slug,
    headlines.map(({ permalink }) => Number(permalink.slice(1, -5))),
  ])
  return { found: Object.fromEntries(numbers) as Record<string, number[]>, asked }
}

it('of categories are theirs alone, the newest first, and an article counts once in each', () => {
  const { found } = newestIn(['a', 'b', 'c'], [['a'], ['b', 'a']], [[], ['a', 'a'], ['d']])
  expect(found).toEqual({ a: [3, 1, 0], b: [1], c: [] })
})

it('of categories are at most as many as of the archive, over the bounds of pages', () => {
  const day = Array.from({ length: 70 }, (_, place) => [place % 2 ? 'a' : 'b'])
  const { found, asked } = newestIn(['a', 'rare'], [['rare'], ['a']], [['other']], day)
  expect(found.a).toEqual(Array.from({ length: NEWEST_HEADLINES }, (_, n) => 72 - 2 * n))
  expect(found.rare).toEqual([0])
  // The page between holds none that is wanted, and none is read twice.
  expect(asked).toHaveLength(4)
  expect(new Set(asked).size).toBe(4)
})

it('of no category ask for nothing', () => {
  expect(newestIn([], [['a']])).toEqual({ found: {}, asked: [] })
})
