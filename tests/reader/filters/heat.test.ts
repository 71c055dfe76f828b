import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { busiestOf, HEAT_STEPS, heatOf } from '../../../src/reader/filters/heat.ts'

describe('the heat of a day', () => {
  it('is none without articles and the highest on the busiest day', () => {
    expect(heatOf(0, 40)).toBe(0)
    expect(heatOf(40, 40)).toBe(HEAT_STEPS)
  })

  it('is one step for each fifth of the busiest day', () => {
    expect([1, 20, 21, 40, 41, 60, 80, 81, 100].map((count) => heatOf(count, 100))).toEqual([
      1, 1, 2, 2, 3, 3, 4, 5, 5,
    ])
  })

  it('never hides a day that has an article, and never falls as the count grows', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), fc.integer({ min: 1, max: 5000 }), (a, b) => {
        const [less, more] = [Math.min(a, b), Math.max(a, b)]
        return heatOf(less, more) >= 1 && heatOf(less, more) <= heatOf(more, more)
      }),
    )
  })

  it('is measured against the busiest day shown, of which there may be none', () => {
    expect(
      busiestOf(
        new Map([
          ['2022-01-01', 3],
          ['2022-01-02', 9],
        ]),
      ),
    ).toBe(9)
    expect(busiestOf(new Map())).toBe(0)
    expect(heatOf(0, busiestOf(new Map()))).toBe(0)
  })
})
