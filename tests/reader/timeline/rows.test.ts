import { describe, expect, it } from 'vitest'
import type { Headline } from '../../../src/archive/headline.ts'
import { nextHeadline, rowOf, rowsOf } from '../../../src/reader/timeline/rows.ts'

const headline = (day: string, name: string): Headline => ({
  permalink: `/${name}.html`,
  day,
  time: '09:00',
  title: name,
  excerpt: '',
  categories: [],
})
const rows = rowsOf(
  [headline('2022-06-14', 'a'), headline('2022-06-14', 'b'), headline('2022-05-31', 'c')],
  true,
)

describe('the rows of a list', () => {
  it('put each day’s heading before its headlines', () => {
    expect(rows.map((row) => (row.kind === 'day' ? row.day : row.headline.title))).toEqual([
      '2022-06-14',
      'a',
      'b',
      '2022-05-31',
      'c',
    ])
  })

  it('know the day of every row', () => {
    expect(rows.map(({ day }) => day.slice(5))).toEqual(['06-14', '06-14', '06-14', '05-31', '05-31'])
  })

  it('have no headings where the days come in any order', () => {
    const found = [headline('2022-06-14', 'a'), headline('2022-06-20', 'b'), headline('2022-06-14', 'c')]
    const rows = rowsOf(found, false)
    expect(rows.map(({ kind, day }) => `${kind} ${day.slice(5)}`)).toEqual([
      'headline 06-14',
      'headline 06-20',
      'headline 06-14',
    ])
    expect(rowOf(rows, '/c.html')).toBe(2)
  })

  it('are none for an empty list', () => {
    expect(rowsOf([], true)).toEqual([])
  })
})

describe('the next headline', () => {
  it('passes over the headings', () => {
    expect(nextHeadline(rows, 2, 1)).toBe(4)
    expect(nextHeadline(rows, 4, -1)).toBe(2)
    expect(nextHeadline(rows, -1, 1)).toBe(1)
  })

  it('is none past either end', () => {
    expect(nextHeadline(rows, 4, 1)).toBeUndefined()
    expect(nextHeadline(rows, 1, -1)).toBeUndefined()
  })
})

describe('the row of an article', () => {
  it('is found by its permalink', () => {
    expect(rowOf(rows, '/c.html')).toBe(4)
    expect(rowOf(rows, '/none.html')).toBe(-1)
  })
})
