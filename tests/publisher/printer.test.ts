import { join } from 'node:path'
import { expect, it } from 'vitest'
import { bundlePrograms, PRINTER } from '../../src/publisher/bundle-programs.mjs'
import { loadPrinter } from '../../src/publisher/printer.ts'
import { anArticleWith, CONFIG } from './site-folder.ts'

it('is the reader’s own program, loaded once for each site', { timeout: 60_000 }, async () => {
  const program = join(await bundlePrograms(), PRINTER)
  const [print, again, other] = await Promise.all([
    loadPrinter(program, ''),
    loadPrinter(program, ''),
    loadPrinter(program, '/news'),
  ])
  expect(again).toBe(print)
  const { html, ...article } = anArticleWith({
    title: '甲',
    categories: [{ slug: 'hong guan', name: '宏观' }],
  })
  const page = { site: CONFIG.site, article, body: html }
  expect(print?.(page, article.permalink)).toContain(
    '<h1 class="story-title" tabindex="-1" lang="zh-CN">甲</h1>',
  )
  expect(print?.(page, article.permalink)).toContain('<div class="body"><p>正文</p></div>')
  expect(print?.(page, article.permalink)).toContain('href="/category/hong%20guan.html"')
  expect(other?.(page, article.permalink)).toContain('href="/news/category/hong%20guan.html"')
})

it('is none where there is no program, and one that is not there is told', async () => {
  expect(await loadPrinter(undefined, '')).toBeUndefined()
  await expect(loadPrinter(join('/', 'nowhere', 'print-page.mjs'), '')).rejects.toThrow('print-page.mjs')
})
