import { describe, expect, it } from 'vitest'
import { headOf, pageWriter } from '../../../src/publisher/stages/write-page.ts'
import { anArticleWith, CONFIG } from '../site-folder.ts'

const TEMPLATE =
  '<!doctype html>\n<html lang="en">\n  <head>\n    <meta name="description" content="old">\n    <title>old</title>\n  </head>\n</html>\n'
const site = { ...CONFIG.site, url: 'https://a.cn', baseurl: '/news' }
const write = pageWriter(TEMPLATE, site)

describe('a page', () => {
  it('says what it is before any script runs', () => {
    const page = write({
      title: 'a',
      description: 'b',
      address: '/a.html',
      type: 'article',
      published: '2022-01-04T10:00:00+08:00',
    })
    expect(page).toContain('<html lang="zh-CN">')
    expect(page).toContain('<title>a</title>')
    expect(page).toContain('<link rel="canonical" href="https://a.cn/news/a.html">')
    expect(page).toContain('<meta property="article:published_time" content="2022-01-04T10:00:00+08:00">')
    expect(page).not.toContain('old')
  })

  it('holds a title of markup as text', () => {
    const title = '</title><script>1</script>"$&$\'&amp;'
    const page = write({ title, description: title, address: '/', type: 'website' })
    expect(page).not.toContain('<script')
    expect(
      page.match(/&lt;\/title&gt;&lt;script&gt;1&lt;\/script&gt;&quot;\$&amp;\$'&amp;amp;/g),
    ).toHaveLength(4)
  })

  it('names no address where the site names no host', () => {
    const page = pageWriter(TEMPLATE, { ...site, url: '' })({
      title: 'a',
      description: '',
      address: '/',
      type: 'website',
    })
    expect(page).not.toMatch(/canonical|og:url|og:description/)
  })

  it('is the shell around its head, whatever other pages the writer has written', () => {
    const head = { title: 'a', description: '', address: '/', type: 'website' } as const
    const first = write(head)
    write({ ...head, title: 'b' })
    expect(write(head)).toBe(first)
    expect(first.startsWith('<!doctype html>\n<html lang="zh-CN">\n  <head>\n    <title>a</title>\n')).toBe(
      true,
    )
    expect(first.endsWith('>\n  </head>\n</html>\n')).toBe(true)
  })

  it('of a shell without a title is the shell', () => {
    const head = { title: 'a', description: '', address: '/', type: 'website' } as const
    expect(pageWriter('<p>', site)(head)).toBe('<p>')
  })
})

it('an article’s page says its title, its excerpt and its moment; an undated one says none', () => {
  const article = anArticleWith({ permalink: '/a.html', title: '甲' })
  expect(headOf(article, site)).toEqual({
    title: '甲 - 试刊',
    description: '摘要',
    address: '/a.html',
    type: 'article',
    published: '2022-01-04T10:00:00+08:00',
  })
  expect(headOf({ ...article, instant: '' }, site)).not.toHaveProperty('published')
})
