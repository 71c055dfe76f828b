import { expect, it } from 'vitest'
import { spellCount, spellDuration, spellMeasure } from '../../src/publisher/spell-number.ts'

it('counts in whole numbers with commas', () => {
  expect([0, 999, 1000, 2500.4, 1_234_567].map(spellCount)).toEqual([
    '0',
    '999',
    '1,000',
    '2,500',
    '1,234,567',
  ])
})

it('measures with about three digits', () => {
  expect([0, 0.0304, 0.9996, 1.005, 9.999, 41.23, 99.94, 99.96, 2514].map(spellMeasure)).toEqual([
    '0.000',
    '0.030',
    '1.00',
    '1.00',
    '10.0',
    '41.2',
    '99.9',
    '100',
    '2,514',
  ])
})

it('spells durations by their two largest units', () => {
  expect([0, 400, 8400, 59_700, 250_000, 7_500_000, 3_599_900].map(spellDuration)).toEqual([
    '1 s',
    '1 s',
    '8 s',
    '1 min 0 s',
    '4 min 10 s',
    '2 h 5 min',
    '1 h 0 min',
  ])
})
