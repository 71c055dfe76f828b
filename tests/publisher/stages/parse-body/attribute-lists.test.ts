import MarkdownIt from 'markdown-it'
import { expect, it } from 'vitest'
import { attributeLists } from '../../../../src/publisher/stages/parse-body/attribute-lists.ts'

const md = new MarkdownIt('commonmark').use(attributeLists)

it.each([
  ['## 题 {#a-b}', '<h2 id="a-b">题</h2>\n'],
  ['## 题 {#1}', '<h2>题 {#1}</h2>\n'],
  ['## 题\n{: #a .b}', '<h2 id="a">题</h2>\n'],
  ['{: #a}\n## 题', '<h2 id="a">题</h2>\n'],
  ['## 题\n\n{: #a}\n\n文', '<h2>题</h2>\n<p>文</p>\n'],
  ['文{: .a}字*斜*{:.b}', '<p>文字<em>斜</em></p>\n'],
  ['> 引\n{: .a}', '<blockquote>\n<p>引</p>\n</blockquote>\n'],
  ['- 一\n{: .a}\n\n文', '<ul>\n<li>一</li>\n</ul>\n<p>文</p>\n'],
  ['前{::comment}藏{:/comment}后', '<p>前后</p>\n'],
  ['{::comment}\n藏\n\n藏\n{:/}\n后', '<p>后</p>\n'],
  ['{::comment}\n没有结尾', '<p>没有结尾</p>\n'],
  ['`{: .a}`', '<p><code>{: .a}</code></p>\n'],
  ['    {: .a}', '<pre><code>{: .a}\n</code></pre>\n'],
  ['{：全角} {不是} {:笑}', '<p>{：全角} {不是} {:笑}</p>\n'],
])('%j is %j', (text, html) => {
  expect(md.render(text)).toBe(html)
})

it('of a hundred thousand lists takes no time to speak of', () => {
  const started = performance.now()
  for (const list of ['{::comment}\n', '{: .a}\n', 'a{::comment}', '{: ']) md.render(list.repeat(2e4))
  expect(performance.now() - started).toBeLessThan(5000)
})
