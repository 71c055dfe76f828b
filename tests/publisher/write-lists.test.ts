import { describe, expect, it } from 'vitest'
import type { Headline } from '../../src/archive/headline.ts'
import { TOP_CATEGORIES } from '../../src/archive/limits.ts'
import { claimFiles } from '../../src/publisher/stages/claim-files.ts'
import {
  categoryPages,
  claimLists,
  HOME_PAGES,
  type ListPage,
  listPages,
  type Printing,
  printLists,
} from '../../src/publisher/write-lists.ts'
import { anArticleWith, CONFIG } from './site-folder.ts'

const TEMPLATE =
  '<html lang="en"><head><title></title></head><body><div id="root"></div><noscript>no</noscript></body></html>'
const { site } = CONFIG
const category = (slug: string, count = 1) => ({ slug, name: slug, count })
const pagesOf = (...slugs: readonly string[]): ListPage[] => {
  const all = slugs.map((slug) => category(slug))
  return categoryPages(all, all, site)
}
const headline = (title: string): Headline => anArticleWith({ title, permalink: `/${title}.html` })

/** Prints with a printer that says what it was given. */
const printing = (more: Partial<Printing> = {}): Printing => ({
  template: TEMPLATE,
  site,
  print: ({ list, article, body }, address) =>
    `[${[address, list?.category?.slug, ...(list?.headlines ?? []).map(({ title }) => title), article?.title, body].join(' ')}]`,
  newest: [headline('新')],
  search: undefined,
  newestIn: (slug) => [headline(`${slug}新`)],
  ...more,
})
const printed = (pages: readonly ListPage[], more: Partial<Printing> = {}) =>
  Object.fromEntries(printLists(claimLists(pages, claimFiles(HOME_PAGES)), printing(more)))

describe('the pages of lists', () => {
  it('are the home page, the not-found page, and those of categories', () => {
    const files = printed(pagesOf('macro', 'a/b', '证券'))
    expect(Object.keys(files).sort()).toEqual([
      '404.html',
      'category/macro.html',
      'category/证券.html',
      'index.html',
    ])
    expect(files['category/macro.html']).toContain('<title>macro - 试刊</title>')
    expect(files['index.html']).toContain('<title>试刊</title>')
  })

  it('are printed with their newest headlines; that of no address in particular with none', () => {
    const files = printed(pagesOf('macro', '证券'))
    expect(files['index.html']).toMatch(/<div id="root">\[\/ {2}新 {2}\]<\/div>/)
    expect(files['category/macro.html']).toContain('[/category/macro.html macro macro新  ]')
    expect(files['category/证券.html']).toContain('[/category/%E8%AF%81%E5%88%B8.html 证券 证券新  ]')
    expect(files['404.html']).toContain('<div id="root"></div><noscript>no</noscript>')
  })

  it('name the search index at home alone, which searches are opened by', () => {
    const segments = [{ day: '2022-01-04', count: 1, name: 'abcdefghij27', buckets: 1 }]
    const search = { segments, months: [{ month: '2022-01', count: 1 }] }
    const files = printed(pagesOf('macro'), { search })
    const naming = Object.keys(files).filter((path) => files[path]?.includes(JSON.stringify(search)))
    expect(naming).toEqual(['index.html'])
    expect(files['index.html']?.replaceAll(JSON.stringify(search), '')).not.toContain('abcdefghij27')
  })

  it('are shells with a head without a printer', () => {
    const files = printed(pagesOf('macro'), { print: undefined })
    expect(files['404.html']).toBe(files['index.html'])
    expect(files['category/macro.html']).toContain('<div id="root"></div>')
  })
})

describe('the page of a category', () => {
  it('says the same in its head however many articles it has', () => {
    const headOf = (count: number, own = site) => {
      const all = [category('macro', count)]
      return categoryPages(all, all, own)[0]?.head
    }
    expect(headOf(7)).toEqual(headOf(8))
    expect(headOf(1)?.description).toBe('macro · 试刊')
    expect(headOf(1, { ...site, description: '每天' })?.description).toBe('macro · 每天')
  })

  it('tells the reader the category alone, whatever else is known of it', () => {
    const all = [{ ...category('macro', 7), also: ['hongguan'] }]
    expect(categoryPages(all, [], site)[0]?.category).toEqual(category('macro', 7))
  })

  it('has headlines for the largest alone where there are many', () => {
    const all = Array.from({ length: 101 }, (_, n) => category(`c${n}`))
    const largest = all.slice(0, TOP_CATEGORIES)
    const withHeadlines = (categories: readonly ReturnType<typeof category>[]) =>
      categoryPages(categories, largest, site).filter(({ category: own }) => own).length
    expect(withHeadlines(all)).toBe(TOP_CATEGORIES)
    expect(withHeadlines(all.slice(0, 100))).toBe(100)
    const files = printed(categoryPages(all, largest, site))
    expect(files['category/c100.html']).toContain('<title>c100 - 试刊</title>')
    expect(files['category/c100.html']).toContain('<div id="root"></div>')
  })
})

it('the lists of jekyll-archives have pages where the site asks for them', () => {
  const listed = { ...site, archives: ['categories', 'month'] }
  const posts = [{ day: '2022-01-21' }, { day: '2022-01-22' }, { day: '0000-00-00' }]
  const pages = listPages({ site: listed, categories: [category('rili')], pages: [], posts })
  expect(pages.map(({ head }) => head.address)).toEqual(['/category/rili/', '/2022/01/'])
  expect(listPages({ site, categories: [category('rili')], pages: [], posts })).toEqual([])
  expect([...claimLists(pages, claimFiles([])).keys()]).toEqual([
    'category/rili/index.html',
    '2022/01/index.html',
  ])
})

it('the site’s own pages are printed like articles', () => {
  const about = anArticleWith({ permalink: '/about/', title: '关于', instant: '', html: '<p>本站</p>' })
  const pages = listPages({ site, categories: [], pages: [about], posts: [] })
  expect(pages).toEqual([
    { head: { name: '关于', description: '摘要', address: '/about/', type: 'article' }, article: about },
  ])
  const page = printed(pages)['about/index.html']
  expect(page).toContain('<title>关于 - 试刊</title>')
  expect(page).toContain('[/about/  关于 <p>本站</p>]')
})
