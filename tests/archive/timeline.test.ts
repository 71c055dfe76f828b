import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aName } from '../../src/archive/name.ts'
import {
  aDayShard,
  aMonthShard,
  aPage,
  aPostingsShard,
  aYearShard,
  aYearsShard,
} from '../../src/archive/timeline.ts'

const NAME = 'abcdefghij27'
const headline = {
  permalink: '/a.html',
  day: '2022-01-21',
  time: '',
  title: '',
  excerpt: '',
  categories: [],
}
const times = <T>(length: number, item: T): T[] => Array.from({ length }, () => item)

describe('a name', () => {
  it.each(['', 'abcdefghij2', 'abcdefghij277', 'abcdefghij21', 'ABCDEFGHIJ27', '../../../etc', `${NAME}\n`])(
    'is not %j',
    (name) => expect(() => aName(name, 'it')).toThrow('it: expected a shard name'),
  )

  it('is any twelve digits of base 32', () => {
    const digit = fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz234567')
    fc.assert(
      fc.property(fc.string({ unit: digit, minLength: 12, maxLength: 12 }), (name) => {
        expect(aName(name, 'it')).toBe(name)
      }),
    )
  })
})

describe('years and months', () => {
  it('a year has at most 12 months of at most 31 days', () => {
    const month = { month: '2022-01', count: 0, name: NAME, days: times(31, 0) }
    const year = { year: '2022', months: times(12, month) }
    expect(aYearShard(year, 'it')).toBe(year)
    expect(() => aYearShard({ ...year, months: times(13, month) }, 'it')).toThrow(
      'it.months: expected at most',
    )
    const long = { ...month, days: times(32, 0) }
    expect(() => aYearShard({ ...year, months: [long] }, 'it')).toThrow('it.months[0].days: expected at most')
  })

  it('the undated have a year and a month of their own, with no days to show', () => {
    const year = { year: '0000', months: [{ month: '0000-00', count: 2, name: NAME, days: [] }] }
    expect(aYearShard(year, 'it')).toBe(year)
    const years = { years: [{ year: '0000', count: 2, name: NAME }] }
    expect(aYearsShard(years, 'it')).toBe(years)
  })

  it('a month may name one day several times, as a busy day is cut', () => {
    const day = { day: '2022-01-21', count: 4096, name: NAME }
    const month = { month: '2022-01', count: 8192, days: [day, day], postings: [NAME] }
    expect(aMonthShard(month, 'it')).toBe(month)
  })
})

describe('a day', () => {
  const day = {
    day: '2022-01-21',
    pages: times(128, NAME),
    packs: [{ count: 1, name: NAME }],
    fingerprints: '',
  }

  it('has as many pages as 4,096 headlines fill, and no more', () => {
    expect(aDayShard(day, 'it')).toBe(day)
    expect(() => aDayShard({ ...day, pages: times(129, NAME) }, 'it')).toThrow(
      'it.pages: expected at most 128',
    )
  })

  it('has fingerprints in base 32 only', () => {
    expect(() => aDayShard({ ...day, fingerprints: 'abcd1' }, 'it')).toThrow('it.fingerprints')
  })
})

it('a page has at most 32 headlines', () => {
  const page = { day: '2022-01-21', headlines: times(32, headline) }
  expect(aPage(page, 'it')).toBe(page)
  expect(() => aPage({ ...page, headlines: times(33, headline) }, 'it')).toThrow(
    'it.headlines: expected at most',
  )
})

describe('postings', () => {
  it('hold every ascending run of ordinals as steps that the check lets through', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(100_000)), (unsorted) => {
        const ordinals = unsorted.sort((a, b) => a - b)
        const steps = ordinals.map((ordinal, index) => ordinal - (ordinals[index - 1] ?? 0))
        const shard = aPostingsShard({ month: '2022-01', categories: { macro: steps } }, 'it')
        let sum = 0
        expect(shard.categories.macro?.map((step) => (sum += step))).toEqual(ordinals)
      }),
    )
  })

  it('never step back', () => {
    expect(() => aPostingsShard({ month: '2022-01', categories: { macro: [3, -1] } }, 'it')).toThrow(
      'it.categories.macro[1]',
    )
  })
})
