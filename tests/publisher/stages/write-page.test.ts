import fc from 'fast-check'
import { type DefaultTreeAdapterMap, parse } from 'parse5'
import { describe, expect, it } from 'vitest'
import { PRINTED_ID } from '../../../src/archive/printed-page.ts'
import { headOf, type PageHead, pageWriter } from '../../../src/publisher/stages/write-page.ts'
import { anArticleWith, CONFIG } from '../site-folder.ts'

const PARTS =
  '<link rel="stylesheet" href="/app/article.css">\n    <link rel="modulepreload" href="/app/a.js">'
const TEMPLATE = `<!doctype html>
<html lang="en">
  <head>
    <meta name="description" content="old">
    <title>old</title>
    <!--article-parts:${PARTS}--></head>
  <body>
    <div id="root"></div>
    <noscript>no scripts</noscript>
    <script type="module" src="/app/index.js"></script>
  </body>
</html>
`
const site = { ...CONFIG.site, url: 'https://a.cn', baseurl: '/news' }
const write = pageWriter(TEMPLATE, site)
const plain: PageHead = { name: 'a', description: '', address: '/', type: 'website' }
const article: PageHead = {
  name: '题',
  description: '摘要',
  address: '/a.html',
  type: 'article',
  published: '2022-01-04T10:00:00+08:00',
  sections: ['证券时报', '财经'],
  source: { name: '新华社', link: 'https://x.cn/1' },
}

type Element = DefaultTreeAdapterMap['element']

/** Every element of a page, as a browser would make them. */
const elementsOf = (page: string): Element[] => {
  const below = (node: DefaultTreeAdapterMap['node']): Element[] => [
    ...('tagName' in node ? [node] : []),
    ...('childNodes' in node ? node.childNodes.flatMap(below) : []),
  ]
  return below(parse(page))
}
const attribute = (element: Element, name: string): string | undefined =>
  element.attrs.find((each) => each.name === name)?.value
const textIn = (element: Element): string =>
  element.childNodes.map((node) => ('value' in node ? node.value : '')).join('')

/** What a page says under such a name: `og:title`, `description`. */
const said = (page: string, name: string): (string | undefined)[] =>
  elementsOf(page)
    .filter((each) => ['name', 'property', 'itemprop'].some((kind) => attribute(each, kind) === name))
    .map((each) => attribute(each, 'content'))
const link = (page: string, rel: string): (string | undefined)[] =>
  elementsOf(page)
    .filter((each) => each.tagName === 'link' && attribute(each, 'rel') === rel)
    .map((each) => attribute(each, 'href'))
/** The JSON of the script element that is such. */
const json = (page: string, name: string, value: string): unknown => {
  const found = elementsOf(page).filter((each) => attribute(each, name) === value)
  expect(found.map(({ tagName }) => tagName)).toEqual(['script'])
  return JSON.parse(textIn(found[0] as Element))
}
const newsArticle = (page: string): unknown => json(page, 'type', 'application/ld+json')

