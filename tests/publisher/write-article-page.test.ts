import { expect, it } from 'vitest'
import type { StandingPage } from '../../src/archive/printed-page.ts'
import { articlePageWriter } from '../../src/publisher/write-article-page.ts'
import { anArticleWith, CONFIG } from './site-folder.ts'

const TEMPLATE =
  '<html lang="en"><head><title></title></head><body><div id="root"></div><noscript>no</noscript></body></html>'
const site = { ...CONFIG.site, url: 'https://news.example', baseurl: '/base' }
const HTML =
  '<p><a href="https://news.example/base/a">内</a><a href="https://b.cn/">外</a><img src="/a.png"></p>'
const { html: _, ...article } = anArticleWith({ title: '甲' })

it('prints the text as the reader shows it, and says the rest to the reader', () => {
  const printed: [StandingPage, string][] = []
  const write = articlePageWriter(TEMPLATE, site, (page, address) => {
    printed.push([page, address])
    return `<main>${page.body}</main>`
  })
  const page = write(article, HTML)
  const [[standing, address] = []] = printed
  expect(standing).toMatchObject({ site, article })
  expect(address).toBe(article.permalink)
  expect(standing?.body).toContain('<a href="https://news.example/base/a">内</a>')
  expect(standing?.body).toContain('rel="noopener noreferrer nofollow">外</a>')
  expect(standing?.body).toContain('loading="lazy"')
  expect(page).toContain(`<div id="root"><main>${standing?.body}</main></div>`)
  // The text stands there once: what the reader is told holds none of it.
  expect(page.split('外')).toHaveLength(2)
  expect(page).toContain('<meta property="og:image" content="https://news.example/a.png">')
})

it('without a printer has a head of its own, and the shell’s body', () => {
  const page = articlePageWriter(TEMPLATE, site, undefined)(article, HTML)
  expect(page).toContain('<title>甲 - 试刊</title>')
  expect(page).toContain('<div id="root"></div><noscript>no</noscript>')
})
