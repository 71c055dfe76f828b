import { expect, it } from 'vitest'
import { publishAfresh } from './publish-into.ts'
import { aPost, type Files, newSite } from './site-folder.ts'
import { readSitemap } from './sound-feeds.ts'

const BASE = 'https://news.example/'
const CONFIG = 'title: 试刊\nurl: https://news.example\nkanbao: { search: false }\n'

const publish = async (files: Files) =>
  (await publishAfresh(newSite({ '_config.yml': CONFIG, ...files }))).files

/** All addresses, part after part, as a search engine finds them. */
const addressesIn = (files: Readonly<Record<string, string>>): Map<string, string | undefined> => {
  const parts = [...readSitemap(files['sitemap.xml'] ?? '').keys()]
  return new Map(parts.flatMap((part) => [...readSitemap(files[part.slice(BASE.length)] ?? '')]))
}

it('names every page, and for articles when they were changed', async () => {
  const files = await publish({
    '_posts/2022-04-01-a.md': aPost('甲', 'categories: 证券\nredirect_from: /was/\n'),
    '_posts/2022-05-02-b.md': aPost('乙', 'date: 2022-05-02 08:00:00 +0800\n'),
    '_posts/2022-05-03-c.md': aPost('丙', 'last_modified_at: 2022-06-01 00:00:00\n'),
    '_posts/undated.md': aPost('无日'),
    'about.md': '---\ntitle: 关于\n---\n关于本站。\n',
  })
  const securities = encodeURIComponent('证券')
  expect([...readSitemap(files['sitemap.xml'] ?? '').keys()].map((part) => part.slice(BASE.length))).toEqual([
    'sitemap/pages-1.xml',
    'sitemap/undated-1.xml',
    'sitemap/2022-04-1.xml',
    'sitemap/2022-05-1.xml',
  ])
  expect(
    [...addressesIn(files)].map(([address, modified]) => [address.slice(BASE.length), modified]),
  ).toEqual([
    ['', undefined],
    ['about.html', undefined],
    [`category/${securities}.html`, undefined],
    ['undated/undated.html', undefined],
    [`${securities}/2022/04/01/a.html`, '2022-04-01T00:00:00Z'],
    ['2022/05/02/b.html', '2022-05-02T00:00:00Z'],
    ['2022/05/03/c.html', '2022-06-01T00:00:00Z'],
  ])
  expect(files['robots.txt']).toBe(`User-agent: *\nDisallow:\n\nSitemap: ${BASE}sitemap.xml\n`)
})

it('a new page changes one part of many', async () => {
  const page = (number: number): Files => ({
    [`p${number}.html`]: `---\ntitle: ${number}\n---\n第${number}页\n`,
  })
  const pages = Object.assign({}, ...Array.from({ length: 520 }, (_, number) => page(number))) as Files
  const posts = { '_posts/2022-04-01-a.md': aPost('甲') }
  const before = await publish({ ...posts, ...pages })
  expect(addressesIn(before).size).toBe(522)
  const after = await publish({ ...posts, ...pages, ...page(1000) })
  const changed = Object.keys(after).filter(
    (path) => path.startsWith('sitemap/') && after[path] !== before[path],
  )
  expect(changed).toHaveLength(1)
  expect(addressesIn(after).has(`${BASE}p1000.html`)).toBe(true)
})

it('a month of many is cut into parts, and articles without a page of their own stand in none', async () => {
  const posts = Object.fromEntries(
    Array.from({ length: 530 }, (_, number) => [
      `_posts/2022-04-${number < 400 ? '01' : '02'}-p${String(number).padStart(3, '0')}.md`,
      aPost(`第${number}篇`, number === 450 ? 'permalink: /bad%2Fname.html\n' : ''),
    ]),
  )
  const files = await publish(posts)
  const [, ...parts] = [...readSitemap(files['sitemap.xml'] ?? '').keys()].map((part) =>
    readSitemap(files[part.slice(BASE.length)] ?? ''),
  )
  expect(parts.map(({ size }) => size)).toEqual([512, 17])
  const listed = [...addressesIn(files).keys()]
  for (const address of listed) expect(files[address.slice(BASE.length) || 'index.html']).toBeTruthy()
  expect(listed).toHaveLength(530)
  // The one without is among the newest twenty.
  const few = await publish({ ...posts, '_config.yml': `${CONFIG.replace(' }', ', pages: newest 20 }')}` })
  expect([...addressesIn(few).keys()].slice(1)).toEqual(
    Array.from({ length: 19 }, (_, index) => `${BASE}2022/04/02/p${511 + index}.html`),
  )
})
