import { expect, it } from 'vitest'
import { writeRobots, writeSitemap, writeSitemapIndex } from '../../../src/publisher/stages/write-sitemap.ts'
import { readSitemap } from '../sound-feeds.ts'

it('a sitemap names addresses, and when they were changed where that is known', () => {
  const [a, b] = ['https://news.example/a.html?b&c', 'https://news.example/%E4%B8%AD/']
  const sitemap = writeSitemap([{ address: a, modified: '2022-04-10T04:31:00Z' }, { address: b }])
  expect([...readSitemap(sitemap)]).toEqual([
    [a, '2022-04-10T04:31:00Z'],
    [b, undefined],
  ])
})

it('an index names sitemaps', () => {
  const sitemaps = ['https://news.example/sitemap/pages-1.xml', 'https://news.example/sitemap/2022-04-1.xml']
  expect([...readSitemap(writeSitemapIndex(sitemaps)).keys()]).toEqual(sitemaps)
})

it('robots.txt keeps nobody out, and names the sitemap', () => {
  expect(writeRobots('https://news.example/sitemap.xml')).toBe(
    'User-agent: *\nDisallow:\n\nSitemap: https://news.example/sitemap.xml\n',
  )
})
