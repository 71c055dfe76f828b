import { describe, expect, it } from 'vitest'
import { boundsOf, type Filter, isEmpty, parseFilter, searchOf } from '../../../src/reader/library/filter.ts'

const parse = (search: string): Filter => parseFilter(new URLSearchParams(search))

describe('parseFilter', () => {
  it.each([
    ['', { categories: [] }],
    ['?category=a&category=b&category=A', { categories: ['a', 'b'] }],
    [
      '?category=%E8%82%A1%E5%B8%82&from=2022-01&to=2022-01-31',
      { categories: ['股市'], from: '2022-01', to: '2022-01-31' },
    ],
    ['?from=2022-02-30&to=2022-13', { categories: [] }],
    ['?from=yesterday&category=', { categories: [] }],
    ['?later=q&from=2022-01-01', { categories: [], from: '2022-01-01' }],
  ])('reads %s', (search, filter) => {
    expect(parse(search)).toEqual(filter)
  })
})

describe('searchOf', () => {
  it.each([
    { categories: [] },
    { categories: ['a'], from: '2022-01' },
    { categories: ['股市', 'a b', 'x&y'], from: '2022-01-01', to: '2022-12' },
  ] as Filter[])('writes %j so that it is read back the same', (filter) => {
    expect(parse(searchOf(filter))).toEqual(filter)
  })
  it('is nothing for no filter', () => expect(searchOf({ categories: [] })).toBe(''))
})

describe('boundsOf', () => {
  it.each([
    [
      { categories: [], from: '2024-02', to: '2024-02' },
      { first: '2024-02-01', last: '2024-02-29' },
    ],
    [
      { categories: [], from: '2022-01-05' },
      { first: '2022-01-05', last: '' },
    ],
    [{ categories: [] }, { first: '', last: '' }],
  ] as [Filter, { first: string; last: string }][])('of %j', (filter, bounds) => {
    expect(boundsOf(filter)).toEqual(bounds)
  })
  it('knows a filter that lets everything through', () => {
    expect(isEmpty({ categories: [] })).toBe(true)
    expect(isEmpty({ categories: [], to: '2022-01' })).toBe(false)
  })
})
