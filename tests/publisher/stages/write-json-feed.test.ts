import { expect, it } from 'vitest'
import { writeJsonFeed } from '../../../src/publisher/stages/write-json-feed.ts'
import { aFeedWith, anEntryWith } from '../feeds.ts'
import { readJsonFeed } from '../sound-feeds.ts'

it('holds the bodies it was given, and excerpts for the others', () => {
  const source = { name: '证券时报', link: 'https://source.example/a' }
  const whole = anEntryWith({ html: '<p>正文</p>', source, updated: '2022-04-11T00:00:00Z' })
  const short = anEntryWith({ address: 'https://news.example/b.html' })
  const feed = readJsonFeed(writeJsonFeed(aFeedWith({ description: '每天', entries: [whole, short] })))
  expect(feed.items).toEqual([
    {
      id: 'https://news.example/a.html',
      url: 'https://news.example/a.html',
      external_url: 'https://source.example/a',
      title: '标题',
      content_html: '<p>正文</p>',
      summary: '摘要',
      date_published: '2022-04-10T04:31:00Z',
      date_modified: '2022-04-11T00:00:00Z',
      authors: [{ name: '证券时报' }],
      tags: ['宏观'],
    },
    {
      id: 'https://news.example/b.html',
      url: 'https://news.example/b.html',
      title: '标题',
      content_text: '摘要',
      summary: '摘要',
      date_published: '2022-04-10T04:31:00Z',
      tags: ['宏观'],
    },
  ])
})

it('an entry may have neither title nor text; odd characters are marked as in XML', () => {
  const bare = anEntryWith({ title: '', excerpt: '', categories: [] })
  const odd = anEntryWith({ address: 'https://news.example/b.html', title: 'a\0\ud800😀' })
  const { items } = readJsonFeed(writeJsonFeed(aFeedWith({ entries: [bare, odd] })))
  expect(items[0]).toMatchObject({ content_text: '' })
  expect(items[1]).toMatchObject({ title: 'a\uFFFD\uFFFD😀' })
})
