import { describe, expect, it } from 'vitest'
import type { Article } from '../../../src/archive/article.ts'
import { openEditionFolder } from '../../../src/publisher/edition-folder.ts'
import { memoryEdition } from '../../../src/publisher/edition-memory.ts'
import { pageOf, pagePath, writePages } from '../../../src/publisher/stages/write-pages.ts'
import { anArticleWith, CONFIG, filesIn, newFolder } from '../site-folder.ts'

const TEMPLATE =
  '<!doctype html>\n<html lang="en">\n  <head>\n    <meta name="description" content="old">\n    <title>old</title>\n  </head>\n</html>\n'
const site = { ...CONFIG.site, url: 'https://a.cn', baseurl: '/news' }

describe('the file of an address', () => {
  it.each([
    ['/', 'index.html'],
    ['/a.html', 'a.html'],
    ['/a/', 'a/index.html'],
    ['/a', 'a.html'],
    ['/a.v2', 'a.v2.html'],
    ['/feed.xml', 'feed.xml.html'],
    ['/%E4%B8%AD.html', '中.html'],
    ['/a%2Fb.html', undefined],
    ['/100%25.html', '100%.html'],
    ['/%2e%2e/%2e%2e/a', undefined],
    ['/a%5Cb.html', undefined],
    ['/a%00.html', undefined],
    [`/${'%E5%AD%97'.repeat(90)}.html`, undefined],
  ])('%s is %s', (address, path) => {
    expect(pagePath(address)).toBe(path)
  })
})

describe('a page', () => {
  it('says what it is before any script runs', () => {
    const head = {
      title: 'a',
      description: 'b',
      address: '/a.html',
      type: 'article',
      published: '2022-01-04T10:00:00+08:00',
    } as const
    const page = pageOf(TEMPLATE, site, head)
    expect(page).toContain('<html lang="zh-CN">')
    expect(page).toContain('<title>a</title>')
    expect(page).toContain('<link rel="canonical" href="https://a.cn/news/a.html">')
    expect(page).toContain('<meta property="article:published_time" content="2022-01-04T10:00:00+08:00">')
    expect(page).not.toContain('old')
  })

  it('holds a title of markup as text', () => {
    const title = '</title><script>1</script>"$&$\'&amp;'
    const page = pageOf(TEMPLATE, site, { title, description: title, address: '/', type: 'website' })
    expect(page).not.toContain('<script')
    expect(
      page.match(/&lt;\/title&gt;&lt;script&gt;1&lt;\/script&gt;&quot;\$&amp;\$'&amp;amp;/g),
    ).toHaveLength(4)
  })

  it('names no address where the site names no host', () => {
    const page = pageOf(
      TEMPLATE,
      { ...site, url: '' },
      { title: 'a', description: '', address: '/', type: 'website' },
    )
    expect(page).not.toMatch(/canonical|og:url|og:description/)
  })
})

describe('all pages', () => {
  const write = (permalinks: string[], edition = memoryEdition(), slugs: string[] = []) => {
    const articles: Article[] = permalinks.map((permalink) => anArticleWith({ permalink, title: permalink }))
    const categories = slugs.map((slug) => ({ slug, name: slug, count: 1 }))
    const without: string[] = []
    writePages(edition, TEMPLATE, site, articles, categories, (address) => without.push(address))
    return { without, files: [...edition.files].map(([path]) => path) }
  }

  it('are the home page, the not-found page, categories and articles', () => {
    const { without, files } = write(['/a.html'], memoryEdition(), ['macro', 'a/b', '证券'])
    expect(files).toEqual(['index.html', '404.html', 'category/macro.html', 'category/证券.html', 'a.html'])
    expect(without).toEqual(['/category/a%2Fb.html'])
  })

  it('give a file to the first address that has it, and the site’s own are the site’s', () => {
    const edition = memoryEdition()
    expect(write(['/a.html', '/a', '/index', '/404', '/b/', '/b/index.html'], edition).without).toEqual([
      '/a',
      '/index',
      '/404',
      '/b/index.html',
    ])
    expect(String(edition.files.get('a.html'))).toContain('<title>/a.html')
  })

  it('are written though one address is a folder of another, or too long, in any order', () => {
    const folder = newFolder()
    const edition = openEditionFolder(folder, '/elsewhere')
    const without: string[] = []
    const permalinks = [
      '/a.html',
      '/a.html/b',
      '/c.html/d',
      '/c.html',
      `/${'x'.repeat(260)}`,
      `/${'y'.repeat(255)}/z`,
      '/e',
    ]
    const articles = permalinks.map((permalink) => anArticleWith({ permalink }))
    writePages(edition, TEMPLATE, site, articles, [], (address) => without.push(address))
    expect(without).toEqual(['/a.html/b', '/c.html', `/${'x'.repeat(260)}`])
    edition.prune([])
    expect(Object.keys(filesIn(folder)).sort()).toEqual(
      [
        '404.html',
        'a.html',
        'archive/KANBAO.txt',
        'c.html/d.html',
        'e.html',
        'index.html',
        `${'y'.repeat(255)}/z.html`,
      ].sort(),
    )
  })

  it('stop at what is wrong with the disk itself', () => {
    const full = Object.assign(new Error('no space'), { code: 'ENOSPC' })
    const edition = {
      ...memoryEdition(),
      put: (path: string) => {
        if (path === 'a.html') throw full
      },
    }
    expect(() => write(['/a.html'], edition)).toThrow(full)
  })
})

it('an address that has moved gets the page of its article, whose canonical URL is the article’s', () => {
  const edition = memoryEdition()
  const article = anArticleWith({ permalink: '/a.html' })
  const moved = new Map([
    ['/old/', '/a.html'],
    ['/a', '/a.html'],
  ])
  writePages(edition, TEMPLATE, { ...site, url: 'https://x.cn' }, [article], [], () => {}, moved)
  expect([...edition.files.keys()].sort()).toEqual(['404.html', 'a.html', 'index.html', 'old/index.html'])
  expect(edition.files.get('old/index.html')).toBe(edition.files.get('a.html'))
})

it('the lists of jekyll-archives have pages where the site asks for them', () => {
  const edition = memoryEdition()
  const article = anArticleWith({ permalink: '/a.html', day: '2022-01-21' })
  const listed = { ...site, archives: ['categories', 'month'] }
  writePages(edition, TEMPLATE, listed, [article], [{ slug: 'rili', name: '日历', count: 1 }], () => {})
  expect([...edition.files.keys()]).toEqual(
    expect.arrayContaining(['category/rili.html', 'category/rili/index.html', '2022/01/index.html']),
  )
  expect([...edition.files.keys()]).not.toContain('2022/index.html')
})
