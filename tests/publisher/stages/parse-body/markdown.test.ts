import { describe, expect, it } from 'vitest'
import { renderMarkdown } from '../../../../src/publisher/stages/parse-body/markdown.ts'

const render = (text: string, lang = 'zh-CN') => renderMarkdown(text, lang, (same) => same)

describe('quotation marks and dashes', () => {
  it.each(['zh-CN', 'zh', 'ja', 'ko'])('are left as they are typed in %s', (lang) => {
    expect(render('"直引号" \'单\' -- --- ...', lang)).toBe("<p>&quot;直引号&quot; '单' -- --- ...</p>\n")
  })

  it.each(['en', 'en-GB', 'de', 'fr'])('are set in %s', (lang) => {
    expect(render('"double" \'single\' it\'s -- em --- dots... (c) +- `"code" --`', lang)).toBe(
      '<p>“double” ‘single’ it’s – em — dots… (c) +- <code>&quot;code&quot; --</code></p>\n',
    )
  })
})

describe('definition lists', () => {
  it.each([
    ['词\n: 义', '<dl>\n<dt>词</dt>\n<dd>义</dd>\n</dl>\n'],
    ['词\n\n: 义', '<dl>\n<dt>词</dt>\n<dd>\n<p>义</p>\n</dd>\n</dl>\n'],
    ['词\n:不是', '<p>词\n:不是</p>\n'],
    ['9:30\n: ) 笑', '<dl>\n<dt>9:30</dt>\n<dd>) 笑</dd>\n</dl>\n'],
  ])('%j', (text, html) => {
    expect(render(text)).toBe(html)
  })
})

describe('footnotes', () => {
  it.each([
    ['没有[^1]的注', '<p>没有[^1]的注</p>\n'],
    ['文 ^[行内] 不是', '<p>文 ^[行内] 不是</p>\n'],
    ['[^没人提到]: 注\n\n文', '<p>文</p>\n'],
  ])('%j', (text, html) => {
    expect(render(text)).toBe(html)
  })

  it('of a label full of markup stay in their place', () => {
    expect(render('[^"<b>&]\n\n[^"<b>&]: 注')).toContain(
      '<sup id="fnref:&quot;&lt;b&gt;&amp;"><a href="#fn:%22%3Cb%3E%26">1</a></sup>',
    )
  })

  it('by the ten thousand are text, and take no time', () => {
    const started = performance.now()
    const html = render('[^1] '.repeat(20_000) + '\n\n[^1]: 注'.repeat(20_000))
    expect(html).not.toContain('<sup')
    expect(performance.now() - started).toBeLessThan(4000)
  })
})

it('a language behind the code, as kramdown takes it, colours it', () => {
  expect(render('    var a\n{: .language-js}')).toContain('hljs-keyword')
  expect(render('```\nvar a\n```\n{:.language-js}')).toContain('hljs-keyword')
})
