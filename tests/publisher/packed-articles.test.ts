import { expect, it } from 'vitest'
import { shardPath } from '../../src/archive/shard-path.ts'
import { memoryEdition } from '../../src/publisher/edition-memory.ts'
import { packedArticles } from '../../src/publisher/packed-articles.ts'
import { SiteError } from '../../src/publisher/problems.ts'
import { packDay } from '../../src/publisher/stages/pack-day.ts'
import { anArticleWith } from './site-folder.ts'

const pack = (counts: readonly number[]) => {
  const edition = memoryEdition()
  const entries = counts.map((count, index) => {
    const day = `2022-01-0${index + 1}`
    const written = Array.from({ length: count }, (_, at) => {
      const { html, ...outline } = anArticleWith({
        day,
        permalink: `/${index}/${at}.html`,
        title: `${index} ${at}`,
      })
      return { outline, json: JSON.stringify({ ...outline, html: `<p>${'字'.repeat(at)}</p>` }) }
    })
    return { ...packDay(edition, day, written, 2000), posts: written }
  })
  return { edition, entries }
}

it('each article is found by its place in the whole timeline', () => {
  const counts = [1, 70, 33]
  const { edition, entries } = pack(counts)
  const articles = packedArticles(edition, entries)
  const titles = counts.flatMap((count, index) => Array.from({ length: count }, (_, at) => `${index} ${at}`))
  for (const [place, title] of titles.entries()) {
    expect(articles.headlineAt(place).title).toBe(title)
    expect(articles.articleAt(place)).toMatchObject({
      title,
      html: `<p>${'字'.repeat(Number(title.slice(2)))}</p>`,
    })
  }
  expect(() => articles.articleAt(titles.length)).toThrow()
})

it('a shard that is damaged is named, and its markup not passed on', () => {
  const { edition, entries } = pack([2])
  const [pageName, packName] = [entries[0]?.pages[0] ?? '', entries[0]?.packs[0]?.name ?? '']
  const page = shardPath('page', pageName)
  edition.put(page, String(edition.get(page)).slice(0, 40))
  const body = shardPath('bodies', packName)
  edition.put(body, String(edition.get(body)).replace('<p>', '<i>'))
  const articles = packedArticles(edition, entries)
  expect(() => articles.headlineAt(0)).toThrow(
    new SiteError(`${page}: is damaged; a publish without the cache writes it again`),
  )
  expect(() => articles.articleAt(0)).toThrow(SiteError)
})
