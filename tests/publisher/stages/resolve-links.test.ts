import type { Root } from 'hast'
import { describe, expect, it } from 'vitest'
import { type LinkPlaces, resolveLink, resolveLinks } from '../../../src/publisher/stages/resolve-links.ts'

const PLACES: LinkPlaces = {
  hosts: new Set(['news.example', 'former.example:8080']),
  baseurl: '',
  articles: new Map([
    ['202205302396506117', '/yangxing/2022/05/30/NW202205302396506117.html'],
    ['2022-01-21-slug', '/a/2022/01/21/slug.html'],
    ['_posts/2022-01-21-slug.md', '/a/2022/01/21/slug.html'],
  ]),
}

describe('resolveLink', () => {
  it.each([
    ['//news.example/category/rili.html', '/category/rili.html'],
    ['https://NEWS.example/a.html?x=1#y', '/a.html?x=1#y'],
    ['http://former.example:8080/', '/'],
    ['http://former.example/', 'http://former.example/'], // another port is another host
    ['https://news.example.evil.example/', 'https://news.example.evil.example/'],
    ['https://finance.example/a/202205302396506117.html', '/yangxing/2022/05/30/NW202205302396506117.html'],
    [
      'https://finance.example/a/202205302396506118.html',
      'https://finance.example/a/202205302396506118.html',
    ],
    ['https://x.example/?id=NW202205302396506117', '/yangxing/2022/05/30/NW202205302396506117.html'],
    ['{% post_url 2022-01-21-slug %}', '/a/2022/01/21/slug.html'],
    ['{{ site.baseurl }}{% post_url 2022-01-21-slug %}#part', '/a/2022/01/21/slug.html#part'],
    ['%7B%25%20link%20_posts/2022-01-21-slug.md%20%25%7D', '/a/2022/01/21/slug.html'],
    ['{% link _posts/nowhere.md %}', '{% link _posts/nowhere.md %}'],
    ['../emnews/', '../emnews/'],
    ['/a%2Fb%zz', '/a%2Fb%zz'],
    ['mailto:a@news.example', 'mailto:a@news.example'],
    ['javascript://news.example/%0aalert(1)', 'javascript://news.example/%0aalert(1)'],
    ['http://[broken', 'http://[broken'],
  ])('%s becomes %s', (href, expected) => {
    expect(resolveLink(href, PLACES)).toBe(expected)
  })

  it('puts paths of former hosts below the base, and leaves those that are there', () => {
    const below = { ...PLACES, baseurl: '/news' }
    expect(resolveLink('https://news.example/news/a.html', below)).toBe('/news/a.html')
    expect(resolveLink('//former.example:8080/a.html', below)).toBe('/news/a.html')
    expect(resolveLink('{% post_url 2022-01-21-slug %}', below)).toBe('/news/a/2022/01/21/slug.html')
  })
})

describe('resolveLinks', () => {
  const link = (href: string): Root => ({
    type: 'root',
    children: [
      {
        type: 'element',
        tagName: 'p',
        properties: {},
        children: [{ type: 'element', tagName: 'a', properties: { href }, children: [] }],
      },
    ],
  })
  const hrefOf = (tree: Root) => JSON.stringify(tree).match(/"href":"([^"]*)"/)?.[1]

  it('changes links in place, and asks for nothing that is known', () => {
    const tree = link('https://finance.example/a/202205302396506117.html')
    expect(resolveLinks(tree, PLACES, undefined)).toEqual([])
    expect(hrefOf(tree)).toBe('/yangxing/2022/05/30/NW202205302396506117.html')
  })

  it('asks for posts and stories that are not known', () => {
    const asked = (href: string) => resolveLinks(link(href), PLACES, undefined)
    expect(asked('{% post_url 2022-01-22-later %}')).toEqual(['2022-01-22-later'])
    expect(asked('%7B%25%20link%20/_posts/later.md%20%25%7D')).toEqual(['_posts/later.md'])
    expect(asked('https://finance.example/a/202205302396506118.html')).toEqual(['202205302396506118'])
    expect(asked('https://finance.example/a/1.html')).toEqual([])
  })

  it('leaves a story’s link to itself with its source', () => {
    const tree = link('https://finance.example/a/202205302396506117.html')
    expect(resolveLinks(tree, PLACES, '202205302396506117')).toEqual([])
    expect(hrefOf(tree)).toBe('https://finance.example/a/202205302396506117.html')
  })
})
