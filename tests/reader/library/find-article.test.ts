import { beforeAll, describe, expect, it } from 'vitest'
import { findArticle } from '../../../src/reader/library/find-article.ts'
import { post, postsOn, publishPosts, serveFiles } from '../published.ts'

let files: Map<string, string | Uint8Array>
beforeAll(async () => {
  files = await publishPosts({
    ...postsOn(['2022-01-20', '2022-01-21'], 300, ['hongguan']),
    ...post('2022-01-21 18:05', '茅台 100%', { categories: '股市' }),
    ...post('2022-03-01 09:00', 'about', { permalink: '/about-us.html' }),
    ...post('2022-03-02 09:00', 'other-day', { permalink: '/2019/05/06/moved.html' }),
    'old.md':
      '---\ntitle: 搬了家\ndate: 2022-03-03\nredirect_from: [/was/here/, /2022/01/21/was.html]\n---\n正文\n',
    'no-date.md': '---\ntitle: 没有日期\n---\n正文\n',
  })
})

describe('findArticle', () => {
  it.each([
    ['/hongguan/2022/01/21/20220121n299.html', '标题20220121n299'],
    ['/%E8%82%A1%E5%B8%82/2022/01/21/%E8%8C%85%E5%8F%B0-100.html', '标题茅台 100%'],
    ['/股市/2022/01/21/茅台-100.html', '标题茅台 100%'],
    ['/%e8%82%a1%e5%b8%82/2022/01/21/%e8%8c%85%e5%8f%b0-100.html', '标题茅台 100%'],
    ['/about-us.html', '标题about'],
    ['/2019/05/06/moved.html', '标题other-day'],
    ['/undated/no-date.html', '没有日期'],
  ])('finds %s', async (permalink, title) => {
    const { archive } = serveFiles(files)
    expect((await findArticle(archive, permalink))?.title).toBe(title)
  })

  it.each(['/about-us', '/was/here', '/was/here/index.html', '/hongguan/2022/01/21/20220121n299'])(
    'finds %s, which a static server answers with the same file',
    async (path) => {
      const { archive } = serveFiles(files)
      expect(await findArticle(archive, path)).toBeDefined()
    },
  )

  it.each(['/was/here/', '/2022/01/21/was.html'])('follows %s to where its article is', async (alias) => {
    const { archive } = serveFiles(files)
    expect(await findArticle(archive, alias)).toMatchObject({
      title: '搬了家',
      permalink: '/2022/03/03/old.html',
    })
  })

  it('takes four requests for an article of a known month', async () => {
    const { archive, asked } = serveFiles(files)
    await findArticle(archive, '/hongguan/2022/01/20/20220120n0.html')
    expect(asked.map((path) => path.split('/')[1])).toEqual(['root.json', 'month', 'day', 'bodies'])
  })

  it.each([
    '/nothing.html',
    '/hongguan/2022/01/21/nothing.html',
    '/hongguan/1999/01/21/x.html',
    '/%',
    '/__proto__',
  ])('says that %s is no article', async (permalink) => {
    const { archive } = serveFiles(files)
    expect(await findArticle(archive, permalink)).toBeUndefined()
  })

  it('finds every article of the archive by its own permalink', async () => {
    const { archive } = serveFiles(files)
    const packs = [...files].filter(([path]) => path.startsWith('archive/bodies/'))
    const permalinks = packs.flatMap(([, pack]) =>
      (JSON.parse(String(pack)) as { articles: { permalink: string }[] }).articles.map(
        (each) => each.permalink,
      ),
    )
    expect(permalinks).toHaveLength(605)
    const found = await Promise.all(permalinks.map((permalink) => findArticle(archive, permalink)))
    expect(found.map((article) => article?.permalink)).toEqual(permalinks)
  })
})
