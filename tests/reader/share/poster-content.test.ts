import { describe, expect, it } from 'vitest'
import type { Article } from '../../../src/archive/article.ts'
import { UNDATED } from '../../../src/archive/day.ts'
import { posterContent } from '../../../src/reader/share/poster-content.ts'
import { qrCodeOf } from '../../../src/reader/share/qr-code.ts'
import { wordsOf } from '../../../src/reader/words/words-context.ts'

const ARTICLE: Article = {
  permalink: '/a.html',
  day: '2022-04-10',
  time: '06:33',
  instant: '2022-04-10T06:33:00+08:00',
  title: '题',
  excerpt: '摘要',
  categories: [{ slug: 'a', name: '甲' }],
  source: { name: '南昌日报', link: 'https://b.cn/' },
  html: '<p>文</p>',
}
const address = 'https://news.example:8080/a.html'
const code = qrCodeOf(address)
const of = (article: Partial<Article>, language: 'zh' | 'en' = 'zh') =>
  posterContent({ ...ARTICLE, ...article }, { title: '报' }, address, code, wordsOf(language, '2022'))

describe('what a poster says', () => {
  it('is all that the article tells of itself, with the year', () => {
    expect(of({})).toEqual({
      site: '报',
      title: '题',
      digest: '摘要',
      day: '2022年4月10日 星期日',
      origin: '南昌日报 · 06:33',
      invitation: '扫码阅读全文',
      host: 'news.example:8080',
      code,
    })
    expect(of({}, 'en')).toMatchObject({ day: 'Sunday, April 10, 2022', invitation: 'Scan to read it all' })
  })

  it.each([
    [{ source: {} }, '06:33'],
    [{ time: '' }, '南昌日报'],
    [{ source: {}, time: '' }, ''],
  ])('of %j has the origin %j', (fields, origin) => {
    expect(of(fields).origin).toBe(origin)
  })

  it('of an undated article or a page has no day, and no word about that', () => {
    expect(of({ day: UNDATED, time: '', instant: '' })).toMatchObject({ day: '', origin: '南昌日报' })
  })

  it('has the address where it is too long for a code', () => {
    const long = `https://news.example/${'a'.repeat(3000)}`
    const content = posterContent(ARTICLE, { title: '报' }, long, undefined, wordsOf('zh', '2022'))
    expect(content).toMatchObject({ host: long, invitation: '阅读全文', code: undefined })
  })
})
