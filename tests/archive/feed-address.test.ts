import { expect, it } from 'vitest'
import { categoryFeeds, feedArchiveAddress, siteFeeds } from '../../src/archive/feed-address.ts'

it('the feeds of a site are where its root says', () => {
  expect(siteFeeds({ feed: '/feed.xml' })).toEqual({ atom: '/feed.xml', json: '/feed.json' })
  expect(siteFeeds({ feed: '/a.xml/atom.xml' })).toEqual({
    atom: '/a.xml/atom.xml',
    json: '/a.xml/atom.json',
  })
  expect(siteFeeds({})).toBeUndefined()
})

it('the feeds of a category have its slug, as an address has it', () => {
  const site = { feed: '/feed.xml' }
  expect(categoryFeeds(site, '证券')).toEqual({
    atom: '/feed/%E8%AF%81%E5%88%B8.xml',
    json: '/feed/%E8%AF%81%E5%88%B8.json',
  })
  expect(categoryFeeds(site, 'a/b')).toBeUndefined()
  expect(categoryFeeds({}, 'a')).toBeUndefined()
})

it('a page of the archive has another address with each entry, until it is full', () => {
  expect(feedArchiveAddress('2022-06-30', 3, undefined)).toBe('/feed/archive/2022/06/30-3.xml')
  expect(feedArchiveAddress('2022-06-30', 3, 12)).toBe('/feed/archive/2022/06/30-3-12.xml')
})
