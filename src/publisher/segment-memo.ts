import { type Segment, segmentPaths } from '../archive/segments.ts'
import type { Weight } from './edition-weight.ts'

/** A segment of the search index as the next publish needs to know it. */
export interface SegmentMemo extends Segment {
  readonly weight: Weight
}

/** What a root says of segments. */
export const segmentOf = ({ day, count, name, buckets }: SegmentMemo): Segment => ({
  day,
  count,
  name,
  buckets,
})

/** The files of segments that are not among those that stay. */
export const pathsOfOthers = (old: readonly Segment[], stay: readonly Segment[]): string[] => {
  const names = new Set(stay.map(({ name }) => name))
  return old.filter(({ name }) => !names.has(name)).flatMap(segmentPaths)
}

/** Tells whether a path is of one of these segments. */
export const segmentFinder = (segments: readonly Segment[]): ((path: string) => boolean) => {
  const names = new Set(segments.map(({ name }) => name))
  return (path) => {
    const [, first = '', rest = ''] = /^archive\/search\/(.)\/([^/]+)\//.exec(path) ?? []
    return names.has(first + rest)
  }
}
