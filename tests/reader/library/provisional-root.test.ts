import { expect, it } from 'vitest'
import { aRoot } from '../../../src/archive/root.ts'
import { provisionalRoot } from '../../../src/reader/library/provisional-root.ts'
import { anArticleWith, CONFIG } from '../../publisher/site-folder.ts'

const { site } = CONFIG
const { html: _, instant: __, ...headline } = anArticleWith({})
const { html: ___, ...article } = anArticleWith({})
const category = { slug: 'macro', name: '宏观', count: 1 }

it.each([
  ['an article', { site, article }, [], []],
  ['the newest headlines', { site, list: { headlines: [headline] } }, [headline], []],
  ['a category', { site, list: { category, headlines: [headline] } }, [], [category]],
])('of %s has the shape of a root, and what the page knows', (_, page, newest, top) => {
  const root = provisionalRoot(page)
  // It names no shard and no edition: nothing can be asked for by it.
  const named = { ...root, edition: 'abcdefghijkl', years: 'abcdefghijkl' }
  expect(aRoot(named, 'root')).toEqual(named)
  expect(root).toMatchObject({
    site,
    newest,
    categories: { top, directory: [], tallies: [] },
    recent: [],
    years: '',
  })
  expect(root.search).toBeUndefined()
})
