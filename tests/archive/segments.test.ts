import { describe, expect, it } from 'vitest'
import { ENCLOSED_TABLE, LARGE_TABLE, MAX_SEGMENTS, WHOLE_TABLE } from '../../src/archive/limits.ts'
import {
  aSearch,
  aSegment,
  bucketPath,
  isBucketCount,
  packTablePath,
  segmentPaths,
  tableSize,
  tablesOf,
} from '../../src/archive/segments.ts'

const NAME = 'abcdefghij27'
const segment = { day: '2022-01-21', count: 2049, name: NAME, buckets: 4 }
const times = <T>(length: number, item: T): T[] => Array.from({ length }, () => item)

describe('a segment', () => {
  it('has a bucket for each number, and a table of packs for each so many articles', () => {
    expect(segmentPaths({ ...segment, count: WHOLE_TABLE + 1 })).toEqual([
      'archive/search/a/bcdefghij27/0.bin',
      'archive/search/a/bcdefghij27/1.bin',
      'archive/search/a/bcdefghij27/2.bin',
      'archive/search/a/bcdefghij27/3.bin',
      ...Array.from(
        { length: WHOLE_TABLE / LARGE_TABLE + 1 },
        (_, table) => `archive/search/a/bcdefghij27/packs-${table}.bin`,
      ),
    ])
    expect(segmentPaths({ ...segment, buckets: 1 })).toEqual([bucketPath(NAME, 0), packTablePath(NAME, 0)])
    expect(segmentPaths({ ...segment, count: ENCLOSED_TABLE, buckets: 1 })).toEqual([bucketPath(NAME, 0)])
  })

  it.each([
    [1, 0],
    [ENCLOSED_TABLE, 0],
    [ENCLOSED_TABLE + 1, 1],
    [WHOLE_TABLE, 1],
    [WHOLE_TABLE + 1, 9],
    [100 * LARGE_TABLE, 100],
    [100 * LARGE_TABLE + 1, 101],
  ])('of %i articles has %i tables of packs besides its buckets', (articles, tables) => {
    expect(tablesOf(articles)).toBe(tables)
    expect(tables * tableSize(articles)).toBeGreaterThanOrEqual(tables === 0 ? 0 : articles)
  })

  it('may hold the undated', () => {
    expect(aSegment({ ...segment, day: '0000-00-00' }, 'it').day).toBe('0000-00-00')
  })

  it.each([
    ['day', '2022-02-30'],
    ['count', -1],
    ['count', 1.5],
    ['name', '../../a.json'],
    ['buckets', '4'],
  ])('is refused with %s %j', (field, value) => {
    expect(() => aSegment({ ...segment, [field]: value }, 'it')).toThrow(`it.${field}: expected`)
  })

  it('is one of so many at most', () => {
    expect(aSearch({ segments: times(MAX_SEGMENTS, segment) }, 'it').segments).toHaveLength(MAX_SEGMENTS)
    expect(() => aSearch({ segments: times(MAX_SEGMENTS + 1, segment) }, 'it')).toThrow('it.segments')
  })
})

it.each([
  [1, true],
  [2, true],
  [1 << 20, true],
  [1 << 21, false],
  [3, false],
  [0, false],
  [-2, false],
  [0.5, false],
  [Number.NaN, false],
])('%d buckets are as many as there may be: %j', (buckets, expected) => {
  expect(isBucketCount(buckets)).toBe(expected)
})
