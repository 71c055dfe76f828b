import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Day } from '../../src/archive/day.ts'
import { MAX_BUCKETS, MAX_SEGMENTS } from '../../src/archive/limits.ts'
import { bucketsFor, planSegments, type Range } from '../../src/publisher/plan-segments.ts'

/** As in the source: the smallest segments, and where a busy day may be cut. */
const LEAF = 256

interface DayCount {
  readonly day: Day
  readonly count: number
}

const dayAt = (number: number): Day => new Date(number * 86_400_000).toISOString().slice(0, 10) as Day
const FIRST = Date.UTC(2005, 0, 1) / 86_400_000

/** So many articles, so many a day, from 2005 on. */
const steady = (articles: number, aDay: number): DayCount[] =>
  Array.from({ length: Math.ceil(articles / aDay) }, (_, place) => ({
    day: dayAt(FIRST + place),
    count: Math.min(aDay, articles - place * aDay),
  }))

/** Days of which most have few articles and some very many, with gaps between them. */
const days = fc
  .array(
    fc.record({
      gap: fc.oneof(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 900 })),
      count: fc.oneof(
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 1, max: 700 }),
        fc.integer({ min: 1, max: 90_000 }),
      ),
    }),
    { minLength: 1, maxLength: 40 },
  )
  .map((steps) => {
    let at = FIRST
    return steps.map(({ gap, count }): DayCount => {
      at += gap
      return { day: dayAt(at), count }
    })
  })

/**
 * The worst that there may be, in 2 ** bits days from the first: each half of the calendar has an article, and the
 * older half so many more than all that follow it that it is cut again. Nobody has such an archive, but an index of
 * more segments than a root may name would leave it without any reader.
 */
const crooked = (first: number, bits: number, depth: number, after = 0): DayCount[] => {
  const newest: DayCount[] = [{ day: numbered(first + 2 ** bits - 1), count: 9 * after + LEAF + 50 }]
  for (let bit = 0; bit < bits - 1; bit++)
    newest.unshift({ day: numbered(first + 2 ** bits - 1 - 2 ** bit), count: 1 })
  const older: DayCount[] =
    depth > 1
      ? crooked(first, bits - 1, depth - 1, countOf(newest) + after)
      : [{ day: numbered(first), count: 1 }]
  return [...older, ...newest]
}

/** The day with this number in the calendar, from the year 0 on. */
const numbered = (number: number): Day => dayAt(number - 719_528)

const countOf = (entries: readonly DayCount[]): number => entries.reduce((sum, { count }) => sum + count, 0)

/** Where each day begins, and the end. */
const startsOf = (entries: readonly DayCount[]): number[] => {
  const starts = [0]
  for (const { count } of entries) starts.push((starts.at(-1) as number) + count)
  return starts
}

const written = ({ start, end }: Range): string => `${start}-${end}`

describe('segments', () => {
  it('are none of an empty archive, and one of a small one', () => {
    expect(planSegments([])).toEqual([])
    expect(planSegments(steady(LEAF, 5))).toEqual([{ start: 0, end: LEAF }])
  })

  it('hold every article once, in order', () => {
    fc.assert(
      fc.property(days, (entries) => {
        const segments = planSegments(entries)
        let at = 0
        for (const { start, end } of segments) {
          expect(start).toBe(at)
          expect(end).toBeGreaterThan(start)
          at = end
        }
        expect(at).toBe(countOf(entries))
      }),
    )
  })

  it('are whole days, or a part of one day that begins and ends at multiples of the smallest', () => {
    fc.assert(
      fc.property(days, (entries) => {
        const starts = startsOf(entries)
        for (const { start, end } of planSegments(entries)) {
          const [from, to] = [starts.findLast((day) => day <= start) ?? 0, starts.find((day) => day >= end)]
          if (starts.includes(start) && starts.includes(end)) continue
          expect((start - from) % LEAF).toBe(0)
          expect(end === to || (end - from) % LEAF === 0).toBe(true)
          expect(starts.filter((day) => day > start && day < end)).toEqual([])
        }
      }),
    )
  })

  it('hang on days and counts alone: several entries of a day are as one', () => {
    const halved = (entries: readonly DayCount[]) =>
      entries.flatMap(({ day, count }) =>
        count < 2
          ? { day, count }
          : [
              { day, count: 1 },
              { day, count: count - 1 },
            ],
      )
    fc.assert(
      fc.property(days, (entries) => {
        expect(planSegments(halved(entries))).toEqual(planSegments(entries))
      }),
    )
  })

  it.each([1, 10, 50, 1480, 40_000, 1_000_000])(
    'are few, be the archive as large as it may, with %i articles a day',
    (aDay) => {
      for (const articles of [1, 300, 1000, 10_000, 100_000, 1_000_000]) {
        // A day an article is a history of 2,700 years.
        if (articles / aDay > 100_000) continue
        expect(planSegments(steady(articles, aDay)).length).toBeLessThanOrEqual(
          4 + 1.5 * Math.log2(articles / LEAF + 1),
        )
      }
    },
  )

  it('are no more than a root may name, whatever the days', () => {
    expect(planSegments(crooked(0, 20, 4)).length).toBeLessThanOrEqual(MAX_SEGMENTS)
    expect(countOf(crooked(0, 20, 4))).toBeLessThan(1_000_000)
    fc.assert(
      fc.property(days, (entries) => {
        expect(planSegments(entries).length).toBeLessThanOrEqual(MAX_SEGMENTS)
      }),
    )
  })

  it('take the undated, the oldest years and the latest', () => {
    const entries = ['0000-00-00', '0001-01-01', '0099-12-31', '9999-12-31'].map((day) => ({
      day: day as Day,
      count: 300,
    }))
    const segments = planSegments(entries)
    expect(segments).toEqual([
      { start: 0, end: 900 },
      { start: 900, end: 900 + LEAF },
      { start: 900 + LEAF, end: 1200 },
    ])
  })
})

