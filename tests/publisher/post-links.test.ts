import { expect, it } from 'vitest'
import { isOther, linkPlaces, noteDeadLinks, withArticle } from '../../src/publisher/post-links.ts'
import { CONFIG, notes } from './site-folder.ts'

const STORY = '202205302396506117'
const ARTICLES = new Map([[STORY, '/a.html']])
const source = { name: '财联社', link: `https://finance.example/a/${STORY}.html` }

it('gives a source the article of this archive that it is', () => {
  expect(withArticle(source, ARTICLES, undefined)).toEqual({ ...source, article: '/a.html' })
  expect(withArticle(source, ARTICLES, STORY)).toEqual(source) // its own story: the source stays outside
  expect(withArticle(source, new Map(), undefined)).toEqual(source)
  expect(withArticle({ name: '财联社' }, ARTICLES, undefined)).toEqual({ name: '财联社' })
  expect(withArticle(undefined, ARTICLES, undefined)).toBeUndefined()
})

it('tells another story from the post’s own', () => {
  expect([isOther(STORY, undefined), isOther(STORY, STORY), isOther(undefined, STORY)]).toEqual([
    true,
    false,
    false,
  ])
})

it('knows the site’s hosts, present and former', () => {
  const site = { ...CONFIG.site, url: 'https://News.example:8080', baseurl: '/b' }
  const places = linkPlaces({ ...CONFIG, site, aliases: ['was.example'] }, ARTICLES)
  expect([...places.hosts]).toEqual(['news.example:8080', 'was.example'])
  expect(places.baseurl).toBe('/b')
  expect(linkPlaces(CONFIG, ARTICLES).hosts.size).toBe(0)
})

it('names the tags that lead nowhere, with their lines', () => {
  const { taken, note } = notes()
  const link = (href: string) => ({
    type: 'element' as const,
    tagName: 'a',
    properties: { href },
    children: [],
  })
  const tree = { type: 'root' as const, children: [link('{% post_url gone %}'), link('/a.html')] }
  noteDeadLinks(tree, note, () => 7)
  expect(taken).toEqual(['7: link: links to gone, which is no post of the site; left it'])
})
