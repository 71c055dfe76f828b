import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { monthOf } from '../../../src/archive/day.ts'
import { boundsOf, type Filter } from '../../../src/reader/library/filter.ts'
import { isWithin } from '../../../src/reader/library/months.ts'
import { placesWithin } from '../../../src/reader/library/place-range.ts'

const MONTHS = ['2021-11', '2021-12', '2022-01', '2022-03', '2022-04']
const aDay = fc
  .tuple(fc.constantFrom(...MONTHS), fc.integer({ min: 1, max: 28 }))
  .map(([month, day]) => `${month}-${String(day).padStart(2, '0')}`)
const anEnd = fc.option(fc.oneof(aDay, fc.constantFrom('2020-01', '2022-02', '2023-01', ...MONTHS)), {
  nil: undefined,
})

/** Days of articles in the archive's order, cut into segments, of which the newest `known` months are in the root. */
const archiveOf = (days: readonly string[], size: number, known: number) => {
  const sorted = [...days].sort()
  const starts = Array.from({ length: Math.ceil(sorted.length / size) }, (_, at) => at * size)
  const segments = starts.map((start) => {
    const own = sorted.slice(start, start + size)
    return { day: own[0] as string, count: own.length, name: 'abcdefghij27', buckets: 1 }
  })
  const months = [...new Set(sorted.map(monthOf))].reverse().slice(0, known)
  const recent = months.map((month) => ({
    month,
    count: sorted.filter((day) => monthOf(day) === month).length,
    name: 'abcdefghij27',
  }))
  return { sorted, segments, recent, size }
}

describe('the places of a filter’s dates', () => {
  it('leave out no article that it lets through, and no month that the root tells apart lets another in', () => {
    fc.assert(
      fc.property(
        fc.array(aDay, { minLength: 1, maxLength: 40 }),
        fc.integer({ min: 1, max: 15 }),
        fc.integer({ min: 0, max: 6 }),
        anEnd,
        anEnd,
        (days, size, known, from, to) => {
          const { sorted, segments, recent } = archiveOf(days, size, known)
          const filter: Filter = { categories: [], ...(from && { from }), ...(to && { to }) }
          const within = placesWithin({ recent }, segments, filter)
          const { first, last } = boundsOf(filter)
          const isKnown = (month: string): boolean => recent.some((each) => each.month === month)
          for (const [at, day] of sorted.entries()) {
            const segment = segments[Math.floor(at / size)]
            if (!segment) throw new Error('a place beyond the segments')
            const { start, end } = within(segment)
            const isIn = at % size >= start && at % size < end
            if (isWithin(day, first, last)) expect([day, isIn]).toEqual([day, true])
            else if (isIn && isKnown(monthOf(day)))
              // Of another month it may be only where the root does not know the first of the filter's months.
              expect(
                isWithin(monthOf(day), first && monthOf(first), last && monthOf(last)) ||
                  !recent.length ||
                  monthOf(first) < (recent.at(-1)?.month ?? ''),
              ).toBe(true)
          }
        },
      ),
    )
  })

  it('are all where no dates are asked for', () => {
    const { segments, recent } = archiveOf(['2022-01-01', '2022-03-01', '2022-03-02'], 2, 5)
    const within = placesWithin({ recent }, segments, { categories: [] })
    expect(segments.map(within)).toEqual([
      { start: 0, end: 2 },
      { start: 0, end: 1 },
    ])
  })
})
