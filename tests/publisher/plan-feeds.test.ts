import { expect, it } from 'vitest'
import { FOLLOWED_CATEGORIES } from '../../src/archive/limits.ts'
import { publishAfresh } from './publish-into.ts'
import { aPost, type Files, newSite } from './site-folder.ts'
import { readAtom, readJsonFeed } from './sound-feeds.ts'

const CONFIG =
  'title: 试刊\ndescription: 每天\nurl: https://news.example\nbaseurl: /paper\nauthor: 编辑部\ntimezone: Asia/Shanghai\n'

const publish = async (posts: Files, config = CONFIG) =>
  (await publishAfresh(newSite({ '_config.yml': config, ...posts }))).files

const at = (number: number): string => `2022-04-${String(number).padStart(2, '0')}`

/** So many posts, one a day, each with a body of about so many bytes. */
const postsOf = (count: number, bytes = 30, more = ''): Files =>
  Object.fromEntries(
    Array.from({ length: count }, (_, index) => [
      `_posts/${at(index + 1)}-p.md`,
      `---\ntitle: 第${index + 1}篇\n${more}---\n<p>${'字'.repeat(bytes / 3)}</p>\n`,
    ]),
  )

const addressAt = (number: number): string =>
  `https://news.example/paper/${at(number).replaceAll('-', '/')}/p.html`

it('a site has its newest articles in both forms, the newest first, and no undated one', async () => {
  const files = await publish({ ...postsOf(25), '_posts/undated.md': aPost('无日') })
  const feed = readAtom(files['feed.xml'] ?? '')
  const newest = Array.from({ length: 20 }, (_, index) => addressAt(25 - index))
  expect(feed.entries.map(({ id }) => id)).toEqual(newest)
  expect(feed).toMatchObject({
    id: 'https://news.example/paper/feed.xml',
    title: '试刊',
    updated: '2022-04-24T16:00:00Z',
    links: {
      self: 'https://news.example/paper/feed.xml',
      alternate: 'https://news.example/paper/',
      'prev-archive': 'https://news.example/paper/feed/archive/2022/04/25-1-1.xml',
    },
  })
  const json = readJsonFeed(files['feed.json'] ?? '')
  expect(json.feed_url).toBe('https://news.example/paper/feed.json')
  expect(json.items.map(({ id }) => id)).toEqual(newest)
})

it('entries are whole until there is much of them, and the newest always', async () => {
  const wholeIn = async (bytes: number): Promise<(string | undefined)[]> => {
    const files = await publish(postsOf(4, bytes))
    const { entries } = readAtom(files['feed.xml'] ?? '')
    const { items } = readJsonFeed(files['feed.json'] ?? '')
    expect(items.map(({ content_html }) => content_html)).toEqual(entries.map(({ content }) => content))
    for (const { summary } of entries) expect(summary.length).toBeGreaterThan(100)
    return entries.map(({ content }) => content)
  }
  const whole = expect.stringMatching(/^<p>字+<\/p>$/)
  expect(await wholeIn(15_000)).toEqual([whole, whole, whole, whole])
  expect(await wholeIn(30_000)).toEqual([whole, whole, undefined, undefined])
  expect(await wholeIn(300_000)).toEqual([whole, undefined, undefined, undefined])
})

it('what an article leads to has a whole address, and its author and source are named', async () => {
  const files = await publish({
    '_posts/2022-04-01-a.md': aPost('甲'),
    '_posts/2022-04-02-b.md':
      '---\ntitle: 乙\nlast_modified_at: 2022-04-05 08:00:00 +0800\n---\n[甲]({% post_url 2022-04-01-a %}) ![图](/图.png)\n\n正文。（证券时报）\n\n<https://source.example/a?b=1&c=“2”>\n',
  })
  const [entry] = readAtom(files['feed.xml'] ?? '').entries
  expect(entry?.content).toContain(`href="${addressAt(1).replace('/p.html', '/a.html')}"`)
  expect(entry?.content).toContain('src="https://news.example/%E5%9B%BE.png"')
  expect(entry).toMatchObject({
    author: '证券时报',
    via: 'https://source.example/a?b=1&c=%E2%80%9C2%E2%80%9D',
  })
  expect(entry).toMatchObject({ published: '2022-04-01T16:00:00Z', updated: '2022-04-05T00:00:00Z' })
})

