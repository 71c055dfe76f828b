import { beforeAll, describe, expect, it } from 'vitest'
import { adjacentMonth, monthChoices, monthInYear } from '../../../src/reader/filters/calendar-months.ts'
import type { Archive } from '../../../src/reader/library/archive.ts'
import { postsOn, publishPosts, serveFiles } from '../published.ts'

let archive: Archive
beforeAll(async () => {
  const days = ['2019-11-30', '2021-12-08', '2022-01-07', '2022-06-14', '2022-06-15']
  archive = serveFiles(await publishPosts(postsOn(days, 2, ['a']))).archive
})

describe('the months to choose from', () => {
  it('are those of the shown year that have articles, beside all years', async () => {
    const { years, months } = await monthChoices(archive, '2022-06')
    expect(years).toEqual([
      { year: '2019', count: 2 },
      { year: '2021', count: 2 },
      { year: '2022', count: 6 },
    ])
    expect(months).toEqual([
      { month: '2022-01', count: 2 },
      { month: '2022-06', count: 4 },
    ])
  })
})

describe('a step to the next month', () => {
  it('passes over months and years without articles', async () => {
    expect(await adjacentMonth(archive, '2022-06', -1)).toBe('2022-01')
    expect(await adjacentMonth(archive, '2022-01', -1)).toBe('2021-12')
    expect(await adjacentMonth(archive, '2021-12', -1)).toBe('2019-11')
    expect(await adjacentMonth(archive, '2019-11', 1)).toBe('2021-12')
  })

  it('works from a month that has none itself', async () => {
    expect(await adjacentMonth(archive, '2020-05', -1)).toBe('2019-11')
    expect(await adjacentMonth(archive, '2022-03', 1)).toBe('2022-06')
  })

  it('ends at both ends', async () => {
    expect(await adjacentMonth(archive, '2019-11', -1)).toBeUndefined()
    expect(await adjacentMonth(archive, '2022-06', 1)).toBeUndefined()
  })
})

describe('a change of the year', () => {
  it('keeps the season as well as it can', async () => {
    expect(await monthInYear(archive, '2021-12', '2022')).toBe('2022-06')
    expect(await monthInYear(archive, '2021-03', '2022')).toBe('2022-01')
    expect(await monthInYear(archive, '2022-01', '2019')).toBe('2019-11')
  })
})
