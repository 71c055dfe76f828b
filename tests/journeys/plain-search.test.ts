import { describe, expect, it } from 'vitest'
import { plainArticle, plainSearch, visibleText } from './plain-search.ts'

const article = (permalink: string, title: string, html: string) =>
  plainArticle({
    permalink,
    day: '2022-04-10',
    time: '',
    instant: '',
    title,
    excerpt: '',
    categories: [{ slug: 'macro', name: '宏观' }],
    html,
  })

describe('the text that HTML shows', () => {
  it.each([
    ['<p>一<b>二</b>三</p> <p>四</p>', '一二三\n四'],
    ['甲<br>乙<hr/>丙', '甲\n乙\n丙'],
    ['<ul>\n<li>一 </li>\n<li> 二</li></ul>', '一\n二'],
    ['<table><tr><td>1</td><td title="a > b">2</td></tr></table>', '1\n2'],
    ['A&amp;B &#x3C;i> &#60;b> &lt;p>', 'A&B <i> <b> <p>'],
    ['<img src="a.png" alt="一 > 二">三<!-- <p>四</p> -->', '三'],
    ['<p>\n一\n二\n</p>', '一 二'],
    ['1 < 2', '1 < 2'],
  ])('%s', (html, text) => {
    expect(visibleText(html)).toBe(text)
  })
})

describe('the plain search', () => {
  const search = plainSearch([
    article('/a.html', '贵州茅台涨停', '<p>北京<b>证券</b>报</p><p>道 ETF</p>'),
    article('/b.html', '後續監管', '<p>證券公司</p>'),
  ])

  it.each([
    [['证券'], ['/a.html', '/b.html']],
    [['茅台', '證券'], ['/a.html']],
    [['后续'], ['/b.html']],
    [['etf'], ['/a.html']],
    [['报道'], []],
    [['涨停北京'], []],
  ])('%s', (strings, permalinks) => {
    expect(search(...strings)).toEqual(permalinks)
  })
})
