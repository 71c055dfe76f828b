import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fold } from '../../../src/archive/fold.ts'
import type { Mark } from '../../../src/reader/library/listing.ts'
import { matchText, merged, placesOf } from '../../../src/reader/library/match-text.ts'
import { parseQuery } from '../../../src/reader/library/query.ts'

const match = (words: string, title: string, body = '') =>
  matchText(fold(title), fold(body), parseQuery(words))
const isMatch = (words: string, title: string, body = ''): boolean => match(words, title, body) !== undefined
const marked = (text: string, marks: readonly Mark[]): string[] =>
  marks.map(([start, end]) => text.slice(start, end))

describe('an article matches', () => {
  it.each([
    ['茅台', '贵州茅台涨停'],
    ['貴州', '贵州茅台'],
    ['贵州', '貴州茅臺'],
    ['etf', '沪深300指数ＥＴＦ基金'],
    ['A股', 'Ａ股收评'],
    ['600519', '贵州茅台(600519)'],
    ['600519', '600519,000858'],
    ['000858', '600519,000858'],
    ['3.5', '涨3.5%'],
    ['3.5%', '涨3.5%。'],
    ['50gwh', '50GWh电池'],
    ['2022', '2022年'],
    ['12,345', '12,345元'],
    ['5', '第5.'],
    ['5.', '第5.'],
    ['1234', '1234,567'],
    ['5', '1, 5, 6'],
    ['cafe', 'Café'],
    ['茅台，涨停', '茅台，涨停'],
    ['"federal reserve"', 'The Federal Reserve'],
    ['茅台 涨停', '涨停的茅台'],
  ])('%s when its title is “%s”, or its text', (words, text) => {
    expect(isMatch(words, text)).toBe(true)
    expect(isMatch(words, '标题', text)).toBe(true)
  })

  it.each([
    ['茅台涨停', '茅台 涨停'],
    ['etf', 'ETFs'],
    ['tf', 'ETF'],
    ['A股', 'AA股'],
    ['60051', '600519'],
    ['600519', '1600519'],
    ['5', '3.5%'],
    ['3', '3.5%'],
    ['3.5', '13.5'],
    ['3.5', '3.55'],
    ['345', '12,345'],
    ['12', '12,345'],
    ['234', '1,234,567'],
    ['1,234', '1,234,567'],
    ['3.', '3.5%'],
    ['.5%', '3.5%'],
    ['12,', '12,345'],
    ['3.5%', '3.5'],
    ['50', '50GWh'],
    ['"贵州 茅台"', '贵州茅台'],
    ['茅台 五粮液', '茅台'],
  ])('not %s when it has “%s”: words and numbers are whole', (words, text) => {
    expect(isMatch(words, text)).toBe(false)
    expect(isMatch(words, '标题', text)).toBe(false)
  })

  it('when one word stands in its title and another in its text', () => {
    expect(isMatch('茅台 涨停', '茅台', '涨停')).toBe(true)
    expect(isMatch('"茅台 涨停"', '茅台', '涨停')).toBe(false)
  })

  it('when what is asked of the title stands there', () => {
    expect(isMatch('标题：茅台', '茅台', '')).toBe(true)
    expect(isMatch('标题：茅台', '涨停', '茅台')).toBe(false)
    expect(isMatch('股', '涨停', '股')).toBe(false)
    expect(isMatch('股', 'A股', '')).toBe(true)
  })

  it('unless an unwanted word stands anywhere', () => {
    expect(isMatch('茅台 -涨停', '茅台', '跌')).toBe(true)
    expect(isMatch('茅台 -涨停', '茅台', '涨停')).toBe(false)
    expect(isMatch('茅台 -涨停', '涨停', '茅台')).toBe(false)
    expect(isMatch('茅台 -标题：涨停', '茅台', '涨停')).toBe(true)
    expect(isMatch('茅台 -etf', '茅台', 'ETFs')).toBe(true)
    expect(isMatch('茅台 -股', '茅台', 'A股')).toBe(false)
  })
})

describe('a match', () => {
  it('says where its words stand', () => {
    const [title, body] = ['茅台ETF：茅台', '贵州茅臺 etf。ETFs']
    const found = match('茅台 etf', title, body)
    expect(marked(title, found?.title ?? [])).toEqual(['茅台ETF', '茅台'])
    expect(marked(body, found?.body ?? [])).toEqual(['茅臺', 'etf'])
  })

  it('has none in the text of what is asked of the title', () => {
    expect(match('标题：茅台 涨停', '茅台', '茅台涨停')?.body).toEqual([[2, 4]])
  })

  it.each([
    ['茅台 涨停', '茅台涨停', '', 0],
    ['茅台 涨停', '茅台', '五粮液涨停', 3],
    ['茅台 涨停', '', '茅台。涨停', 6],
    ['茅台 涨停', '', '茅台……涨停茅台……', 5],
    ['茅台 涨停 证券', '', '茅台一涨停二证券三茅台四五六七涨停', 9],
    ['茅台', '', '茅台', 3],
  ])('tells how close %s stand in “%s” and “%s”: %i', (words, title, body, spread) => {
    expect(match(words, title, body)?.spread).toBe(spread)
  })

  it('finds each place of a phrase, those that overlap too', () => {
    expect(placesOf('天天天', { text: '天天', inTitle: false })).toEqual([0, 1])
    expect(match('天天', '天天天')?.title).toEqual([[0, 3]])
  })
})

describe('marks that are merged', () => {
  const aMark = fc
    .tuple(fc.nat(30), fc.integer({ min: 1, max: 5 }))
    .map(([start, length]): Mark => [start, start + length])
  const covered = (marks: readonly Mark[]): number[] =>
    [
      ...new Set(marks.flatMap(([start, end]) => Array.from({ length: end - start }, (_, at) => start + at))),
    ].sort((a, b) => a - b)

  it('cover the same, ascending and apart', () => {
    fc.assert(
      fc.property(fc.array(aMark), (marks) => {
        const apart = merged(marks)
        expect(covered(apart)).toEqual(covered(marks))
        for (const [index, [start]] of apart.entries())
          if (index > 0) expect(start).toBeGreaterThan(apart[index - 1]?.[1] as number)
      }),
    )
  })
})
