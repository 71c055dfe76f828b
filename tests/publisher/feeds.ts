import type { Feed, FeedEntry } from '../../src/publisher/feed.ts'

/** An entry with what matters to a test set, and the rest plain. */
export const anEntryWith = (fields: Partial<FeedEntry>): FeedEntry => ({
  address: 'https://news.example/a.html',
  title: '标题',
  published: '2022-04-10T04:31:00Z',
  updated: '2022-04-10T04:31:00Z',
  excerpt: '摘要',
  categories: [{ slug: 'macro', name: '宏观' }],
  ...fields,
})

/** The same for a feed. */
export const aFeedWith = (fields: Partial<Feed>): Feed => ({
  title: '试刊',
  description: '',
  lang: 'zh-CN',
  author: '编辑部',
  home: 'https://news.example/',
  self: 'https://news.example/feed.xml',
  id: 'https://news.example/feed.xml',
  entries: [anEntryWith({})],
  ...fields,
})
