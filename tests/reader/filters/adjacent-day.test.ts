import { beforeAll, describe, expect, it } from 'vitest'
import { adjacentDay } from '../../../src/reader/filters/adjacent-day.ts'
import type { Archive } from '../../../src/reader/library/archive.ts'
import { type Filter, NO_FILTER } from '../../../src/reader/library/filter.ts'
import { post, publishPosts, serveFiles } from '../published.ts'

let archive: Archive
beforeAll(async () => {
  const files = await publishPosts({
    ...post('2021-12-08 09:00', 'first', { categories: 'hongguan' }),
    ...post('2022-01-07 09:00', 'second', { categories: 'zhengquan' }),
    ...post('2022-01-21 09:00', 'third', { categories: 'hongguan' }),
    ...post('2022-01-21 10:00', 'fourth', { categories: 'zhengquan' }),
    ...post('2022-06-14 09:00', 'fifth', { categories: 'zhengquan' }),
  })
  archive = serveFiles(files).archive
})

const on = (day: string, ...categories: string[]): Filter => ({ categories, from: day, to: day })

describe('the day before', () => {
  it('is the nearest one that has articles, over months and years without any', async () => {
    expect(await adjacentDay(archive, on('2022-06-14'), -1)).toBe('2022-01-21')
    expect(await adjacentDay(archive, on('2022-01-21'), -1)).toBe('2022-01-07')
    expect(await adjacentDay(archive, on('2022-01-07'), -1)).toBe('2021-12-08')
  })

  it('is none before the first', async () => {
    expect(await adjacentDay(archive, on('2021-12-08'), -1)).toBeUndefined()
  })

  it('without dates is the newest day: the first step back from now', async () => {
    expect(await adjacentDay(archive, NO_FILTER, -1)).toBe('2022-06-14')
    expect(await adjacentDay(archive, { categories: ['hongguan'] }, -1)).toBe('2022-01-21')
  })

  it('counts only the chosen categories', async () => {
    expect(await adjacentDay(archive, on('2022-06-14', 'hongguan'), -1)).toBe('2022-01-21')
    expect(await adjacentDay(archive, on('2022-01-21', 'hongguan'), -1)).toBe('2021-12-08')
  })

  it('of a month or a range lies before its start', async () => {
    expect(await adjacentDay(archive, { categories: [], from: '2022-01', to: '2022-01' }, -1)).toBe(
      '2021-12-08',
    )
    const range = { categories: [], from: '2022-01-10', to: '2022-02-10' }
    expect(await adjacentDay(archive, range, -1)).toBe('2022-01-07')
  })
})

describe('the day after', () => {
  it('is the nearest one that has articles', async () => {
    expect(await adjacentDay(archive, on('2021-12-08'), 1)).toBe('2022-01-07')
    expect(await adjacentDay(archive, on('2022-01-21'), 1)).toBe('2022-06-14')
    expect(await adjacentDay(archive, on('2021-12-08', 'hongguan'), 1)).toBe('2022-01-21')
  })

  it('is none after the last, nor where no day is chosen', async () => {
    expect(await adjacentDay(archive, on('2022-06-14'), 1)).toBeUndefined()
    expect(await adjacentDay(archive, NO_FILTER, 1)).toBeUndefined()
  })

  it('of a month lies after its end', async () => {
    expect(await adjacentDay(archive, { categories: [], from: '2022-01', to: '2022-01' }, 1)).toBe(
      '2022-06-14',
    )
  })
})