it('the six largest categories have feeds of their own', async () => {
  const posts: Record<string, string> = {}
  for (let category = 0; category < 14; category++)
    for (let number = 1; number <= 15 - category; number++)
      posts[`_posts/${at(number)}-c${category}.md`] = aPost('条', `categories: 类${category}\n`)
  const files = await publish(posts)
  const feeds = Object.keys(files).filter((path) => /^feed\/[^/]+$/.test(path))
  expect(feeds.filter((path) => path.endsWith('.xml')).sort()).toEqual(
    Array.from({ length: FOLLOWED_CATEGORIES }, (_, category) => `feed/类${category}.xml`).sort(),
  )
  expect(feeds).toHaveLength(2 * FOLLOWED_CATEGORIES)
  const feed = readAtom(files['feed/类0.xml'] ?? '')
  const slug = encodeURIComponent('类0')
  expect(feed.title).toBe('类0 - 试刊')
  expect(feed.links).toEqual({
    self: `https://news.example/paper/feed/${slug}.xml`,
    alternate: `https://news.example/paper/category/${slug}.html`,
  })
  expect(feed.entries.map(({ terms }) => terms)).toEqual(Array.from({ length: 10 }, () => ['类0']))
  expect(readJsonFeed(files['feed/类5.json'] ?? '').items).toHaveLength(10)
})

it('without whole addresses there are neither feeds nor sitemaps', async () => {
  for (const config of [
    'title: 试刊\n',
    'title: 试刊\nurl: news.example\n',
    'title: 试刊\nurl: ftp://news.example\n',
  ]) {
    const files = await publish(postsOf(3), config)
    const others = Object.keys(files).filter((path) => !/^archive\/|\.html$/.test(path))
    expect(others).toEqual([])
    expect(JSON.parse(files['archive/root.json'] ?? '').site.feed).toBeUndefined()
  }
})

it('a site of undated posts alone has a feed with nothing in it', async () => {
  const files = await publish({ '_posts/undated.md': aPost('无日', 'categories: a\n') })
  for (const path of ['feed.xml', 'feed/a.xml']) expect(readAtom(files[path] ?? '').entries).toEqual([])
  for (const path of ['feed.json', 'feed/a.json']) expect(readJsonFeed(files[path] ?? '').items).toEqual([])
})

it('a file, a page or an article of the site’s own keeps its address', async () => {
  const own = {
    'feed.xml': '<own/>',
    'robots.txt': 'User-agent: *\nDisallow: /\n',
    'sitemap.xml': '<own/>',
    'feed/a.json': '{}',
  }
  const files = await publish({
    ...own,
    ...postsOf(25, 30, 'categories: a\n'),
    '_posts/2022-04-01-x.md': aPost('甲', 'permalink: /feed.json\nredirect_from: /sitemap/2022-04-1.xml\n'),
    'feed.md': '---\ntitle: 订阅\npermalink: /feed/a.xml\n---\n怎样订阅。\n',
  })
  expect(files).toMatchObject(own)
  for (const path of ['feed.json', 'feed/a.xml', 'sitemap/2022-04-1.xml']) {
    expect(files[path]).toBeUndefined()
    expect(files[`${path}.html`]).toContain('<title>')
  }
  expect(Object.keys(files).filter((path) => path.startsWith('feed/archive/'))).toEqual([])
  expect(files['sitemap/pages-1.xml']).toContain('<urlset')
})

it('the feed is where jekyll-feed is told to put it, and the root says so', async () => {
  const files = await publish(postsOf(25), `${CONFIG}feed:\n  path: news/atom.xml\n`)
  expect(files['feed.xml']).toBeUndefined()
  expect(readAtom(files['news/atom.xml'] ?? '').links.self).toBe('https://news.example/paper/news/atom.xml')
  expect(readJsonFeed(files['news/atom.json'] ?? '').items).toHaveLength(20)
  expect(JSON.parse(files['archive/root.json'] ?? '').site.feed).toBe('/news/atom.xml')
  const page = readAtom(files['feed/archive/2022/04/25-1-1.xml'] ?? '')
  expect(page.links.current).toBe('https://news.example/paper/news/atom.xml')
})
