import type { Root } from 'hast'
import { fromParse5 } from 'hast-util-from-parse5'
import { toHtml } from 'hast-util-to-html'
import { parseFragment } from 'parse5'
import { describe, expect, it } from 'vitest'
import { cleanBody } from '../../../../src/publisher/stages/clean-body/clean-body.ts'
import { notes } from '../../site-folder.ts'

const clean = (html: string, lang = 'zh-CN') => {
  const { taken, note } = notes()
  const body = cleanBody(fromParse5(parseFragment(html)) as Root, lang, note, (found) => html.indexOf(found))
  return { html: toHtml(body.tree), text: body.text, opening: body.opening, source: body.sourceName, taken }
}

describe('what a scraper leaves is taken out:', () => {
  it.each([
    ['empty paragraphs', '<p></p><p>&nbsp;</p><p>　</p><p><br></p><div><p> </p></div><p>x</p>', '<p>x</p>'],
    ['breaks at both ends of a paragraph', '<p><br>a<br>b<br /> </p>', '<p>a<br>b</p>'],
    [
      'empty spans, fonts and links',
      '<p><span id="quote_1"></span><font>a</font><a href=x></a></p>',
      '<p>a</p>',
    ],
    ['glossary links', '<p>C<a class="infokey" href=x>PPI</a>B</p>', '<p>CPPIB</p>'],
    ['comments', '<!-- a --><p>b<!-- c --></p>', '<p>b</p>'],
    ['the source’s name', '<p>a</p><p class="em_media">（文章来源：甲<b>乙</b>报）</p>', '<p>a</p>'],
    ['a heading of the first order', '<h1>a</h1><p>b</p>', '<h2>a</h2><p>b</p>'],
  ])('%s', (_, html, expected) => {
    expect(clean(html)).toMatchObject({ html: expected, taken: [] })
  })

  it('and read first', () => {
    expect(clean('<p>a</p><p>(文章来源：中国<a>证券</a>报 )</p>').source).toBe('中国证券报')
  })
})

describe('what would run or hide is told of with its place:', () => {
  it.each([
    ['<p>a</p><script>1</script>', '<p>a</p>', '8: markup: holds a <script>; left it out'],
    ['<p>a</p><p hidden>b</p>', '<p>a</p>', '11: markup: holds text that is hidden on the page; left it out'],
    [
      '<p>a</p><p style="Display : none">b</p>',
      '<p>a</p>',
      '18: markup: holds text that is hidden on the page; left it out',
    ],
    [
      '<p><b onclick="1">a</b></p>',
      '<p><b onclick="1">a</b></p>',
      '6: markup: holds a <b> with onclick=; took it off',
    ],
    [
      '<p><video src="//v.cn/a"></video></p>',
      '<p><a href="//v.cn/a">嵌入内容：//v.cn/a</a></p>',
      '3: markup: holds a <video>; put a link in its place',
    ],
    ['<p>a</p><iframe srcdoc="x"></iframe>', '<p>a</p>', '8: markup: holds a <iframe>; left it out'],
  ])('%s', (html, expected, told) => {
    expect(clean(html)).toMatchObject({ html: expected, taken: [told] })
  })

  it('but for the first fifty kinds of one post', () => {
    const kinds = Array.from({ length: 200 }, (_, number) => `<i on${number}x=1>a</i>`)
    expect(clean(`<p>${kinds.join('')}${kinds.join('')}</p>`).taken).toEqual([])
    const handlers = Array.from({ length: 200 }, (_, number) => `<i onx${number}=1>a</i>`)
    expect(clean(`<p>${handlers.join('')}${handlers.join('')}</p>`).taken).toHaveLength(50)
  })
})

it('the text has blocks on lines of their own, words whole, and no chart', () => {
  const chart = '<img src="https://webquoteklinepic.eastmoney.com/GetPic.aspx?nid=0.1">'
  const { text } = clean(`<p>甲<b>乙</b>丙<br>丁</p><p>${chart}</p><ul><li>戊</li></ul>`)
  expect(text).toBe('甲乙丙\n丁\n戊')
})

it('the opening ends before the first heading, table or code', () => {
  expect(clean('<p>甲</p><p>乙</p><h2>丙</h2><p>丁</p>').opening).toBe('甲\n乙')
  expect(clean('<h2>甲</h2><p>乙</p><pre>丙</pre>').opening).toBe('乙')
})

it('a page in English has English labels', () => {
  expect(clean('<p><img src="a.png"></p>', 'en').html).toContain('alt="Image 1"')
})
