import MarkdownIt from 'markdown-it'
import { expect, it } from 'vitest'
import { markdownInHtml } from '../../../../src/publisher/stages/parse-body/markdown-in-html.ts'

const md = new MarkdownIt('commonmark', { html: true }).use(markdownInHtml)

it.each([
  ['<div markdown="1">\n*甲*\n</div>', '<div markdown="1">\n<p><em>甲</em></p>\n</div>'],
  [
    '<section class="a" markdown=1>\n## 题\n</section>',
    '<section class="a" markdown=1>\n<h2>题</h2>\n</section>',
  ],
  ['<div>\n*甲*\n</div>', '<div>\n*甲*\n</div>'],
  ['<div markdown="0">\n*甲*\n</div>', '<div markdown="0">\n*甲*\n</div>'],
  ['```\n<div markdown="1">\n```', '<pre><code>&lt;div markdown=&quot;1&quot;&gt;\n</code></pre>\n'],
  ['甲\\\\\n乙', '<p>甲<br />\n乙</p>\n'],
  ['甲\\\\乙', '<p>甲\\乙</p>\n'],
  ['`甲\\\\\n乙`', '<p><code>甲\\\\ 乙</code></p>\n'],
])('%j is %j', (text, html) => {
  expect(md.render(text)).toBe(html)
})
