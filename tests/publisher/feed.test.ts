import { expect, it } from 'vitest'
import { type Feed, type FeedEntry, momentOf, updatedOf } from '../../src/publisher/feed.ts'

it.each([
  [0, '1970-01-01T00:00:00Z'],
  [1_650_000_000_999, '2022-04-15T05:20:00Z'],
  [Date.parse('0001-01-01T00:00:00Z') - 28_800_000, '0001-01-01T00:00:00Z'],
  [Date.parse('9999-12-31T23:59:59Z') + 28_800_000, '9999-12-31T23:59:59Z'],
])('a moment has a year of four digits: %i', (epoch, moment) => {
  expect(momentOf(epoch)).toBe(moment)
})

it('a feed is as new as the newest change to one of its entries', () => {
  const feedOf = (...moments: string[]): Feed => ({
    ...{ title: '', description: '', lang: 'zh', author: '', home: '', self: '', id: '' },
    entries: moments.map((updated) => ({ updated }) as FeedEntry),
  })
  const [early, late] = ['2022-01-01T00:00:00Z', '2022-01-02T00:00:00Z']
  expect(updatedOf(feedOf(early, late, early))).toBe(late)
  expect(updatedOf(feedOf())).toBe('1970-01-01T00:00:00Z')
})
