import { describe, expect, it } from 'vitest'
import { todayIn, typedPeriods } from '../../../src/reader/search/typed-periods.ts'

const TODAY = '2022-06-15'
const NEWEST = '2022-06-14'

/** What the text names, `from` alone where it is one day or month. */
const periods = (text: string, newest = NEWEST) =>
  typedPeriods(text, TODAY, newest).map(({ from, to }) => (from === to ? from : `${from} ${to}`))

describe('a day that is named', () => {
  it.each([
    ['今天', '2022-06-15'],
    ['昨天', '2022-06-14'],
    ['昨', '2022-06-14'],
    ['前天', '2022-06-13'],
    ['today', '2022-06-15'],
    ['Yesterday', '2022-06-14'],
    ['yest', '2022-06-14'],
    ['本月', '2022-06'],
    ['上个月', '2022-05'],
  ])('%s is %s', (text, day) => {
    expect(periods(text)).toEqual([day])
  })

  it('crosses months and years', () => {
    expect(typedPeriods('前天', '2022-01-01', NEWEST)).toEqual([{ from: '2021-12-30', to: '2021-12-30' }])
  })

  it('is not meant by a single letter, nor by other words', () => {
    for (const text of ['t', 'y', '', ' ', '天', '茅台', '昨天的', 'todays'])
      expect(periods(text)).toEqual([])
  })
})

describe('a day or month in figures', () => {
  it.each([
    ['2022-04', '2022-04'],
    ['2022-4', '2022-04'],
    ['2022/04/1', '2022-04-01'],
    ['2022.4.10', '2022-04-10'],
    ['2022-04-10', '2022-04-10'],
    ['２０２２年４月１０日', '2022-04-10'],
    ['2022年4月', '2022-04'],
    ['2022年4月10', '2022-04-10'],
    ['2022年4', '2022-04'],
    ['202204', '2022-04'],
    ['20220410', '2022-04-10'],
    ['2021年', '2021-01 2021-12'],
    ['2021', '2021-01 2021-12'],
    [' 2022-04 ', '2022-04'],
  ])('%s is %s', (text, expected) => {
    expect(periods(text)).toEqual([expected])
  })

  it.each([
    '2022-13',
    '2022-00',
    '2022-02-30',
    '20221301',
    '600519',
    '000001',
    '2023',
    '0000',
    '5000',
    '2022-',
  ])('%s is none', (text) => {
    expect(periods(text)).toEqual([])
  })
})

describe('a day without a year', () => {
  it.each([
    ['4月10日', '2022-04-10'],
    ['4月10', '2022-04-10'],
    ['4-10', '2022-04-10'],
    ['4/10', '2022-04-10'],
    ['4月10号', '2022-04-10'],
    ['4月', '2022-04'],
    ['6月14日', '2022-06-14'],
    ['6月15日', '2021-06-15'],
    ['6月', '2022-06'],
    ['12月', '2021-12'],
  ])('%s is the latest one not after the newest article: %s', (text, expected) => {
    expect(periods(text)).toEqual([expected])
  })

  it('may lie leap years back', () => {
    expect(periods('2月29日')).toEqual(['2020-02-29'])
    expect(periods('2月29日', '1904-02-28')).toEqual(['1896-02-29'])
  })

  it('that no year has is none', () => {
    for (const text of ['2月30日', '13月', '0月', '4月31日']) expect(periods(text)).toEqual([])
  })
})

describe('today', () => {
  const now = new Date('2022-06-14T17:30:00Z')

  it('is the day in the site’s zone, not in the reader’s', () => {
    expect(todayIn('Asia/Shanghai', now)).toBe('2022-06-15')
    expect(todayIn('UTC', now)).toBe('2022-06-14')
    expect(todayIn('America/Los_Angeles', now)).toBe('2022-06-14')
  })

  it('is the one in UTC where the zone is unknown', () => {
    expect(todayIn('Mars/Olympus', now)).toBe('2022-06-14')
  })
})
