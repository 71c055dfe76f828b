import fc from 'fast-check'
import { expect, it } from 'vitest'
import { newColumns, sortPostings } from '../../../src/publisher/crew/sort-postings.ts'

/** Keys of one part: the bits above are the same in all. */
const keys = fc.array(fc.oneof(fc.nat(2 ** 22 - 1), fc.nat(20)), { maxLength: 300 })

it('sorts by the lowest 22 bits, and leaves those of one key in their order', () => {
  fc.assert(
    fc.property(keys, fc.nat(255), (lowest, part) => {
      // Longer than what is sorted: the rest is not looked at.
      const [columns, spare] = [newColumns(310), newColumns(310)]
      const postings = lowest.map((low, place): [number, number] => [part * 2 ** 22 + low, place])
      for (const [at, [key, place]] of postings.entries()) {
        columns.keys[at] = key
        columns.values[at] = place
      }
      columns.keys.fill(7, lowest.length)
      sortPostings(columns, spare, lowest.length)
      const sorted = lowest.map((_, at) => [columns.keys[at], columns.values[at]])
      expect(sorted).toEqual(postings.toSorted((a, b) => a[0] - b[0] || a[1] - b[1]))
      expect(columns.keys.subarray(lowest.length).every((key) => key === 7)).toBe(true)
    }),
  )
})

it('sorts many', () => {
  const count = 100_000
  const [columns, spare] = [newColumns(count), newColumns(count)]
  for (let at = 0; at < count; at++) {
    columns.keys[at] = (at * 2_654_435_761) % 2 ** 22
    columns.values[at] = at
  }
  const shall = columns.keys.toSorted()
  sortPostings(columns, spare, count)
  expect(columns.keys).toEqual(shall)
})
