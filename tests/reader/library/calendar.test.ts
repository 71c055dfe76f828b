import { beforeAll, describe, expect, it } from 'vitest'
import { dayCountsOf, monthsOfYear, yearsOf } from '../../../src/reader/library/calendar.ts'
import { postsOn, publishPosts, type ServedArchive, serveFiles } from '../published.ts'

let served: ServedArchive
beforeAll(async () => {
  served = serveFiles(
    await publishPosts({
      ...postsOn(['2020-02-29', '2022-01-01', '2022-01-31'], 6, ['gushi', 'haiwai', 'haiwai']),
      'no-date.md': '---\ntitle: 没有日期\n---\n正文\n',
    }),
  )
})

describe('the calendar', () => {
  it('knows the years and months that hold dated articles', async () => {
    expect(await yearsOf(served.archive)).toEqual([
      { year: '2020', count: 6 },
      { year: '2022', count: 12 },
    ])
    expect(await monthsOfYear(served.archive, '2022')).toEqual([{ month: '2022-01', count: 12 }])
    expect(await monthsOfYear(served.archive, '2021')).toEqual([])
  })

  it('counts the days of a month, of all or of some categories', async () => {
    expect([...(await dayCountsOf(served.archive, [], '2022-01'))]).toEqual([
      ['2022-01-01', 6],
      ['2022-01-31', 6],
    ])
    expect([...(await dayCountsOf(served.archive, ['gushi'], '2020-02'))]).toEqual([['2020-02-29', 2]])
    expect([...(await dayCountsOf(served.archive, ['gushi', 'haiwai'], '2020-02'))]).toEqual([
      ['2020-02-29', 6],
    ])
    expect((await dayCountsOf(served.archive, ['nirgends'], '2022-01')).size).toBe(0)
    expect((await dayCountsOf(served.archive, [], '2021-06')).size).toBe(0)
  })
})
