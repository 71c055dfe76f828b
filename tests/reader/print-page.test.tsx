import fc from 'fast-check'
import { type DefaultTreeAdapterMap, parseFragment } from 'parse5'
import { describe, expect, it } from 'vitest'
import type { StandingPage } from '../../src/archive/printed-page.ts'
import type { Site } from '../../src/archive/root.ts'
import { preparePrint } from '../../src/reader/print-page.tsx'
import { anArticleWith, CONFIG } from '../publisher/site-folder.ts'

const { site } = CONFIG

const pageOf = (fields: Parameters<typeof anArticleWith>[0], own: Site = site): StandingPage => {
  const { html, ...article } = anArticleWith(fields)
  return { site: own, article, body: html }
}
const headline = (slug: string, fields: Parameters<typeof anArticleWith>[0] = {}) =>
  anArticleWith({ permalink: `/${slug}.html`, title: `题${slug}`, ...fields })

/** The first article that a printer prints is rendered whole; those after it stand in the frame of the first. */
const printBoth = async (page: StandingPage, baseurl = '') => {
  const address = page.article?.permalink ?? '/'
  const whole = (await preparePrint(baseurl))(page, address)
  const print = await preparePrint(baseurl)
  print(pageOf({ title: '第一篇', permalink: '/first.html', html: '<p>第一</p>' }, page.site), '/first.html')
  return { whole, quick: print(page, address) }
}

const CATEGORIES = ['证券时报', '财联社', 'a & b', '<i>'].map((name) => ({ slug: `s${name}`, name }))

describe('the page of an article, printed in the frame of another', () => {
  it.each<[what: string, page: StandingPage]>([
    ['a plain one', pageOf({})],
    ['an undated one', pageOf({ day: '0000-00-00', time: '', instant: '' })],
    ['one without a time', pageOf({ time: '' })],
    [
      'a page of the site’s own',
      pageOf({ day: '0000-00-00', time: '', instant: '', isPage: true, permalink: '/about/' }),
    ],
    ['one with a source and its link', pageOf({ source: { name: '新华社', link: 'https://x.cn/?a=1&b="' } })],
    ['one with the link alone', pageOf({ source: { link: 'https://x.cn/' } })],
    ['one whose source is here', pageOf({ source: { name: '新华社', article: '/b.html' } })],
    ['one in many categories', pageOf({ categories: CATEGORIES, source: { name: '财联社' } })],
    ['a title of markup', pageOf({ title: '</h1><script>1</script>"\'&amp; $& $` <!-- -->' })],
    ['an empty title and body', pageOf({ title: '', html: '' })],
    ['a body like the page', pageOf({ html: '<p>第一</p></div></article></main><p>题</p>' })],
    ['an address to be encoded', pageOf({ permalink: '/%E4%B8%AD/a%20b.html' })],
    ['one of an English site', pageOf({ source: { link: 'https://x.cn/' } }, { ...site, lang: 'en' })],
    ['one of a site with a host', pageOf({}, { ...site, url: 'https://a.cn', title: '<b>&"' })],
  ])('is the whole rendering: %s', async (_, page) => {
    const { whole, quick } = await printBoth(page)
    expect(quick).toBe(whole)
    expect(whole).toContain(`<div class="body">${page.body}</div>`)
  })

  it('is the whole rendering, whatever the article says', { timeout: 60_000 }, async () => {
    const word = fc.oneof(
      fc.constantFrom(
        ...[
          '<',
          '>',
          '&',
          '"',
          "'",
          '$&',
          '$1',
          '</article>',
          '第一篇',
          '<!-- -->',
          '\u2028',
          '\ud800',
          '\0',
        ],
      ),
      fc.string({ unit: 'binary', maxLength: 4 }),
    )
    const text = fc.array(word, { maxLength: 6 }).map((words) => words.join(''))
    const fields = fc.record({
      title: text,
      html: text,
      time: fc.constantFrom('', '10:00'),
      categories: fc.array(
        fc.record({ slug: text.map((slug) => Buffer.from(slug).toString()), name: text }),
        { maxLength: 3 },
      ),
      source: fc.option(fc.record({ name: text }), { nil: undefined }),
      isPage: fc.constantFrom(true, undefined),
    })
    const used = await preparePrint('/news')
    used(pageOf({ title: '第一篇' }), '/first.html')
    await fc.assert(
      fc.asyncProperty(fields, async ({ source, isPage, ...more }) => {
        const page = pageOf({ ...more, ...(source && { source }), ...(isPage && { isPage }) })
        const fresh = await preparePrint('/news')
        expect(used(page, '/a.html')).toBe(fresh(page, '/a.html'))
      }),
      { numRuns: 40 },
    )
  })

  it('is in the frame of its own site', async () => {
    const print = await preparePrint('')
    const other = { ...site, title: '另一份报' }
    print(pageOf({}), '/a.html')
    expect(print(pageOf({}, other), '/a.html')).toContain('另一份报')
    expect(print(pageOf({}), '/a.html')).not.toContain('另一份报')
  })
})

type Element = DefaultTreeAdapterMap['element']
const elementsIn = (markup: string): Element[] => {
  const below = (node: DefaultTreeAdapterMap['node']): Element[] => [
    ...('tagName' in node ? [node] : []),
    ...('childNodes' in node ? node.childNodes.flatMap(below) : []),
  ]
  return below(parseFragment(markup))
}
const links = (markup: string): string[] =>
  elementsIn(markup).flatMap(({ attrs }) =>
    attrs.filter(({ name }) => name === 'href').map(({ value }) => value),
  )

describe('a page', () => {
  it('has one heading of the first level, and one landmark for what matters', async () => {
    const print = await preparePrint('')
    const category = { slug: 'macro', name: '宏观', count: 1 }
    const pages: [StandingPage, string][] = [
      [pageOf({}), '/2022/01/04/a.html'],
      [{ site, list: { headlines: [headline('a')] }, body: '' }, '/'],
      [{ site, list: { category, headlines: [headline('a')] }, body: '' }, '/category/macro.html'],
    ]
    for (const [page, address] of pages) {
      const names = elementsIn(print(page, address)).map(({ tagName }) => tagName)
      expect([address, names.filter((name) => name === 'h1' || name === 'main').sort()]).toEqual([
        address,
        ['h1', 'main'],
      ])
    }
  })

  it('of a list has the headlines by their days, with links below the base', async () => {
    const print = await preparePrint('/news')
    const headlines = [
      headline('c', { day: '2022-01-05' }),
      headline('b', { categories: [{ slug: 'macro', name: '宏观' }] }),
      headline('a', { title: '<b>"' }),
    ]
    const markup = print({ site, list: { headlines }, body: '' }, '/')
    expect([...new Set(links(markup))].sort()).toEqual(
      ['#main', '/news/', '/news/a.html', '/news/b.html', '/news/c.html'].sort(),
    )
    expect(elementsIn(markup).filter(({ tagName }) => tagName === 'h2')).toHaveLength(2)
    expect(markup).toContain('<time dateTime="2022-01-05">')
    expect(markup).toContain('&lt;b&gt;&quot;')
    expect(markup).not.toContain('<b>')
  })

  it('of an empty list is a page still', async () => {
    const print = await preparePrint('')
    expect(print({ site, list: { headlines: [] }, body: '' }, '/')).toContain('试刊')
  })

  it('speaks the language of the site', async () => {
    const print = await preparePrint('')
    expect(print(pageOf({}, { ...site, lang: 'en-GB' }), '/a.html')).toMatch(
      /<a class="button story-back"[^>]*>[A-Z]/,
    )
  })
})
