import { expect, it } from 'vitest'
import { aSegment, segmentPaths } from '../../src/archive/segments.ts'
import { NO_WEIGHT } from '../../src/publisher/edition-weight.ts'
import {
  pathsOfOthers,
  type SegmentMemo,
  segmentFinder,
  segmentOf,
} from '../../src/publisher/segment-memo.ts'

const memo = (name: string, buckets = 2): SegmentMemo => ({
  day: '2022-01-04',
  count: 1500,
  name,
  buckets,
  weight: NO_WEIGHT,
})

const [A, B, C] = [memo('aaaaaaaaaaaa'), memo('abbbbbbbbbbb'), memo('cccccccccccc', 1)]

it('says to a root what the format has of a segment, and no more', () => {
  const segment = segmentOf(A)
  expect(segment).toEqual({ day: '2022-01-04', count: 1500, name: 'aaaaaaaaaaaa', buckets: 2 })
  expect(aSegment(segment, 'segment')).toEqual(segment)
})

it('names the files of segments that go', () => {
  expect(pathsOfOthers([A, C], [B, C])).toEqual([
    'archive/search/a/aaaaaaaaaaa/0.bin',
    'archive/search/a/aaaaaaaaaaa/1.bin',
    'archive/search/a/aaaaaaaaaaa/packs-0.bin',
  ])
  expect(pathsOfOthers([A, C], [C, A])).toEqual([])
})

it('knows the files of segments, and no others', () => {
  const isOfIndex = segmentFinder([A, C])
  for (const path of [A, C].flatMap(segmentPaths)) expect([path, isOfIndex(path)]).toEqual([path, true])
  for (const path of [
    ...segmentPaths(B),
    'archive/root.json',
    'archive/page/a/aaaaaaaaaaa.json',
    'archive/search/aaaaaaaaaaaa',
    'a/archive/search/a/aaaaaaaaaaa/0.bin',
    'archive/search/',
  ])
    expect([path, isOfIndex(path)]).toEqual([path, false])
  expect(segmentFinder([])('archive/search//0.bin')).toBe(false)
})
