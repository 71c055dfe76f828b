import { describe, expect, it } from 'vitest'
import { NEWEST_HEADLINES } from '../../src/archive/limits.ts'
import { aPrintedPage } from '../../src/archive/printed-page.ts'

const SITE = {
  title: '试刊',
  description: '',
  lang: 'zh-CN',
  timezone: 'Asia/Shanghai',
  url: '',
  baseurl: '',
  author: '',
}
const HEADLINE = {
  permalink: '/a.html',
  day: '2022-01-04',
  time: '10:00',
  title: '题',
  excerpt: '',
  categories: [],
}
const ARTICLE = { ...HEADLINE, instant: '2022-01-04T10:00:00+08:00' }
const CATEGORY = { slug: 'macro', name: '宏观', count: 1 }
const check = (value: unknown) => aPrintedPage(JSON.parse(JSON.stringify(value)), 'printed')

describe('a printed page', () => {
  it.each([
    { site: SITE },
    { site: SITE, article: ARTICLE },
    { site: SITE, list: { headlines: [] } },
    { site: SITE, list: { category: CATEGORY, headlines: Array(NEWEST_HEADLINES).fill(HEADLINE) } },
  ])('is one (%#)', (page) => {
    expect(check(page)).toEqual(page)
  })

  it.each([
    ['null', null, 'printed'],
    ['an empty object', {}, 'printed.site'],
    [
      'an article without a title',
      { site: SITE, article: { ...ARTICLE, title: 1 } },
      'printed.article.title',
    ],
    ['an article that is none', { site: SITE, article: 'html' }, 'printed.article'],
    [
      'an address elsewhere',
      { site: SITE, article: { ...ARTICLE, permalink: '//b.cn' } },
      'article.permalink',
    ],
    [
      'more headlines than a list may have',
      { site: SITE, list: { headlines: Array(NEWEST_HEADLINES + 1).fill(HEADLINE) } },
      'printed.list.headlines',
    ],
  ])('is not %s', (_, page, place) => {
    expect(() => check(page)).toThrow(place)
  })
})
