import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fold } from '../../../src/archive/fold.ts'
import {
  ANY_FOLLOWER,
  characterKey,
  cutTerms,
  foldedUnits,
  followerOf,
  pairKey,
  type TermField,
  wordKey,
} from '../../../src/archive/terms.ts'
import { placesOf } from '../../../src/reader/library/match-text.ts'
import { parseQuery } from '../../../src/reader/library/query.ts'
import { termsOf } from '../../../src/reader/library/search-keys.ts'

const phrase = (text: string, inTitle = false) => ({ text, inTitle })
const pair = (text: string, field?: TermField): number =>
  pairKey(text.charCodeAt(0), text.charCodeAt(1), field)
const word = (text: string, field?: TermField): number => wordKey(foldedUnits(text), 0, text.length, field)
const keysOf = (text: string, inTitle?: boolean): number[] =>
  termsOf(phrase(text, inTitle)).flatMap(({ keys }) => keys)

describe('the terms of a phrase', () => {
  it('are its pairs, with what follows each', () => {
    expect(termsOf(phrase('茅台酒'))).toEqual([
      { keys: [pair('茅台')], follower: followerOf('酒'.charCodeAt(0)), rarity: 3 },
      { keys: [pair('台酒')], follower: ANY_FOLLOWER, rarity: 2 },
    ])
  })

  it.each([
    ['的茅台酒', [pair('茅台'), pair('的茅'), pair('台酒')]],
    ['我的人 etf', [word('etf'), pair('我的'), pair('的人')]],
    ['中国600519', [word('600519'), pair('中国')]],
  ])('of %s begin with the rarest', (text, keys) => {
    expect(keysOf(text)).toEqual(keys)
  })

  it('are there once', () => {
    expect(keysOf('天天天天')).toEqual([pair('天天')])
  })

  it('in a title are others', () => {
    expect(keysOf('茅台', true)).toEqual([pair('茅台', 'title')])
    expect(keysOf('etf', true)).toEqual([word('etf', 'title')])
  })

  it.each([
    ['股', ['股']],
    ['股、债', ['股', '债']],
    ['《论》', ['论']],
    ['😀', ['\uDE00']],
  ])('of %s in a title are its characters, as no two of them meet', (text, characters) => {
    const wanted = characters.map((one) => characterKey(one.charCodeAt(0)))
    expect(keysOf(text, true).sort()).toEqual(wanted.sort())
  })

  it('of an ideograph of two code units are a pair', () => {
    expect(keysOf('𠮷', true)).toEqual([pair('𠮷', 'title')])
  })

  it('are never none: whatever is searched for can be looked up', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'茅臺股a5.,% "-，。😀𠮷カ'), maxLength: 12 }),
        (words) => {
          for (const each of parseQuery(words).wanted) expect(termsOf(each).length).toBeGreaterThan(0)
        },
      ),
    )
  })

  it('are all in a text that has the phrase, or an index would hide it', () => {
    const unit = fc.constantFrom(...'茅台股ab1555٣.．,,% ，。😀𠮷-é½')
    const aText = fc.string({ unit, minLength: 1, maxLength: 24 }).map((text) => text.replace(/ +/g, ' '))
    fc.assert(
      fc.property(aText, fc.nat(), fc.integer({ min: 1, max: 10 }), (text, at, length) => {
        const start = at % text.length
        const [wanted] = parseQuery(`"${text.slice(start, start + length)}"`).wanted
        if (!wanted || wanted.inTitle || placesOf(fold(text), wanted).length === 0) return
        const keys = new Set<number>()
        const units = foldedUnits(text).slice()
        cutTerms(units, {
          onPair: (first, second) => keys.add(pairKey(first, second)),
          onWord: (from, end) => keys.add(wordKey(units, from, end)),
        })
        for (const { keys: own } of termsOf(wanted)) expect(keys).toContain(own[0])
      }),
      { numRuns: 2000 },
    )
  })
})
