import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { daysInMonth } from '../../../src/archive/day.ts'
import { dateOf, dayOf, monthOfDate } from '../../../src/reader/filters/plain-dates.ts'

const zone = process.env.TZ
afterEach(() => {
  process.env.TZ = zone
})

const aDay = fc
  .tuple(fc.integer({ min: 1900, max: 2199 }), fc.integer({ min: 1, max: 12 }), fc.nat(30))
  .map(([year, month, day]) => {
    const name = `${year}-${String(month).padStart(2, '0')}`
    return `${name}-${String((day % daysInMonth(name)) + 1).padStart(2, '0')}`
  })

describe('days as dates of the machine’s zone', () => {
  // Zones at both ends of the world, with changes of clocks at midnight, and one that skipped a whole day.
  it.each([
    'Asia/Shanghai',
    'Pacific/Kiritimati',
    'Pacific/Pago_Pago',
    'America/Sao_Paulo',
    'Asia/Beirut',
    'Europe/London',
  ])('come back as the same day in %s', (place) => {
    process.env.TZ = place
    fc.assert(
      fc.property(aDay, (day) => dayOf(dateOf(day)) === day && monthOfDate(dateOf(day)) === day.slice(0, 7)),
    )
  })

  it('do not fall into another day when the clocks change', () => {
    process.env.TZ = 'America/Sao_Paulo'
    // 2018-11-04 had no midnight there.
    expect(dayOf(dateOf('2018-11-04'))).toBe('2018-11-04')
  })

  it('keep four digits in early years', () => {
    expect(dayOf(dateOf('0987-06-05'))).toBe('0987-06-05')
  })
})
