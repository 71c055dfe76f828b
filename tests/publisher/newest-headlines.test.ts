import { expect, it } from 'vitest'
import { headlineOf } from '../../src/archive/article.ts'
import { NEWEST_HEADLINES } from '../../src/archive/limits.ts'
import { putShard } from '../../src/publisher/edition.ts'
import { memoryEdition } from '../../src/publisher/edition-memory.ts'
import { newestHeadlines } from '../../src/publisher/newest-headlines.ts'
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

it('are read off as few pages as hold enough of them', () => {
  const { found, asked, all } = newestOf([32, 32, 6], [32, 8], [13])
  expect(asked).toBe(2)
  expect(found.slice(0, NEWEST_HEADLINES)).toEqual(Array.from({ length: 20 }, (_, n) => all - 1 - n))
})
