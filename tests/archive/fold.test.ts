import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DIGIT, fold, foldingTables, IDEOGRAPH, LETTER, OTHER } from '../../src/archive/fold.ts'

const ALL = Array.from({ length: 0x10000 }, (_, unit) => unit)
const kindsOf = (text: string): number[] =>
  Array.from(
    { length: text.length },
    (_, place) => foldingTables().kinds[fold(text).charCodeAt(place)] as number,
  )

describe('fold', () => {
  it.each([
    ['ETF Wuhan', 'etf wuhan', 'case'],
    ['ＡＢｃ１２３，４％．＂', 'abc123,4%."', 'width'],
    ['café Zürich Łódź Ångström', 'cafe zurich łodz angstrom', 'accents of letters that have one'],
    ['ΑΘΗΝΑ Москва й', 'αθηνα москва й', 'case, but no accents, of other scripts'],
    ['臺灣證券後續監管', '台湾证券后续监管', 'traditional characters'],
    ['ｶﾀｶﾅ', 'カタカナ', 'narrow kana'],
    ['m² ①', 'm2 1', 'figures in a circle or above the line'],
    ['½ ⑩ ℃ ﬁ', '½ ⑩ ℃ ﬁ', 'nothing that would become longer'],
    ['İ ß', 'i ß', 'nothing that would be two letters'],
    ['甲\u00A0乙\u2003丙\u3000丁', '甲 乙 丙 丁', 'blanks of any width'],
    ['贵州茅台，涨停。', '贵州茅台,涨停。', 'and leaves the rest'],
    ['𠮷😀한국', '𠮷😀한국', 'no pair of surrogates'],
  ])('%s is %s: it folds %s', (text, folded) => {
    expect(fold(text)).toBe(folded)
  })

  it('keeps the length, so that a place in one is the same place in the other', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), fc.nat(9000), (text, before) => {
        const folded = fold(`${'一'.repeat(before)}${text}`)
        expect(folded).toHaveLength(before + text.length)
        // Text by text, whatever stands before.
        expect(folded.slice(before)).toBe(fold(text))
      }),
    )
  })

  it('is done after one step', () => {
    expect(
      ALL.map((unit) => String.fromCharCode(unit)).filter((one) => fold(fold(one)) !== fold(one)),
    ).toEqual([])
  })
})

describe('what a character is', () => {
  it.each([
    ['中々〇㐂豈𠮷', IDEOGRAPH, 7],
    ['かナー한ㄅᄀ', IDEOGRAPH, 6],
    ['aZéßжαไ', LETTER, 7],
    ['0９٣', DIGIT, 3],
    ['½⑩', LETTER, 2],
    [' ,.%-。，、《》“”…°℃$￥\n\u3000', OTHER, 19],
  ])('of %s is %i', (text, kind, length) => {
    expect(kindsOf(text)).toEqual(Array.from({ length }, () => kind))
  })

  it('is asked of folded text: wide figures and letters are as narrow ones', () => {
    expect(kindsOf('Ａ１％')).toEqual([LETTER, DIGIT, OTHER])
  })
})