describe('the head of a page', () => {
  it('says what it is before any script runs', () => {
    const page = write(article)
    expect(page).toContain('<html lang="zh-CN">')
    expect(page).toContain('<title>题 - 试刊</title>')
    expect(link(page, 'canonical')).toEqual(['https://a.cn/news/a.html'])
    for (const [name, value] of [
      ['description', ['摘要', '摘要']],
      ['name', ['题']],
      ['og:title', ['题']],
      ['og:description', ['摘要']],
      ['og:type', ['article']],
      ['og:site_name', ['试刊']],
      ['og:locale', ['zh_CN']],
      ['og:url', ['https://a.cn/news/a.html']],
      ['og:image', ['https://a.cn/news/preview.png']],
      ['twitter:card', ['summary']],
      ['article:published_time', ['2022-01-04T10:00:00+08:00']],
      ['article:section', ['证券时报', '财经']],
    ] as const)
      expect([name, said(page, name)]).toEqual([name, value])
    expect(page).not.toContain('old')
  })

  it('of an article says the same in the words of schema.org', () => {
    expect(newsArticle(write({ ...article, image: '/a.png' }))).toEqual({
      '@context': 'https://schema.org',
      '@type': 'NewsArticle',
      headline: '题',
      datePublished: '2022-01-04T10:00:00+08:00',
      inLanguage: 'zh-CN',
      mainEntityOfPage: 'https://a.cn/news/a.html',
      image: ['https://a.cn/a.png'],
      articleSection: ['证券时报', '财经'],
      author: { '@type': 'Organization', name: '新华社' },
      publisher: { '@type': 'Organization', name: '试刊', url: 'https://a.cn/news' },
      isBasedOn: 'https://x.cn/1',
    })
    const { published: _, ...undated } = article
    expect(write(undated)).not.toMatch(/ld\+json|published_time/)
    expect(write({ ...plain, published: '2022-01-04T10:00:00+08:00' })).not.toContain('ld+json')
  })

  it.each([
    ['/images/a.png', 'https://a.cn/images/a.png'],
    ['https://b.cn/a.png', 'https://b.cn/a.png'],
    ['HTTP://b.cn/a.png', 'HTTP://b.cn/a.png'],
    ['//b.cn/a.png', 'https://b.cn/a.png'],
  ])('names the picture %s as %s', (image, absolute) => {
    const page = write({ ...article, image })
    expect(said(page, 'og:image')).toEqual([absolute])
    expect(said(page, 'image')).toEqual([absolute])
    expect(said(page, 'twitter:card')).toEqual(['summary_large_image'])
  })

  it.each([
    ['a.png', undefined, 'https://a.cn/news/preview.png'],
    ['data:image/png;base64,AA', undefined, 'https://a.cn/news/preview.png'],
    ['a.png', '/logo.png', 'https://a.cn/news/logo.png'],
    ['a.png', 'images/logo.png', 'https://a.cn/news/images/logo.png'],
    ['a.png', 'https://b.cn/logo.png', 'https://b.cn/logo.png'],
  ])('names the site’s picture where an article has none to name: %s, %s', (image, own, absolute) => {
    const page = pageWriter(TEMPLATE, { ...site, ...(own && { image: own }) })({ ...article, image })
    expect(said(page, 'og:image')).toEqual([absolute])
    expect(said(page, 'twitter:card')).toEqual(['summary'])
  })

  it('leads to the feeds of the site, or of the category that it is of', () => {
    const followed = pageWriter(TEMPLATE, { ...site, feed: '/feed.xml' })
    expect(link(followed(article), 'alternate')).toEqual(['/news/feed.xml', '/news/feed.json'])
    const feeds = ['/news/feed/macro.xml', '/news/feed/macro.json']
    expect(link(followed({ ...plain, category: 'macro' }), 'alternate')).toEqual(feeds)
    expect(link(write({ ...plain, category: 'macro' }), 'alternate')).toEqual([])
  })

  it('names no address of the site’s where the site names no host', () => {
    const page = pageWriter(TEMPLATE, { ...site, url: '' })({ ...article, image: '/a.png' })
    expect(page).not.toMatch(/canonical|og:url|og:image|mainEntityOfPage|itemprop="image"/)
    expect(page).not.toContain('"url"')
    const foreign = pageWriter(TEMPLATE, { ...site, url: '' })({ ...article, image: '//b.cn/a.png' })
    expect(said(foreign, 'og:image')).toEqual(['https://b.cn/a.png'])
  })

  it('names the site alone where a page is about nothing else', () => {
    expect(write({ ...plain, name: '试刊' })).toContain('<title>试刊</title>')
  })

  it('leaves out what is not known', () => {
    expect(write(plain)).not.toMatch(/published_time|article:section|content=""/)
    // Search engines ask for a description of each page.
    expect(said(write(plain), 'description')).toEqual(['a', 'a'])
  })
})

