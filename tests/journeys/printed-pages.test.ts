import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type DefaultTreeAdapterMap, parse, parseFragment } from 'parse5'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Article } from '../../src/archive/article.ts'
import type { BodyPack } from '../../src/archive/body-pack.ts'
import type { Root } from '../../src/archive/root.ts'
import { buildSite, writeSite } from './build-site.ts'
import { PAPER, paperSite } from './paper-site.ts'
import { type StaticServer, startServer } from './static-server.ts'

const POSTS = 300
const READ = 100

let out: string
let server: StaticServer
let articles: readonly Article[]
let root: Root
beforeAll(async () => {
  out = (await buildSite(writeSite(paperSite(POSTS)))).out
  server = await startServer(out, `${PAPER.baseurl}/`)
  const packs = join(out, 'archive/bodies')
  articles = readdirSync(packs, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.json'))
    .flatMap((path) => (JSON.parse(readFileSync(join(packs, path), 'utf8')) as BodyPack).articles)
    .filter(({ isPage }) => !isPage)
  root = JSON.parse(readFileSync(join(out, 'archive/root.json'), 'utf8')) as Root
})
afterAll(async () => {
  await server?.stop()
})

type Node = DefaultTreeAdapterMap['node']
type Element = DefaultTreeAdapterMap['element']

const elementsIn = (node: Node): Element[] => [
  ...('tagName' in node ? [node] : []),
  ...('childNodes' in node ? node.childNodes.flatMap(elementsIn) : []),
]
const textOf = (node: Node): string =>
  'value' in node ? node.value : 'childNodes' in node ? node.childNodes.map(textOf).join('') : ''

/** A page as a machine reads it that runs no script. */
const crawl = async (address: string) => {
  const answer = await fetch(new URL(address.slice(1), server.url))
  const elements = elementsIn(parse(await answer.text()))
  const named = (name: string): Element[] => elements.filter(({ tagName }) => tagName === name)
  const attribute = (element: Element, name: string): string | undefined =>
    element.attrs.find((each) => each.name === name)?.value
  const withAttribute = (name: string, value: string): Element[] =>
    elements.filter((element) => attribute(element, name)?.split(' ').includes(value))
  /** The contents of the tags of this name; a list, since there must not be two. */
  const meta = (kind: 'name' | 'property' | 'itemprop', name: string): (string | undefined)[] =>
    withAttribute(kind, name).map((element) => attribute(element, 'content'))
  return {
    status: answer.status,
    elements,
    named,
    attribute,
    withAttribute,
    meta,
    title: named('title')
      .filter(({ parentNode }) => parentNode?.nodeName === 'head')
      .map(textOf),
    canonical: withAttribute('rel', 'canonical').map((element) => attribute(element, 'href')),
    data: withAttribute('type', 'application/ld+json').map(
      (element) => JSON.parse(textOf(element)) as unknown,
    ),
    links: named('a').map((element) => attribute(element, 'href') ?? ''),
  }
}

/** The same pages at each run, from all over the archive. */
const sample = (): Article[] => articles.filter((_, at) => (at * 7) % articles.length < READ)

const ABSOLUTE = /^https?:\/\//

describe('a crawler that runs no script', () => {
  it('reads all that an article has, of a hundred of them', { timeout: 60_000 }, async () => {
    const read = sample()
    expect(read).toHaveLength(READ)
    expect(articles).toHaveLength(POSTS)
    for (const article of read) {
      const { permalink, title, excerpt, instant, html, categories } = article
      const page = await crawl(permalink)
      const address = PAPER.url + PAPER.baseurl + permalink
      const [image] = page.meta('property', 'og:image')
      expect({
        permalink,
        status: page.status,
        lang: page.attribute(page.named('html')[0] as Element, 'lang'),
        title: page.title,
        description: page.meta('name', 'description'),
        canonical: page.canonical,
        og: ['title', 'description', 'type', 'site_name', 'url', 'locale'].map((name) =>
          page.meta('property', `og:${name}`),
        ),
        itemprop: ['name', 'description'].map((name) => page.meta('itemprop', name)),
        published: page.meta('property', 'article:published_time'),
        sections: page.meta('property', 'article:section'),
        headings: page.named('h1').map(textOf),
        body: page.withAttribute('class', 'body').map(textOf),
      }).toEqual({
        permalink,
        status: 200,
        lang: 'zh-CN',
        title: [`${title} - 试读报`],
        description: [excerpt],
        canonical: [address],
        og: [[title], [excerpt], ['article'], ['试读报'], [address], ['zh_CN']],
        itemprop: [[title], [excerpt]],
        published: instant ? [instant] : [],
        sections: categories.map(({ name }) => name),
        headings: [title],
        body: [textOf(parseFragment(html))],
      })
      if (instant)
        expect(page.data).toMatchObject([
          { '@type': 'NewsArticle', headline: title, datePublished: instant, mainEntityOfPage: address },
        ])
      else expect(page.data).toEqual([])
      expect(page.meta('itemprop', 'image')).toEqual(image ? [image] : [])
      if (image) expect(image).toMatch(ABSOLUTE)
      for (const { slug } of categories)
        expect(page.links).toContain(`${PAPER.baseurl}/category/${encodeURIComponent(slug)}.html`)
    }
    const images = await Promise.all(
      read.map(async ({ permalink }) => (await crawl(permalink)).meta('property', 'og:image')),
    )
    expect(images.flat().length).toBeGreaterThan(READ / 4)
  })

  it('finds no handler, no style and no address of a script in any page', async () => {
    for (const article of sample()) {
      const { elements, attribute } = await crawl(article.permalink)
      const odd = elements.flatMap(({ attrs }) =>
        attrs.filter(
          ({ name, value }) => /^(on|style$|srcdoc$)/.test(name) || /^\s*javascript:/i.test(value),
        ),
      )
      expect([article.permalink, odd]).toEqual([article.permalink, []])
      const scripts = elements.filter(({ tagName }) => tagName === 'script')
      expect(scripts.map((script) => attribute(script, 'type') ?? '').sort()).toEqual(
        ['', 'application/json', ...(article.instant ? ['application/ld+json'] : []), 'module'].sort(),
      )
    }
  })

  it('finds the newest headlines at home by their days, and each leads to its article', async () => {
    const page = await crawl('/')
    expect(page.status).toBe(200)
    expect(page.title).toEqual(['试读报'])
    expect(page.meta('name', 'description')).toEqual(['每天的新闻'])
    expect(page.canonical).toEqual([`${PAPER.url}${PAPER.baseurl}/`])
    const { newest } = root
    expect(page.withAttribute('class', 'headline-title').map(textOf)).toEqual(
      newest.map(({ title }) => title),
    )
    const days = page
      .named('h2')
      .flatMap((heading) => elementsIn(heading).map((each) => page.attribute(each, 'datetime')))
    expect(days.filter(Boolean)).toEqual([...new Set(newest.map(({ day }) => day))])
    for (const { permalink, title } of newest) {
      expect(page.links).toContain(PAPER.baseurl + permalink)
      expect((await crawl(permalink)).named('h1').map(textOf)).toEqual([title])
    }
  })

  it('finds the newest of each category at its page', async () => {
    const slugs = new Set(articles.flatMap(({ categories }) => categories.map(({ slug }) => slug)))
    expect(slugs.size).toBe(7)
    for (const slug of slugs) {
      const page = await crawl(`/category/${encodeURIComponent(slug)}.html`)
      const own = articles.filter(({ categories }) => categories.some((each) => each.slug === slug))
      const titles = new Set(own.map(({ title }) => title))
      const found = page.withAttribute('class', 'headline-title').map(textOf)
      expect(page.status).toBe(200)
      expect(found).toHaveLength(20)
      expect(found.filter((title) => !titles.has(title))).toEqual([])
      expect(page.named('h1').map(textOf)).toEqual([
        own[0]?.categories.find((each) => each.slug === slug)?.name,
      ])
    }
  })

  it('reads the site’s own pages, and the page of no address says that it is none of them', async () => {
    const about = await crawl('/about.html')
    expect([about.status, about.named('h1').map(textOf)]).toEqual([200, ['关于本报']])
    expect(about.withAttribute('class', 'body').map(textOf)).toEqual(['办报的人。'])
    const nothing = await crawl('/nothing/here.html')
    expect(nothing.status).toBe(404)
    expect(nothing.withAttribute('id', 'printed')).toEqual([])
  })
})
