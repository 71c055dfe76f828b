// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest'
import { PRINTED_ID, type PrintedPage } from '../../../src/archive/printed-page.ts'
import { readPrinted, readSearched } from '../../../src/reader/pages/read-printed.ts'
import { keepPlace } from '../../../src/reader/timeline/kept-places.ts'

const site = {
  title: '试刊',
  description: '',
  lang: 'zh-CN',
  timezone: 'Asia/Shanghai',
  url: '',
  baseurl: '',
  author: '',
}
const headline = {
  permalink: '/a.html',
  day: '2022-01-04',
  time: '10:00',
  title: '题',
  excerpt: '',
  categories: [],
}
const article = { ...headline, instant: '2022-01-04T10:00:00+08:00' }
const HOME: PrintedPage = { site, list: { headlines: [headline] } }
const MACRO: PrintedPage = {
  site,
  list: { category: { slug: 'macro', name: '宏观', count: 1 }, headlines: [headline] },
}
const CHINESE: PrintedPage = {
  site,
  list: { category: { slug: '证券', name: '证券', count: 1 }, headlines: [headline] },
}
const ARTICLE: PrintedPage = { site, article }

const put = (text: string): void => {
  document.body.innerHTML = `<script type="application/json" id="${PRINTED_ID}"></script>`
  const script = document.getElementById(PRINTED_ID)
  if (script) script.textContent = text
}
const at = (address: string, state: unknown = null): void => history.replaceState(state, '', address)
const readAt = (page: PrintedPage, address: string, basename = '') => {
  put(JSON.stringify(page))
  at(address)
  return readPrinted(basename)
}

beforeEach(() => {
  document.body.innerHTML = ''
  sessionStorage.clear()
  at('/')
})

describe('a printed page is taken over', () => {
  it.each([
    ['home', HOME, '/', ''],
    ['home by its file', HOME, '/index.html', ''],
    ['home below a base', HOME, '/news/', '/news'],
    ['a category', MACRO, '/category/macro.html', ''],
    ['a category by another case', MACRO, '/category/Macro.html', ''],
    ['a category below a base', MACRO, '/news/category/macro.html', '/news'],
    ['a category of Han', CHINESE, '/category/%E8%AF%81%E5%88%B8.html', ''],
    ['an article', ARTICLE, '/a.html', ''],
    ['an article with a fragment', ARTICLE, '/a.html#fn:1', ''],
    [
      'an article with what others put behind an address',
      ARTICLE,
      '/a.html?from=timeline&isappinstalled=0',
      '',
    ],
    ['an article at an old address', ARTICLE, '/was/here/', ''],
    ['home with what others put behind an address', HOME, '/?utm_source=x', ''],
  ])('at the address it was printed for: %s', (_, page, address, basename) => {
    expect(readAt(page, address, basename)).toEqual({ ...page, body: '' })
  })

  it('when an article was opened from a list and the page is loaded again', () => {
    put(JSON.stringify(ARTICLE))
    at('/a.html', { key: 'k', usr: { filter: '?category=macro', entry: 'list', steps: 1 } })
    expect(readPrinted('')).toEqual({ ...ARTICLE, body: '' })
  })
})

describe('a printed page is not taken over', () => {
  it.each([
    ['the home page for the address of an article', HOME, '/2022/01/04/a.html'],
    ['the home page for a category', HOME, '/category/macro.html'],
    ['the page of another category', MACRO, '/category/rili.html'],
    ['a category for home', MACRO, '/'],
    ['a category for an article', MACRO, '/a.html'],
    ['an article for home', ARTICLE, '/'],
    ['an article for a category', ARTICLE, '/category/macro.html'],
    ['a page that says nothing', { site }, '/'],
  ])('where a host answers with another: %s', (_, page, address) => {
    expect(readAt(page, address)).toBeUndefined()
  })

  it.each(['/?q=降准', '/?category=macro', '/?from=2022-01', '/index.html?from=2022-01&to=2022-02'])(
    'where a filter narrows the list: %s',
    (address) => {
      expect(readAt(HOME, address)).toBeUndefined()
    },
  )

  it.each([
    '/category/macro.html?q=降准',
    '/category/macro.html?category=rili',
    '/category/macro.html?to=2022-01',
  ])('where a filter narrows a category further: %s', (address) => {
    const taken = readAt(MACRO, address)
    // A second category in the address of a category is none.
    expect(taken === undefined).toBe(!address.includes('rili'))
  })

  it('where the list was left in another place', () => {
    put(JSON.stringify(HOME))
    keepPlace('left', { scrollY: 900, headlines: 40, heights: [[], 0] as never })
    at('/', { key: 'left' })
    expect(readPrinted('')).toBeUndefined()
    at('/', { key: 'another' })
    expect(readPrinted('')).toEqual({ ...HOME, body: '' })
    keepPlace('default', { scrollY: 900, headlines: 40, heights: [[], 0] as never })
    at('/')
    expect(readPrinted('')).toBeUndefined()
  })

  it.each([
    ['nothing', ''],
    ['half of it', JSON.stringify(HOME).slice(0, 40)],
    ['no page', '"printed"'],
    ['null', 'null'],
    ['a page of another time', JSON.stringify({ ...HOME, site: { name: '试刊' } })],
  ])('where what it says is %s', (_, text) => {
    put(text)
    expect(readPrinted('')).toBeUndefined()
  })

  it('where there is none', () => {
    expect(readPrinted('')).toBeUndefined()
  })
})

describe('the words of an address', () => {
  it.each([
    ['/?q=降准', { categories: [], words: '降准' }],
    ['/?q=降准&from=2022-01', { categories: [], words: '降准', from: '2022-01' }],
  ])('are searched for by the page in the document: %s', (address, filter) => {
    put(JSON.stringify(HOME))
    at(address)
    expect(readSearched('')).toEqual({ page: HOME, filter })
  })

  it.each(['/', '/?from=2022-01', '/a.html?q=降准'])('are none: %s', (address) => {
    put(JSON.stringify(HOME))
    at(address)
    expect(readSearched('')).toBeUndefined()
  })

  it('are left alone where no page was printed', () => {
    at('/?q=降准')
    expect(readSearched('')).toBeUndefined()
    put('[]')
    expect(readSearched('')).toBeUndefined()
  })
})
