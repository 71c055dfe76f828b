import { expect } from 'vitest'
import type { Article } from '../../src/archive/article.ts'
import { bucketOf, postingsIn } from '../../src/archive/search-bucket.ts'
import {
  aPackTable,
  bucketPath,
  packTablePath,
  type Segment,
  segmentPaths,
} from '../../src/archive/segments.ts'
import { FOLLOWER_BITS } from '../../src/archive/terms.ts'
import { RUN_ARTICLES, TermRun } from '../../src/publisher/crew/term-run.ts'

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
    expect(placesIn(segment, files)).toEqual(own.map(({ pack, place }) => `${pack} ${place}`))
    expectTerms(segment, files, own)
    first += segment.count
  }
  expect(first).toBe(articles.length)
}

/** What the tables of a segment say, article by article: pack and place. */
const placesIn = ({ name }: Segment, files: ReadonlyMap<string, Uint8Array>): string[] => {
  const places: string[] = []
  for (let table = 0; files.has(packTablePath(name, table)); table++) {
    const path = packTablePath(name, table)
    const { packs } = aPackTable(JSON.parse(new TextDecoder().decode(files.get(path))), path)
    for (const pack of packs)
      for (let place = 0; place < pack.count; place++) places.push(`${pack.name} ${pack.from + place}`)
  }
  return places
}

const run = new TermRun()

const expectTerms = (
  { name, count, buckets }: Segment,
  files: ReadonlyMap<string, Uint8Array>,
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
    const bucket = bucketOf(key, buckets)
    const bytes = files.get(bucketPath(name, bucket)) as Uint8Array
    const found = new Set(postingsIn(bytes, key, { buckets, articles: count })?.places)
    // Other terms may share the key, as far as the bucket keeps it.
    expect([key, ...places.filter((place) => !found.has(place))]).toEqual([key])
  }
}
