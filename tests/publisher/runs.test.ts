import fc from 'fast-check'
import { expect, it } from 'vitest'
import { piecesOf, runsOf } from '../../src/publisher/runs.ts'

it('neighbours with the same key are a run, and what is apart is another', () => {
  expect(runsOf(['a1', 'a2', 'b1', 'a3'], ([key = '']) => key)).toEqual([
    ['a', ['a1', 'a2']],
    ['b', ['b1']],
    ['a', ['a3']],
  ])
  expect(runsOf([], String)).toEqual([])
})

it('runs and pieces hold all items in order', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(2)), fc.integer({ min: 1, max: 5 }), (items, size) => {
      const runs = runsOf(items, String)
      expect(runs.flatMap(([, run]) => run)).toEqual(items)
      expect(runs.every(([key], index) => key !== runs[index + 1]?.[0])).toBe(true)
      const pieces = piecesOf(items, size)
      expect(pieces.flat()).toEqual(items)
      expect(pieces.slice(0, -1).every(({ length }) => length === size)).toBe(true)
      expect(pieces.every(({ length }) => length > 0 && length <= size)).toBe(true)
    }),
  )
})
