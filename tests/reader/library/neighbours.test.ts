import { beforeAll, describe, expect, it } from 'vitest'
import type { Article } from '../../../src/archive/article.ts'
import { type Filter, NO_FILTER } from '../../../src/reader/library/filter.ts'
import { findArticle } from '../../../src/reader/library/find-article.ts'
import { neighboursOf } from '../../../src/reader/library/neighbours.ts'
import { post, publishPosts, type ServedArchive, serveFiles } from '../published.ts'

let served: ServedArchive
beforeAll(async () => {
  served = serveFiles(
    await publishPosts({
      ...post('2021-12-30 09:00', 'a', { categories: 'gushi' }),
      ...post('2021-12-31 09:00', 'b', { categories: 'haiwai' }),
      ...post('2022-01-01 09:00', 'c', { categories: 'gushi' }),
      ...post('2022-01-01 10:00', 'd', { categories: 'haiwai' }),
      ...post('2022-03-01 09:00', 'e', { categories: 'gushi' }),
    }),
  )
})

const ADDRESSES: Readonly<Record<string, string>> = {
  a: '/gushi/2021/12/30/a.html',
  b: '/haiwai/2021/12/31/b.html',
  c: '/gushi/2022/01/01/c.html',
  d: '/haiwai/2022/01/01/d.html',
  e: '/gushi/2022/03/01/e.html',
}

describe('neighboursOf', () => {
  it.each([
    ['a', NO_FILTER, 'b', undefined],
    ['b', NO_FILTER, 'c', 'a'],
    ['c', NO_FILTER, 'd', 'b'],
    ['d', NO_FILTER, 'e', 'c'],
    ['e', NO_FILTER, undefined, 'd'],
    ['c', { categories: ['gushi'] }, 'e', 'a'],
    ['e', { categories: ['gushi'] }, undefined, 'c'],
    ['b', { categories: ['gushi'] }, 'c', 'a'], // opened from elsewhere: it is not in the filter itself
    ['d', { categories: [], from: '2022-01', to: '2022-01' }, undefined, 'c'],
    ['c', { categories: ['nirgends'] }, undefined, undefined],
  ] as [string, Filter, string | undefined, string | undefined][])(
    'of %s within %j',
    async (name, filter, newer, older) => {
      const article = (await findArticle(served.archive, ADDRESSES[name] ?? '')) as Article
      const found = await neighboursOf(served.archive, filter, article)
      expect(found.newer?.permalink).toBe(newer && ADDRESSES[newer])
      expect(found.older?.permalink).toBe(older && ADDRESSES[older])
    },
  )
})
