import { describe, expect, it } from 'vitest'
import { splitBody } from '../../../src/publisher/stages/split-body.ts'

const LINK = 'http://finance.eastmoney.com/news/1353,202205302396671645.html'

it('takes a scraped body apart by position', () => {
  const body = `> *ST盈方|跌停\n\n<p>一</p>\r<p>二</p>\n\n<${LINK}>\n\n[返回东财滚动新闻](//a.cn/)｜[返回首页](//a.cn/)`
  expect(splitBody(body)).toEqual({
    digest: '*ST盈方|跌停',
    story: '<p>一</p>\r<p>二</p>',
    isHtml: true,
    sourceLink: LINK,
  })
})

describe('the way back is taken out', () => {
  it.each([
    '[返回a](../emnews/)\n[返回首页](../)',
    '[返回a](//finews.zning.me/emnews/)\n[返回首页](//finews.zning.me/)',
    '[返回a](//x/)｜[返回首页](//x/)',
    '  [返回a](//x/) | [返回首页](//x/)  ',
  ])('%j', (footer) => {
    expect(splitBody(`<p>文</p>\n\n<${LINK}>\n\n${footer}`)).toMatchObject({
      story: '<p>文</p>',
      sourceLink: LINK,
    })
  })

  it('but not what a writer says of returning', () => {
    const story = '见[返回舱](//a.cn)着陆。\n\n[返回](//a.cn)之后'
    expect(splitBody(story)).toMatchObject({ story, isHtml: false })
  })
})

describe('the source’s link', () => {
  it.each([
    ['of the first hours', `文。\n\n<${LINK}>\n`, LINK, '文。'],
    ['that is empty', '<p>文</p>\n\n<>\n', undefined, '<p>文</p>'],
    ['behind blank lines', `文。${'\n'.repeat(9)}<${LINK}>\n \n`, LINK, '文。'],
    [
      'in the middle of Markdown is the writer’s',
      `甲\n\n<${LINK}>\n\n乙`,
      undefined,
      `甲\n\n<${LINK}>\n\n乙`,
    ],
    ['alone is the story', `<${LINK}>`, undefined, `<${LINK}>`],
  ])('%s', (_, body, sourceLink, story) => {
    expect(splitBody(body)).toMatchObject({ sourceLink, story })
  })
})

describe('the digest', () => {
  it.each([
    ['> 甲\n> 乙\n\n<p>文</p>', '甲\n乙'],
    ['> 甲\n\n> 乙\n\n<p>文</p>', '甲\n乙'],
    ['>甲\n<p>文</p>', '甲'],
    ['> \n\n<p>文</p>', ''],
    ['<p>文</p>\n\n> 不是', ''],
  ])('of %j is %j', (body, digest) => {
    expect(splitBody(body)).toMatchObject({ digest, isHtml: true })
  })

  it('before Markdown is the writer’s own quotation', () => {
    expect(splitBody('> 引文\n\n文章')).toMatchObject({ digest: '', story: '> 引文\n\n文章', isHtml: false })
  })
})

it.each([
  ['<p>a', true],
  ['<!-- c --><p>a', true],
  ['  <CENTER>a', true],
  ['</p>a', true],
  ['<pa>x</pa>', false],
  ['<http://a.cn>', false],
  ['a <p>', false],
  ['', false],
])('%j begins as HTML: %s', (body, isHtml) => {
  expect(splitBody(body).isHtml).toBe(isHtml)
})
