import { describe, expect, it } from 'vitest'
import type { Filter } from '../../../src/reader/library/filter.ts'
import { withSuggestion, withWords } from '../../../src/reader/search/search-changes.ts'

const filter: Filter = { categories: ['a'], from: '2022-01', to: '2022-02', words: '茅台', order: 'best' }

describe('searching', () => {
  it('keeps categories, dates and order in force', () => {
    expect(withWords(filter, ' 热电联产 ')).toEqual({ ...filter, words: '热电联产' })
  })

  it('for nothing takes the words off, and the order with them', () => {
    expect(withWords(filter, '  ')).toEqual({ categories: ['a'], from: '2022-01', to: '2022-02' })
  })
})

describe('a suggestion', () => {
  it.each(['search', 'recent'] as const)('of the kind “%s” sets the words', (kind) => {
    expect(withSuggestion(filter, { kind, words: '股' })).toEqual({ ...filter, words: '股' })
  })

  it('of a category takes the place of those chosen', () => {
    const entry = { slug: 'b', name: '乙', count: 1 }
    expect(withSuggestion(filter, { kind: 'category', entry })).toEqual({ ...filter, categories: ['b'] })
  })

  it('of a period takes the place of the dates', () => {
    const period = { kind: 'period', from: '2022-04-10', to: '2022-04-10' } as const
    expect(withSuggestion(filter, period)).toEqual({ ...filter, from: '2022-04-10', to: '2022-04-10' })
    expect(withSuggestion({ categories: [] }, period)).toEqual({
      categories: [],
      from: '2022-04-10',
      to: '2022-04-10',
    })
  })
})