/** Articles in segments that there were not before. */
const renewed = (before: readonly Range[], after: readonly Range[]): number => {
  const known = new Set(before.map(written))
  return after
    .filter((range) => !known.has(written(range)))
    .reduce((sum, { start, end }) => sum + end - start, 0)
}

describe('an article that comes', () => {
  it('at the end leaves all segments but the last, or joins whole ones', () => {
    fc.assert(
      fc.property(days, fc.nat(40), (entries, gap) => {
        const before = planSegments(entries)
        const { day, count } = entries.at(-1) as DayCount
        const next = dayAt(Date.parse(day) / 86_400_000 + gap)
        const more =
          gap === 0
            ? [...entries.slice(0, -1), { day, count: count + 1 }]
            : [...entries, { day: next, count: 1 }]
        const ends = new Set(before.slice(0, -1).map(({ end }) => end))
        const last = before.at(-1) as Range
        for (const { start, end } of planSegments(more)) {
          if (start >= last.start) continue
          expect(start === 0 || ends.has(start)).toBe(true)
          expect(ends.has(end) || end >= last.end).toBe(true)
        }
      }),
    )
  })

  it('with others, push by push, costs a segment of the smallest a push, all larger ones counted', {
    timeout: 60_000,
  }, () => {
    const [aDay, pushes, articles] = [60, 4, 30_000]
    let work = 0
    let before: Range[] = []
    for (let count = aDay / pushes; count <= articles; count += aDay / pushes) {
      const after = planSegments(steady(count, aDay))
      work += renewed(before, after)
      before = after
    }
    expect(work / (articles / (aDay / pushes))).toBeLessThan(1.5 * LEAF)
  })

  it('with 49 others changes at most 24 files, in 28 of the 30 pushes of a busy day', {
    timeout: 60_000,
  }, () => {
    const [aDay, push, bytes] = [1480, 50, 5200]
    const pushes: number[] = []
    let entries = steady(20_000, aDay)
    let before = new Set(planSegments(entries).map(written))
    while (pushes.length < 300) {
      const { day, count } = entries.at(-1) as DayCount
      const next = dayAt(Date.parse(day) / 86_400_000 + 1)
      entries =
        count < aDay
          ? entries.with(-1, { day, count: Math.min(aDay, count + push) })
          : [...entries, { day: next, count: push }]
      const after = planSegments(entries)
      const files = after
        .filter((range) => !before.has(written(range)))
        .map(({ start, end }) => bucketsFor(end - start, (end - start) * bytes, 7 * 1024) + 1)
      pushes.push(files.reduce((sum, each) => sum + each))
      before = new Set(after.map(written))
    }
    expect(pushes.filter((files) => files <= 24).length / pushes.length).toBeGreaterThanOrEqual(28 / 30)
  })

  it('late changes the segment that its day is in, and no other', () => {
    const entries = steady(20_000, 50)
    const before = planSegments(entries)
    for (const place of [3, 150, 250, 333]) {
      const late = entries.map((each, at) => (at === place ? { ...each, count: each.count + 1 } : each))
      const own = before.findIndex(({ end }) => end > 50 * place)
      const shifted = before.map(({ start, end }, at) => ({
        start: at > own ? start + 1 : start,
        end: at >= own ? end + 1 : end,
      }))
      expect(planSegments(late)).toEqual(shifted)
    }
  })
})

describe('the buckets of a segment', () => {
  const bytes = fc.nat(50_000_000_000)
  const aim = fc.constantFrom(8 * 1024, 64 * 1024)

  it('are a power of two that the format allows', () => {
    fc.assert(
      fc.property(fc.nat(10_000_000), bytes, aim, (articles, size, each) => {
        const buckets = bucketsFor(articles, size, each)
        expect(Number.isInteger(Math.log2(buckets))).toBe(true)
        expect(buckets).toBeGreaterThanOrEqual(1)
        expect(buckets).toBeLessThanOrEqual(MAX_BUCKETS)
      }),
    )
  })

  it('are of the size that suits the host, but of the newest segments not many', () => {
    expect(bucketsFor(100_000, 100_000 * 5000, 8 * 1024)).toBe(2 ** 14)
    expect(bucketsFor(100_000, 100_000 * 5000, 64 * 1024)).toBe(2 ** 11)
    expect(bucketsFor(LEAF, LEAF * 5000, 8 * 1024)).toBe(16)
    expect(bucketsFor(LEAF / 4, (LEAF / 4) * 5000, 8 * 1024)).toBe(4)
    expect(bucketsFor(LEAF + 1, (LEAF + 1) * 5000, 8 * 1024)).toBe(64)
    expect(bucketsFor(LEAF, LEAF * 5000, 64 * 1024)).toBe(8)
    expect(bucketsFor(3, 900, 8 * 1024)).toBe(1)
    expect(bucketsFor(0, 0, 8 * 1024)).toBe(1)
  })
})
