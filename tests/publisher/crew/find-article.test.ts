import { expect, it } from 'vitest'
import { shardPath } from '../../../src/archive/shard-path.ts'
import { articleFinder, bodyOf } from '../../../src/publisher/crew/find-article.ts'
import { spoolBatch } from '../../../src/publisher/crew/spool.ts'
import { putShard } from '../../../src/publisher/edition.ts'
import { memoryEdition } from '../../../src/publisher/edition-memory.ts'
import { anArticleWith, newFolder } from '../site-folder.ts'

const ARTICLES = ['/a.html', '/b.html'].map((permalink) => anArticleWith({ permalink }))

const open = () => {
  const [edition, spool] = [memoryEdition(), newFolder()]
  const pack = putShard(edition, 'bodies', { day: '2022-01-04', articles: ARTICLES })
  const spans = spoolBatch(
    spool,
    0,
    ARTICLES.map((article) => JSON.stringify(article)),
  )
  return { edition, pack, spans, find: articleFinder(edition, spool) }
}

it('finds an article in the spool, and the same one in a pack', () => {
  const { pack, spans, find } = open()
  for (const [at, article] of ARTICLES.entries()) {
    const { html: _, ...outline } = article
    const found = { outline, json: JSON.stringify(article) }
    expect(find({ pack, at }, article.permalink)).toEqual(found)
    const span = spans[at]
    expect(span && find(span, article.permalink)).toEqual(found)
  }
})

it('gives an article the address that it has now', () => {
  const { pack, find } = open()
  const moved = anArticleWith({ permalink: '/a-2.html' })
  const found = find({ pack, at: 0 }, '/a-2.html')
  const { html: _, ...outline } = moved
  expect(found).toEqual({ outline, json: JSON.stringify(moved) })
  expect(Object.keys(found?.outline ?? {})).toEqual(Object.keys(outline))
  expect(find({ pack, at: 0 }, '/a.html')?.outline.permalink).toBe('/a.html')
})

it('finds nothing in a pack that is not there, or behind its end', () => {
  const { pack, find } = open()
  expect(find({ pack: '', at: 0 }, '/a.html')).toBeUndefined()
  expect(find({ pack: 'abcdefghijkl', at: 0 }, '/a.html')).toBeUndefined()
  expect(find({ pack, at: 2 }, '/a.html')).toBeUndefined()
})

it.each([
  ['cut off', (text: string) => text.slice(0, -1)],
  ['changed', (text: string) => text.replace('标题', '标題')],
  ['empty', () => ''],
])('finds nothing in a pack that is %s', (_, damage) => {
  const { edition, pack, find } = open()
  const path = shardPath('bodies', pack)
  edition.put(path, damage(edition.get(path) ?? ''))
  expect(find({ pack, at: 0 }, '/a.html')).toBeUndefined()
})

it('knows the body of an article, whatever stands before and in it', () => {
  for (const html of ['', '<p>文</p>', '"}', ',"html":"x"}', '\\'])
    expect(bodyOf(JSON.stringify(anArticleWith({ title: ',"html":"', html })))).toBe(html)
})
