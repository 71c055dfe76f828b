import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type PackRow, readPackTable, writePackTable } from '../../src/archive/pack-table.ts'

const aDay = fc
  .oneof(
    fc.constant(Number.NEGATIVE_INFINITY),
    fc.integer({ min: Date.UTC(1, 0, 400), max: Date.UTC(9999, 11, 31) }),
  )
  .map((moment) =>
    moment < 0 && moment < -1e15 ? '0000-00-00' : new Date(moment).toISOString().slice(0, 10),
  )
  .filter((day) => /^\d{4}-/.test(day))
const aRow: fc.Arbitrary<PackRow> = fc.record({
  day: aDay,
  name: fc.string({ unit: fc.constantFrom(...'abcxyz234567'), minLength: 12, maxLength: 12 }),
  from: fc.nat(5000),
  count: fc.integer({ min: 1, max: 5000 }),
})
const rows = fc
  .array(aRow, { maxLength: 40 })
  .map((some) => some.sort((a, b) => (a.day < b.day ? -1 : Number(a.day > b.day))))

const articlesIn = (packs: readonly PackRow[]): number => packs.reduce((sum, { count }) => sum + count, 0)

describe('a table of packs', () => {
  it('gives back its rows, and tells where it ends', () => {
    fc.assert(
      fc.property(rows, fc.uint8Array({ maxLength: 9 }), (packs, behind) => {
        const table = writePackTable(packs)
        const bytes = Uint8Array.from([...table, ...behind])
        expect(readPackTable(bytes, articlesIn(packs))).toEqual({ packs, end: table.length })
      }),
    )
  })

  it('takes eight bytes or so for a pack', () => {
    const packs = Array.from({ length: 64 }, () => ({
      day: '2022-04-10',
      name: 'a2b3c4d5e6f7',
      from: 0,
      count: 4,
    }))
    expect(writePackTable(packs).length).toBeLessThan(64 * 8.5)
  })

  it('that tells of more or fewer articles than there are is refused', () => {
    const table = writePackTable([{ day: '2022-04-10', name: 'a2b3c4d5e6f7', from: 3, count: 4 }])
    expect(() => readPackTable(table, 3)).toThrow(RangeError)
    expect(() => readPackTable(table, 5)).toThrow(RangeError)
  })

  it('of any bytes at all is refused, or has the shape of one', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 120 }), fc.nat(50), (bytes, articles) => {
        try {
          const { packs, end } = readPackTable(bytes, articles)
          expect(articlesIn(packs)).toBe(articles)
          expect(end).toBeLessThanOrEqual(bytes.length)
        } catch (thrown) {
          expect(thrown).toBeInstanceOf(RangeError)
        }
      }),
      { numRuns: 2000 },
    )
  })

  it('that names a day that there is not is refused', () => {
    // 2022-02-31, as if each month had so many.
    const table = writePackTable([{ day: '2022-02-31', name: 'a2b3c4d5e6f7', from: 0, count: 1 }])
    expect(() => readPackTable(table, 1)).toThrow('a day that there is not')
  })
})
