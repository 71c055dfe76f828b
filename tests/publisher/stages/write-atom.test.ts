import { expect, it } from 'vitest'
import { writeAtom } from '../../../src/publisher/stages/write-atom.ts'
import { aFeedWith, anEntryWith } from '../feeds.ts'
import { readAtom } from '../sound-feeds.ts'

it('an aggregator reads everything that a feed was given', () => {
  const html = '<p>第一段 &#x26; “二” ]]></p><p>😀 שלום</p>'
  const entry = anEntryWith({
    title: '降准 <0.5> & “利好” 😀',
    excerpt: '摘要 שלום',
    source: { name: '证券时报', link: 'https://source.example/?a=1&b=2' },
    updated: '2022-04-11T00:00:00Z',
    html,
  })
  const feed = readAtom(
    writeAtom(aFeedWith({ entries: [entry, anEntryWith({ address: 'https://news.example/b.html' })] })),
  )
  expect(feed).toMatchObject({
    id: 'https://news.example/feed.xml',
    title: '试刊',
    updated: '2022-04-11T00:00:00Z',
    isArchive: false,
    links: { self: 'https://news.example/feed.xml', alternate: 'https://news.example/' },
  })
  expect(feed.entries[0]).toEqual({
    id: entry.address,
    title: entry.title,
    published: entry.published,
    updated: '2022-04-11T00:00:00Z',
    author: '证券时报',
    via: 'https://source.example/?a=1&b=2',
    terms: ['macro'],
    summary: '摘要 שלום',
    content: html,
  })
  expect(feed.entries[1]).toMatchObject({ author: '', via: '', content: undefined })
})

it('characters that XML forbids do not break it', () => {
  const title = 'a\0b\ud800c\uFFFFd\u0008'
  const entry = anEntryWith({
    title,
    excerpt: title,
    html: `<p>${title}</p>`,
    categories: [{ slug: title, name: title }],
  })
  const feed = readAtom(writeAtom(aFeedWith({ title, description: title, author: title, entries: [entry] })))
  expect(feed.entries[0]).toMatchObject({
    title: 'a\uFFFDb\uFFFDc\uFFFDd\uFFFD',
    summary: 'a\uFFFDb\uFFFDc\uFFFDd\uFFFD',
  })
})

it('a page of an archive says so, and leads on', () => {
  const links = {
    current: 'https://news.example/feed.xml',
    'prev-archive': 'https://news.example/feed/archive/2022/04/09-1.xml',
  }
  const feed = readAtom(writeAtom(aFeedWith({ isArchive: true, links })))
  expect(feed.isArchive).toBe(true)
  expect(feed.links).toMatchObject(links)
})

it('an entry may have neither title nor text, and a feed no entry', () => {
  const bare = anEntryWith({ title: '', excerpt: '', categories: [] })
  expect(readAtom(writeAtom(aFeedWith({ entries: [bare] }))).entries).toHaveLength(1)
  expect(readAtom(writeAtom(aFeedWith({ entries: [] }))).updated).toBe('1970-01-01T00:00:00Z')
})
