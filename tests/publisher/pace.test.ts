import fc from 'fast-check'
import { expect, it } from 'vitest'
import { paceOf } from '../../src/publisher/pace.ts'

const dayAt = (index: number): string =>
  `2022-${String(1 + Math.floor(index / 28)).padStart(2, '0')}-${String(1 + (index % 28)).padStart(2, '0')}`

it.each<[string, [string, number][], number]>([
  ['nothing', [], 0],
  ['undated articles alone', [['0000-00-00', 9]], 0],
  ['days without articles alone', [['2022-01-01', 0]], 0],
  ['one day', [['2022-01-01', 7]], 7],
  [
    'a day cut into entries, an empty day, and the undated',
    [
      ['0000-00-00', 500],
      ['2022-01-01', 4096],
      ['2022-01-01', 904],
      ['2022-01-02', 0],
      ['2022-01-03', 1000],
    ],
    3000,
  ],
  [
    'a gap of years',
    [
      ['2012-01-01', 10],
      ['2022-01-01', 30],
    ],
    20,
  ],
])('the pace of %s', (_, days, pace) => {
  expect(paceOf(days)).toBe(pace)
})

it('is that of the newest 30 days, in whatever order the days come', () => {
  const days = Array.from({ length: 90 }, (_, index): [string, number] => [
    dayAt(index),
    index < 60 ? 1 : index,
  ])
  fc.assert(
    fc.property(fc.shuffledSubarray(days, { minLength: 90 }), (mixed) => {
      expect(paceOf(mixed)).toBe(74.5)
    }),
  )
})
