import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  ANY_FOLLOWER,
  categoryKey,
  characterKey,
  cutTerms,
  foldedUnits,
  followerOf,
  KEY_BITS,
  pairKey,
  wordKey,
} from '../../src/archive/terms.ts'

/** The terms of a text as they can be read, in order; pairs and words alike. */
const termsOf = (text: string): string[] => {
  const units = foldedUnits(text).slice()
  const terms: string[] = []
  cutTerms(units, {
    onPair: (first, second) => terms.push(String.fromCharCode(first, second)),
    onWord: (start, end) => terms.push(String.fromCharCode(...units.subarray(start, end))),
  })
  return terms
}

const unitOf = (character: string): number => character.charCodeAt(0)

describe('a text is cut', () => {
  it.each([
    ['贵州茅台', ['贵州', '州茅', '茅台']],
    ['貴州茅臺', ['贵州', '州茅', '茅台']],
    ['年报，年 报', ['年报']],
    ['A股', ['a']],
    ['沪深300指数ETF', ['沪深', '300', '指数', 'etf']],
    ['600519', ['600519']],
    ['50GWh', ['50gwh']],
    ['3.5%', ['3.5', '3.5%']],
    ['１２，３４５％', ['12,345', '12,345%']],
    ['a%', ['a']],
    ['12,345', ['12,345']],
    ['1,234,567.89', ['1,234,567.89']],
    ['600519,000858', ['600519', '000858']],
    ['1234,567', ['1234', '567']],
    ['12,3456', ['12', '3456']],
    ['1,2', ['1', '2']],
    ['3.5.6', ['3.5.6']],
    ['1.a', ['1', 'a']],
    ['1.', ['1']],
    ['.5', ['5']],
    ['2022年', ['2022']],
    ['2022-01-21', ['2022', '01', '21']],
    ['ＡＢ', ['ab']],
    ['café', ['cafe']],
    ['C++ a_b', ['c', 'a', 'b']],
    ['カブ', ['カブ']],
    ['ｶﾅ', ['カナ']],
    ['かな漢字', ['かな', 'な汉', '汉字']],
    ['한국어', ['한국', '국어']],
    ['𠮷野', ['𠮷', '\uDFB7野']],
    ['😀😀', []],
    ['，。 %', []],
    ['', []],
  ])('%s → %j', (text, terms) => {
    expect(termsOf(text)).toEqual(terms)
  })

  it('with what follows each pair, and nothing at the end', () => {
    const heard: [string, number, number][] = []
    cutTerms(foldedUnits('中国人，a中国'), {
      onPair: (first, second, next, place) => heard.push([String.fromCharCode(first, second), next, place]),
      onWord: () => {},
    })
    expect(heard).toEqual([
      ['中国', unitOf('人'), 0],
      ['国人', unitOf(','), 1],
      ['中国', 0, 5],
    ])
  })

  it('and each ideograph is told of, where that is asked for', () => {
    const heard: string[] = []
    cutTerms(foldedUnits('沪A股'), {
      onPair: () => {},
      onWord: () => {},
      onCharacter: (unit) => heard.push(String.fromCharCode(unit)),
    })
    expect(heard).toEqual(['沪', '股'])
  })

  it('so that two ideographs of it are a term, wherever they stand', () => {
    const ideographs = fc.string({ unit: fc.constantFrom(...'贵州茅台证券后天'), minLength: 2, maxLength: 6 })
    fc.assert(
      fc.property(fc.string(), ideographs, fc.string(), (before, text, behind) => {
        expect(termsOf(before + text + behind)).toEqual(expect.arrayContaining(termsOf(text)))
      }),
    )
  })
})

describe('folded units', () => {
  it('are of the text alone, however long the text before was', () => {
    expect(String.fromCharCode(...foldedUnits('ＡＢ'.repeat(4)))).toBe('abababab')
    expect(foldedUnits('一'.repeat(40_000))).toHaveLength(40_000)
    expect(String.fromCharCode(...foldedUnits('漢'))).toBe('汉')
  })
})

describe('a key', () => {
  const word = (text: string, field?: 'title'): number => {
    const units = foldedUnits(text)
    return wordKey(units, 0, units.length, field)
  }

  it('of what stands in a title is another than that of the text', () => {
    const [first, second] = [unitOf('茅'), unitOf('台')]
    expect(pairKey(first, second, 'title')).not.toBe(pairKey(first, second))
    expect(word('etf', 'title')).not.toBe(word('etf'))
    expect(new Set([word('macro'), categoryKey('macro'), word('macro', 'title')]).size).toBe(3)
    expect(pairKey(second, first)).not.toBe(pairKey(first, second))
  })

  it('of a word is the same wherever it stands', () => {
    const units = foldedUnits('中ETF。')
    expect(wordKey(units, 1, 4)).toBe(word('etf'))
  })

  it('has its bits and no more', () => {
    const unit = fc.nat(0xffff)
    fc.assert(
      fc.property(unit, unit, fc.string({ unit: 'binary' }), (first, second, text) => {
        for (const key of [pairKey(first, second), characterKey(first), word(text), categoryKey(text)]) {
          expect(Number.isInteger(key)).toBe(true)
          expect(key).toBeGreaterThanOrEqual(0)
          expect(key).toBeLessThan(2 ** KEY_BITS)
        }
      }),
    )
  })

  it('is seldom shared', () => {
    const units = Array.from({ length: 200 }, (_, index) => 0x4e00 + 97 * index)
    const keys = new Set(units.flatMap((first) => units.map((second) => pairKey(first, second))))
    // One or two of 40,000 keys in 2³⁰ may meet.
    expect(keys.size).toBeGreaterThan(39_990)
  })
})

it('a follower is never taken for any', () => {
  for (let unit = 1; unit < 0x10000; unit++) {
    const follower = followerOf(unit)
    if (follower === ANY_FOLLOWER || follower > 14) expect.fail(`unit ${unit}`)
  }
})
