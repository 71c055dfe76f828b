import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  periodName,
  pickDay,
  toggleCategory,
  withOrder,
  withoutWords,
  withPeriod,
} from '../../../src/reader/filters/filter-changes.ts'
import { type Filter, NO_FILTER } from '../../../src/reader/library/filter.ts'
import { zh } from '../../../src/reader/words/zh.ts'

const both: Filter = { categories: ['a', 'b'], from: '2022-01', to: '2022-01' }
const aDay = fc
  .date({ min: new Date('2015-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

describe('a category', () => {
  it('is added and taken off, and the dates stay', () => {
    expect(toggleCategory(both, 'c')).toEqual({ ...both, categories: ['a', 'b', 'c'] })
    expect(toggleCategory(both, 'a')).toEqual({ ...both, categories: ['b'] })
  })

  it('toggled twice leaves the filter as it was', () => {
    expect(toggleCategory(toggleCategory(both, 'c'), 'c')).toEqual(both)
  })
})

describe('the dates', () => {
  it('change without touching the categories', () => {
    expect(withPeriod(both, '2022-02-01', '2022-02-03')).toEqual({
      categories: ['a', 'b'],
      from: '2022-02-01',
      to: '2022-02-03',
    })
  })

  it('change within a search, which goes on', () => {
    const search: Filter = { ...both, words: '茅台', order: 'best' }
    expect(withPeriod(search)).toEqual({ categories: ['a', 'b'], words: '茅台', order: 'best' })
    expect(pickDay(search, '2022-04-10', false)).toMatchObject({ words: '茅台', from: '2022-04-10' })
  })

  it('leave no empty fields behind when they are taken off', () => {
    expect(Object.keys(withPeriod(both))).toEqual(['categories'])
  })
})

describe('a search', () => {
  it('is taken off with its order, and the filters stay', () => {
    expect(withoutWords({ ...both, words: '茅台', order: 'best' })).toEqual(both)
  })

  it('says its order only where it is not the usual one', () => {
    const search: Filter = { ...both, words: '茅台' }
    expect(withOrder(search, 'best')).toEqual({ ...search, order: 'best' })
    expect(withOrder(withOrder(search, 'best'), 'newest')).toEqual(search)
  })
})

describe('a press on a day', () => {
  it('chooses that day alone', () => {
    expect(pickDay(NO_FILTER, '2022-04-10', false)).toEqual(withPeriod(NO_FILTER, '2022-04-10', '2022-04-10'))
    expect(pickDay(both, '2022-04-10', false)).toMatchObject({ from: '2022-04-10', to: '2022-04-10' })
  })

  it('takes the dates off when the day was the one chosen', () => {
    const chosen = pickDay(both, '2022-04-10', false)
    expect(pickDay(chosen, '2022-04-10', false)).toEqual({ categories: ['a', 'b'] })
  })

  it('extends to a later day, and to an earlier one', () => {
    const start = pickDay(NO_FILTER, '2022-04-10', false)
    expect(pickDay(start, '2022-04-12', true)).toMatchObject({ from: '2022-04-10', to: '2022-04-12' })
    expect(pickDay(start, '2022-04-08', true)).toMatchObject({ from: '2022-04-08', to: '2022-04-10' })
  })

  it('starts a choice where there is none to extend', () => {
    expect(pickDay(NO_FILTER, '2022-04-10', true)).toMatchObject({ from: '2022-04-10', to: '2022-04-10' })
  })

  it('extended, always holds both days in order', () => {
    fc.assert(
      fc.property(aDay, aDay, (first, second) => {
        const { from = '', to = '' } = pickDay(pickDay(NO_FILTER, first, false), second, true)
        return from <= to && [from, to].includes(first) && [from, to].includes(second)
      }),
    )
  })
})

describe('the name of a period', () => {
  it.each([
    [{}, undefined],
    [{ from: '2022-01', to: '2022-01' }, '2022-01'],
    [{ from: '2022-04-10', to: '2022-04-10' }, '2022-04-10'],
    [{ from: '2022-01', to: '2022-03-04' }, '2022-01 – 2022-03-04'],
    [{ from: '2022-01' }, '2022-01 起'],
    [{ to: '2022-01' }, '2022-01 止'],
  ])('%j', (dates, name) => {
    expect(periodName({ categories: [], ...dates }, zh.days)).toBe(name)
  })
})
