import { expect } from 'vitest'
import type { Article } from '../../src/archive/article.ts'
import { type Segment, segmentPaths } from '../../src/archive/segments.ts'
import { FOLLOWER_BITS } from '../../src/archive/terms.ts'
import { RUN_ARTICLES, TermRun } from '../../src/publisher/crew/term-run.ts'
import { packsOfSegment, postingsInSegment } from '../archive/read-segment.ts'

/** An article, and where it stands: in which body pack, at which place of it. */
export interface PlacedArticle {
  readonly article: Article
  readonly pack: string
  readonly place: number
}

/**
 * Reads every file of a search index: the tables name each article once, in the archive's order, and the buckets have
 * each of its terms. All articles are given, from the oldest.
 */
export const expectWholeIndex = async (
  url: string,
  segments: readonly Segment[],
  articles: readonly PlacedArticle[],
): Promise<void> => {
  let first = 0
  for (const segment of segments) {
    const files = new Map<string, Uint8Array>()
    for (const path of segmentPaths(segment)) {
      const response = await fetch(url + path)
      expect([path, response.status]).toEqual([path, 200])
      files.set(path, new Uint8Array(await response.arrayBuffer()))
    }
    const own = articles.slice(first, first + segment.count)
    const at = (path: string): Uint8Array => files.get(path) as Uint8Array
    expect(placesIn(segment, at)).toEqual(own.map(({ pack, place }) => `${pack} ${place}`))
    expectTerms(segment, at, own)
    first += segment.count
  }
  expect(first).toBe(articles.length)
}

/** What the tables of a segment say, article by article: pack and place. */
const placesIn = (segment: Segment, files: (path: string) => Uint8Array): string[] =>
  packsOfSegment(segment, files).flatMap(({ name, from, count }) =>
    Array.from({ length: count }, (_, place) => `${name} ${from + place}`),
  )

const run = new TermRun()

const expectTerms = (
  segment: Segment,
  files: (path: string) => Uint8Array,
  articles: readonly PlacedArticle[],
): void => {
  const shall = new Map<number, number[]>()
  for (let start = 0; start < articles.length; start += RUN_ARTICLES) {
    run.clear()
    for (const { article } of articles.slice(start, start + RUN_ARTICLES)) run.add(article)
    const { keys, values } = run.parted()
    for (const [at, key] of keys.entries())
      shall.set(key, [...(shall.get(key) ?? []), start + ((values[at] as number) >>> FOLLOWER_BITS)])
  }
  for (const [key, places] of shall) {
    const found = new Set(postingsInSegment(segment, key, files)?.places)
    // Other terms may share the key, as far as the bucket keeps it.
    expect([key, ...places.filter((place) => !found.has(place))]).toEqual([key])
  }
}
