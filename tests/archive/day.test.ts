import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  aDay,
  aMonth,
  dayOfMonth,
  daysInMonth,
  firstDay,
  isDay,
  isMonth,
  lastDay,
  monthOf,
  shiftDay,
  shiftMonth,
  UNDATED,
  UNDATED_MONTH,
  yearOf,
} from '../../src/archive/day.ts'

const MS = 86_400_000

/** The platform's calendar, as the judge: days are numbered from 1970-01-01. */
const dayOf = (number: number): string => new Date(number * MS).toISOString().slice(0, 10)
const numberOf = (day: string): number => Date.parse(`${day}T00:00:00Z`) / MS

const [FIRST, LAST] = [numberOf('0001-01-02'), numberOf('9999-12-30')]
const aNumber = fc.integer({ min: FIRST, max: LAST })
const anyMonth = aNumber.map((number) => dayOf(number).slice(0, 7))

describe('days', () => {
  it('steps as the platform’s calendar does', () => {
    fc.assert(
      fc.property(aNumber, (number) => {
        expect(shiftDay(dayOf(number), 1)).toBe(dayOf(number + 1))
        expect(shiftDay(dayOf(number), -1)).toBe(dayOf(number - 1))
      }),
    )
  })

  it('knows which days exist', () => {
    const part = (max: number) => fc.integer({ min: 0, max })
    fc.assert(
      fc.property(part(9999), part(13), part(32), (year, month, day) => {
        const text = [String(year).padStart(4, '0'), ...[month, day].map((n) => String(n).padStart(2, '0'))]
        const moment = new Date(0)
        moment.setUTCFullYear(year, month - 1, day)
        const exists = year > 0 && moment.toISOString().slice(0, 10) === text.join('-')
        expect(isDay(text.join('-'))).toBe(exists)
      }),
      { numRuns: 1000 },
    )
  })

  it.each([
    '',
    '2022-1-21',
    '2022-01-21\n',
    ' 2022-01-21',
    '2022/01/21',
    '２０２２-01-21',
    '2022-01',
    UNDATED,
  ])('refuses %j', (value) => expect(isDay(value)).toBe(false))

  it('crosses the ends of months, leap years and centuries', () => {
    expect(shiftDay('2020-02-28', 1)).toBe('2020-02-29')
    expect(shiftDay('2100-02-28', 1)).toBe('2100-03-01')
    expect(shiftDay('2200-02-28', 1)).toBe('2200-03-01')
    expect(shiftDay('2000-03-01', -1)).toBe('2000-02-29')
    expect(shiftDay('2022-01-01', -1)).toBe('2021-12-31')
  })
})

describe('months', () => {
  it('have as many days as the platform says', () => {
    fc.assert(
      fc.property(anyMonth, (month) => {
        const next = new Date(Date.UTC(2000, 0, 1))
        next.setUTCFullYear(Number(month.slice(0, 4)), Number(month.slice(5)), 0)
        expect(daysInMonth(month)).toBe(next.getUTCDate())
        expect(lastDay(month)).toBe(next.toISOString().slice(0, 10))
        expect(firstDay(month)).toBe(`${month}-01`)
      }),
    )
  })

  it('step there and back, and end where the calendar does', () => {
    fc.assert(
      fc.property(anyMonth, fc.integer({ min: -600, max: 600 }), (month, steps) => {
        const shifted = shiftMonth(month, steps)
        expect(isMonth(shifted)).toBe(true)
        if (shifted !== month) expect(shiftMonth(shifted, -steps)).toBe(month)
      }),
    )
    expect(shiftMonth('2022-01', -1)).toBe('2021-12')
    expect(shiftMonth('2022-11', 14)).toBe('2024-01')
    expect(shiftMonth('0001-01', -1)).toBe('0001-01')
    expect(shiftMonth('9999-12', 1)).toBe('9999-12')
  })

  it.each(['2022-13', '2022-00', '0000-01', '2022-1', '2022-01-21', ''])('refuses %j', (value) => {
    expect(isMonth(value)).toBe(false)
  })

  it('are found from a day, and lead to one', () => {
    expect(monthOf('2022-04-10')).toBe('2022-04')
    expect(yearOf('2022-04-10')).toBe('2022')
    expect(dayOfMonth('2022-04', 3)).toBe('2022-04-03')
  })
})

describe('the undated', () => {
  it('pass the checks, sort before every real day, and are of their own month', () => {
    expect(aDay(UNDATED, 'it')).toBe(UNDATED)
    expect(aMonth(UNDATED_MONTH, 'it')).toBe(UNDATED_MONTH)
    expect(UNDATED < '0001-01-01').toBe(true)
    expect(monthOf(UNDATED)).toBe(UNDATED_MONTH)
  })

  it('are the only days and months beside the real ones', () => {
    for (const value of ['0000-00-01', '0000-01-01', '2022-00-00', '2022-02-29', 20220121, null])
      expect(() => aDay(value, 'it')).toThrow('it: expected a day YYYY-MM-DD')
    for (const value of ['0000-01', '2022-00', '2022-04-10', 202204])
      expect(() => aMonth(value, 'it')).toThrow('it: expected a month YYYY-MM')
  })
})
