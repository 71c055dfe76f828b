import { beforeAll, describe, expect, it } from 'vitest'
import { categoriesOf, categoryOf, matchCategories } from '../../../src/reader/library/directory.ts'
import { post, publishPosts, type ServedArchive, serveFiles } from '../published.ts'

let served: ServedArchive
beforeAll(async () => {
  served = serveFiles(
    await publishPosts({
      ...post('2022-01-01 09:00', 'a', { categories: 'zhengquanshibao', tags: '证券时报新闻' }),
      ...post('2022-01-02 09:00', 'b', { categories: 'zhengquanshibao', tags: '证券时报新闻' }),
      ...post('2022-01-03 09:00', 'c', { categories: 'zhengquanshibao', tags: '郑全时报新闻' }),
      ...post('2022-01-03 10:00', 'd', { categories: 'shanghaizhengquanbao', tags: '上海证券报新闻' }),
      ...post('2022-01-03 11:00', 'e', { categories: 'Wind', tags: 'Ｗｉｎｄ资讯新闻' }),
    }),
  )
})

describe('the directory', () => {
  it('lists every category, the largest first, under the name most articles give it', async () => {
    const all = await categoriesOf(served.archive)
    expect(all[0]).toEqual({ slug: 'zhengquanshibao', name: '证券时报', count: 3, also: ['郑全时报'] })
    expect(all.map(({ slug }) => slug)).toEqual(['zhengquanshibao', 'shanghaizhengquanbao', 'wind'])
  })

  it.each([
    ['证券', ['zhengquanshibao', 'shanghaizhengquanbao']],
    ['上海', ['shanghaizhengquanbao']],
    ['zhengquan', ['zhengquanshibao', 'shanghaizhengquanbao']],
    ['Zheng Quan Shi', ['zhengquanshibao']],
    ['郑全', ['zhengquanshibao']],
    ['wind', ['wind']],
    ['没有', []],
  ])('finds by %s', async (query, slugs) => {
    const found = matchCategories(await categoriesOf(served.archive), query)
    expect(found.map(({ slug }) => slug)).toEqual(slugs)
  })

  it('knows one category by its slug, in any case', async () => {
    expect(await categoryOf(served.archive, 'WIND')).toEqual({ name: 'Ｗｉｎｄ资讯', count: 1 })
    expect(await categoryOf(served.archive, 'toString')).toBeUndefined()
  })
})
