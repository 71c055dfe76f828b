import { describe, expect, it } from 'vitest'
import { MAX_SEGMENTS, SEGMENT_PACKS } from '../../src/archive/limits.ts'
import {
  aPackTable,
  aSearch,
  aSegment,
  bucketPath,
  isBucketCount,
  packTablePath,
  segmentPaths,
} from '../../src/archive/segments.ts'

const NAME = 'abcdefghij27'
const segment = { day: '2022-01-21', count: 2049, name: NAME, buckets: 4 }
const pack = { day: '2022-01-21', name: NAME, from: 0, count: 7 }
const times = <T>(length: number, item: T): T[] => Array.from({ length }, () => item)

describe('a segment', () => {
  it('has a bucket for each number, and a table of packs for each so many articles', () => {
    expect(segmentPaths(segment)).toEqual([
      'archive/search/a/bcdefghij27/0.bin',
      'archive/search/a/bcdefghij27/1.bin',
      'archive/search/a/bcdefghij27/2.bin',
      'archive/search/a/bcdefghij27/3.bin',
      'archive/search/a/bcdefghij27/packs-0.json',
      'archive/search/a/bcdefghij27/packs-1.json',
      'archive/search/a/bcdefghij27/packs-2.json',
    ])
    expect(segmentPaths({ ...segment, count: SEGMENT_PACKS, buckets: 1 })).toEqual([
      bucketPath(NAME, 0),
      packTablePath(NAME, 0),
    ])
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

describe('a table of packs', () => {
  it('has a row for each article at most', () => {
    expect(aPackTable({ packs: times(SEGMENT_PACKS, pack) }, 'it').packs).toHaveLength(SEGMENT_PACKS)
    expect(() => aPackTable({ packs: times(SEGMENT_PACKS + 1, pack) }, 'it')).toThrow('it.packs')
  })

  it.each([
    ['day', ''],
    ['name', 'a/../../../b'],
    ['from', -1],
    ['count', null],
  ])('is refused with %s %j', (field, value) => {
    expect(() => aPackTable({ packs: [{ ...pack, [field]: value }] }, 'it')).toThrow(
      `it.packs[0].${field}: expected`,
    )
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