describe('a page', () => {
  it('is the shell around its head, whatever other pages the writer has written', () => {
    const first = write(plain)
    write({ ...plain, name: 'b' })
    expect(write(plain)).toBe(first)
    expect(
      first.startsWith('<!doctype html>\n<html lang="zh-CN">\n  <head>\n    <title>a - 试刊</title>\n'),
    ).toBe(true)
    expect(first).toContain('<div id="root"></div>\n    <noscript>no scripts</noscript>')
    expect(first).not.toContain('article-parts')
    expect(first).not.toContain('modulepreload')
  })

  it('of an article loads what shows articles', () => {
    const page = write(article)
    expect(link(page, 'stylesheet')).toEqual(['/app/article.css'])
    expect(link(page, 'modulepreload')).toEqual(['/app/a.js'])
    expect(page).not.toContain('article-parts')
  })

  it('of a shell without a title is the shell', () => {
    expect(pageWriter('<p>', site)(plain)).toBe('<p>')
  })

  it('that is printed holds its text in the place of the reader’s, and what the reader needs behind it', () => {
    const { html: _, ...outline } = anArticleWith({})
    const page = write(article, { markup: '<p>$& 文</p>', page: { site, article: outline } })
    expect(page).toContain('<div id="root"><p>$& 文</p></div>')
    expect(page).not.toContain('no scripts')
    expect(page).toContain('<script type="module" src="/app/index.js">')
    expect(json(page, 'id', PRINTED_ID)).toEqual({ site, article: outline })
  })

  it('of a shell without a place for the reader has a head alone', () => {
    const shell = '<html lang="en"><head><title>old</title></head><body>shell</body></html>'
    const page = pageWriter(shell, site)(plain, { markup: '<p>文</p>', page: { site } })
    expect(page).toContain('<body>shell</body>')
    expect(page).not.toContain('文')
  })
})

/** Pieces that mean something to whoever reads HTML, scripts or JSON, and such as mean something to nobody. */
const hostileText = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...[
          '</script>',
          '<script>',
          '<!--',
          '-->',
          ']]>',
          '</title>',
          '<!--<script>',
          '"',
          "'",
          '&quot;',
          '$&',
          '$`',
        ],
        ...[
          '\u2028',
          '\u2029',
          '\ud800',
          '\udfff',
          '\\',
          '\\u003c',
          '>',
          '<',
          '&',
          '=',
          ' onload=x ',
          '\n',
          '🀄',
        ],
      ),
      fc.string({ unit: 'binary', maxLength: 5 }),
    ),
    { maxLength: 8 },
  )
  .map((pieces) => pieces.join(''))

/** As a file holds it: half a character is none. A parser makes one of each other, and has nothing for U+0000. */
const asRead = (text: string): string =>
  Buffer.from(text.replaceAll('\r\n', '\n').replaceAll('\r', '\n')).toString()

it('whatever a text holds, it stays text: it ends no element, begins none, and is read back as it was', () => {
  const { html: _, ...outline } = anArticleWith({})
  const shapeOf = (page: string): string[] =>
    elementsOf(page).map(({ tagName, attrs }) => `${tagName} ${attrs.map(({ name }) => name).join(' ')}`)
  const pageOf = (text: string): string => {
    const head = { ...article, name: text, description: text, sections: [text], source: { name: text } }
    return write(head, { markup: '<p>文</p>', page: { site, article: { ...outline, title: text } } })
  }
  const expected = shapeOf(pageOf('题'))
  fc.assert(
    fc.property(
      hostileText.map((text) => `题${text}`),
      (text) => {
        const page = Buffer.from(pageOf(text)).toString()
        expect(shapeOf(page)).toEqual(expected)
        expect(json(page, 'id', PRINTED_ID)).toMatchObject({ article: { title: text } })
        expect(newsArticle(page)).toMatchObject({ headline: text, author: { name: text } })
        if (text.includes('\0')) return
        expect(said(page, 'og:title')).toEqual([asRead(text)])
        expect(said(page, 'description')).toEqual([asRead(text), asRead(text)])
      },
    ),
    { numRuns: 300 },
  )
})

it('an article’s page says its title, its excerpt, its moment, its picture and where it is from', () => {
  const source = { name: '新华社', link: 'https://x.cn/1' }
  const categories = [{ slug: 'macro', name: '宏观' }]
  const full = anArticleWith({ permalink: '/a.html', title: '甲', source, categories })
  expect(headOf(full, '<p>文</p><img src="/a.png">')).toEqual({
    name: '甲',
    description: '摘要',
    address: '/a.html',
    type: 'article',
    published: '2022-01-04T10:00:00+08:00',
    image: '/a.png',
    sections: ['宏观'],
    source,
  })
  const bare = headOf(anArticleWith({ instant: '' }), '<p>文</p>')
  expect(Object.keys(bare)).toEqual(['name', 'description', 'address', 'type'])
})
