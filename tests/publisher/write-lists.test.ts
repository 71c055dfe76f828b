import { expect, it } from 'vitest'
import { memoryEdition } from '../../src/publisher/edition-memory.ts'
import { claimFiles } from '../../src/publisher/stages/claim-files.ts'
import {
  categoryHeads,
  claimHeads,
  HOME_PAGES,
  listHeads,
  writeLists,
} from '../../src/publisher/write-lists.ts'
import { anArticleWith, CONFIG } from './site-folder.ts'

const TEMPLATE = '<html lang="en"><head><title></title></head></html>'
const { site } = CONFIG
const category = (slug: string, count = 1) => ({ slug, name: slug, count })

it('are the home page, the not-found page, and those of categories', () => {
  const edition = memoryEdition()
  const heads = categoryHeads(
    ['macro', 'a/b', '证券'].map((slug) => category(slug)),
    site,
  )
  const claimed = claimHeads(heads, claimFiles(HOME_PAGES))
  writeLists(edition, TEMPLATE, site, claimed)
  expect([...edition.files.keys()].sort()).toEqual([
    '404.html',
    'category/macro.html',
    'category/证券.html',
    'index.html',
  ])
  expect(edition.files.get('404.html')).toBe(edition.files.get('index.html'))
  expect(String(edition.files.get('category/macro.html'))).toContain('<title>macro - 试刊</title>')
})

it('a category’s page is the same however many articles it has', () => {
  expect(categoryHeads([category('macro', 7)], site)).toEqual(categoryHeads([category('macro', 8)], site))
  const described = { ...site, description: '每天' }
  expect(categoryHeads([category('macro')], site)[0]?.description).toBe('macro · 试刊')
  expect(categoryHeads([category('macro')], described)[0]?.description).toBe('macro · 每天')
})

it('the lists of jekyll-archives have pages where the site asks for them', () => {
  const listed = { ...site, archives: ['categories', 'month'] }
  const posts = [{ day: '2022-01-21' }, { day: '2022-01-22' }, { day: '0000-00-00' }]
  const heads = listHeads({ site: listed, categories: [category('rili')], pages: [], posts })
  expect(heads.map(({ address }) => address)).toEqual(['/category/rili/', '/2022/01/'])
  expect(listHeads({ site, categories: [category('rili')], pages: [], posts })).toEqual([])
  expect([...claimHeads(heads, claimFiles([])).keys()]).toEqual([
    'category/rili/index.html',
    '2022/01/index.html',
  ])
})

it('the site’s own pages have the heads of articles', () => {
  const about = anArticleWith({ permalink: '/about/', title: '关于', instant: '' })
  expect(listHeads({ site, categories: [], pages: [about], posts: [] })).toEqual([
    { title: '关于 - 试刊', description: '摘要', address: '/about/', type: 'article' },
  ])
})
