import { describe, expect, it } from 'vitest'
import { aPermalink } from '../../../src/archive/headline.ts'
import { makePermalink } from '../../../src/publisher/stages/make-permalink.ts'

/** Every expectation here is what Jekyll 4.3.1 printed for the same post, but for encoding where it says so. */
const placed = (fields: Partial<Parameters<typeof makePermalink>[1]> = {}) => ({
  date: { year: 2022, month: 1, day: 2, hour: 7, minute: 5, second: 40 },
  isDated: true,
  categories: ['emnews', 'wind'].map((slug) => ({ slug, name: slug })),
  slug: 'NW2022',
  path: '_posts/sub/2022-01-02-NW2022.md',
  ...fields,
})

describe('a permalink style', () => {
  it.each([
    ['date', '/emnews/wind/2022/01/02/NW2022.html'],
    ['pretty', '/emnews/wind/2022/01/02/NW2022/'],
    ['ordinal', '/emnews/wind/2022/002/NW2022.html'],
    ['weekdate', '/emnews/wind/2022/W52/Sun/NW2022.html'],
    ['none', '/emnews/wind/NW2022.html'],
    ['/:short_year/:i_month/:short_month/:long_month/:i_day', '/22/1/Jan/January/2'],
    ['/:y_day/:short_day/:long_day/:w_day/:w_year', '/002/Sun/Sunday/7/2021'],
    ['/:hour/:minute/:second/:title:output_ext', '/07/05/40/NW2022.html'],
    ['/:year-:month-:day-:title', '/2022-01-02-NW2022'],
    ['/:slugified_categories/:slug/', '/emnews/wind/nw2022/'],
    ['/:year_:title', '/2022_NW2022'],
    ['/:collection/:path/:name:output_ext', '/posts/sub/2022-01-02-NW2022/2022-01-02-nw2022.html'],
    ['/:unknown/:title', '/:unknown/NW2022'],
    ['blog/:title.html', '/blog/NW2022.html'],
    ['/a/../b/./:title.html', '/a/b/NW2022.html'],
    ['//host//:title.html', '/host/NW2022.html'],
    ['/../../..', '/'],
  ])('%s gives %s', (pattern, expected) => {
    expect(makePermalink(pattern, placed())).toBe(expected)
  })

  it.each([
    [2021, 12, 31, '/2021/365/W52/Fri'],
    [2020, 12, 31, '/2020/366/W53/Thu'],
    [2021, 1, 3, '/2021/003/W53/Sun'],
    [2024, 2, 29, '/2024/060/W09/Thu'],
  ])('knows the week and the day of %i-%i-%i', (year, month, day, expected) => {
    const date = { year, month, day, hour: 0, minute: 0, second: 0 }
    expect(makePermalink('/:year/:y_day/W:week/:short_day', placed({ date }))).toBe(expected)
  })
})

describe('a slug with', () => {
  it.each([
    ['with blanks  two', 'with-blanks-two'],
    ['hash#and%percent', 'hash-and-percent'],
    ['dots.in.name', 'dots.in.name'],
    ['Capital-Kept', 'Capital-Kept'],
    ['plus+tilde~amp&eq=', 'plus+tilde~amp&eq='],
    ['under_score', 'under_score'],
    ['trailing-', 'trailing'],
    ["quote's(1),a;b@c!$", "quote's(1),a;b@c!$"],
    ['colon:star*', 'colon-star'],
    ['中文标题', '%E4%B8%AD%E6%96%87%E6%A0%87%E9%A2%98'],
    ['全角，标点！', '%E5%85%A8%E8%A7%92-%E6%A0%87%E7%82%B9'],
    ['é-accent', '%C3%A9-accent'],
  ])('%s is %s', (slug, expected) => {
    expect(makePermalink('/:title.html', placed({ slug }))).toBe(`/${expected}.html`)
  })
})

describe('a category', () => {
  it.each([
    ['证券时报', '/%E8%AF%81%E5%88%B8%E6%97%B6%E6%8A%A5/a', '/%E8%AF%81%E5%88%B8%E6%97%B6%E6%8A%A5/a'],
    ['two words', '/two%20words/a', '/two-words/a'],
    ['anxin(xianggang)', '/anxin(xianggang)/a', '/anxin-xianggang/a'],
    ['a/b', '/a/b/a', '/a-b/a'],
    ['50%20', '/50%2520/a', '/50-20/a'],
    ['..', '/a', '/a'],
  ])('%s stands in an address as %s, or as %s', (slug, plain, slugified) => {
    const post = placed({ slug: 'a', categories: [{ slug, name: slug }] })
    expect(makePermalink('/:categories/:title', post)).toBe(plain)
    expect(makePermalink('/:slugified_categories/:title', post)).toBe(slugified)
  })

  it('leaves no gap when there is none', () => {
    expect(makePermalink('date', placed({ categories: [] }))).toBe('/2022/01/02/NW2022.html')
  })
})

describe('a post’s own permalink', () => {
  it.each([
    ['/about/this.html', '/about/this.html'],
    ['rel/ative.html', '/rel/ative.html'],
    ['/:year/x/:title/', '/2022/x/NW2022/'],
    ['/no/ext', '/no/ext'],
    ['pretty', '/pretty'], // in front matter this is no style
    ['/a/../b/c.html', '/a/b/c.html'],
    ['/../../../x.html', '/x.html'],
    // Jekyll prints these as they are; a browser asks for them like this.
    ['/中文/页.html', '/%E4%B8%AD%E6%96%87/%E9%A1%B5.html'],
    ['/with blank/a b.html', '/with%20blank/a%20b.html'],
    ['/100%/a%20b.html', '/100%25/a%20b.html'],
    ['/a?b=c#d.html', '/a%3Fb=c%23d.html'],
    ['/half\uD800.html', '/half%EF%BF%BD.html'],
  ])('%s is %s', (own, expected) => {
    expect(makePermalink('date', placed(), own)).toBe(expected)
    expect(aPermalink(expected, 'it')).toBe(expected)
  })
})

it('a post that is no Markdown keeps its ending', () => {
  expect(makePermalink('none', placed({ path: '_posts/a.htm' }))).toBe('/emnews/wind/NW2022.htm')
})

it('categories that are one slug stand once', () => {
  const categories = ['x-y', 'x.y'].map((slug) => ({ slug, name: slug }))
  expect(makePermalink('/:slugified_categories/:categories', placed({ categories }))).toBe('/x-y/x-y/x.y')
})

it('a post without any date has the word undated in its address', () => {
  expect(makePermalink('date', placed({ isDated: false }))).toBe('/emnews/wind/undated/NW2022.html')
})
