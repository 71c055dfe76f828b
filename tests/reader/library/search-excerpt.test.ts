import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fold } from '../../../src/archive/fold.ts'
import type { Mark } from '../../../src/reader/library/listing.ts'
import { matchText } from '../../../src/reader/library/match-text.ts'
import { parseQuery } from '../../../src/reader/library/query.ts'
import { searchExcerpt } from '../../../src/reader/library/search-excerpt.ts'

const marksOf = (text: string, words: string): readonly Mark[] =>
  matchText('', fold(text), parseQuery(words))?.body ?? []

/** The excerpt with its marks in brackets. */
const excerptOf = (text: string, words: string): string => {
  const { text: own, marks } = searchExcerpt(text, marksOf(text, words))
  let out = ''
  let last = 0
  for (const [start, end] of marks) {
    out += `${own.slice(last, start)}[${own.slice(start, end)}]`
    last = end
  }
  return out + own.slice(last)
}

const HALF = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/

describe('the excerpt of a search', () => {
  it('of a short text is the text', () => {
    expect(excerptOf('贵州茅台涨停。茅台', '茅台')).toBe('贵州[茅台]涨停。[茅台]')
  })

  it('begins with the sentence of the words', () => {
    expect(excerptOf(`${'前'.repeat(200)}。贵州茅台${'后'.repeat(200)}`, '茅台')).toBe(
      `…贵州[茅台]${'后'.repeat(116)}…`,
    )
  })

  it('begins a little before them where that is far off', () => {
    expect(excerptOf(`${'前'.repeat(200)}茅台。`, '茅台')).toBe(`…${'前'.repeat(30)}[茅台]。`)
  })

  it('shows the place where most of the words stand', () => {
    const text = `茅台${'一'.repeat(200)}。贵州茅台涨停${'二'.repeat(200)}涨停`
    expect(excerptOf(text, '茅台 涨停')).toMatch(/^…贵州\[茅台涨停\]二+…$/)
  })

  it('is one line where the text has several', () => {
    expect(excerptOf('甲\n茅台\n乙', '茅台')).toBe('…[茅台] 乙')
  })

  it('marks a phrase that is longer than itself as far as it goes', () => {
    const phrase = '长'.repeat(150)
    expect(excerptOf(`${'前'.repeat(60)}${phrase}尾`, phrase)).toBe(
      `…${'前'.repeat(30)}[${'长'.repeat(90)}]…`,
    )
  })

  it('has a mark, each in its place, and no half character, whatever the text', () => {
    const words = ['茅台', 'etf', '𠮷野', '"𠮷野 茅台"', '茅台 etf', `"${'茅台'.repeat(70)}"`]
    const aText = fc
      .array(
        fc.oneof(
          fc.constantFrom('茅台', '茅臺', ' ETF ', '𠮷野', '𠮷野 茅台', '。', '\n', '！', '茅台'.repeat(70)),
          fc.constantFrom('𠮷', '😀', '一').chain((one) => fc.nat(130).map((count) => one.repeat(count))),
        ),
        { maxLength: 12 },
      )
      .map((parts) => parts.join('').trim())
    fc.assert(
      fc.property(aText, fc.constantFrom(...words), (text, asked) => {
        const marks = marksOf(text, asked)
        fc.pre(marks.length > 0)
        const excerpt = searchExcerpt(text, marks)
        // 120 code units, and a sign at each end.
        expect(excerpt.text.length).toBeLessThanOrEqual(122)
        expect(excerpt.text).not.toMatch(HALF)
        expect(excerpt.text).not.toMatch(/\n/)
        expect(excerpt.marks.length).toBeGreaterThan(0)
        const own = excerpt.text.replace(/^…/, '').replace(/…$/, '')
        const start = text.replace(/\n/g, ' ').indexOf(own)
        expect(start).toBeGreaterThanOrEqual(0)
        const [first] = excerpt.marks[0] as Mark
        const all = marks.map(([from, to]) => fold(text.slice(from, to)))
        for (const [from, to] of excerpt.marks) {
          expect(to).toBeGreaterThan(from)
          expect(to).toBeLessThanOrEqual(excerpt.text.length)
          const slice = fold(excerpt.text.slice(from, to))
          expect(all.some((each) => each.includes(slice))).toBe(true)
        }
        // What was searched for is to be seen without reading far.
        expect(first).toBeLessThanOrEqual(31)
      }),
      { numRuns: 300 },
    )
  })
})
