import { rmSync, statSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { Article } from '../../src/archive/article.ts'
import { ENCLOSED_TABLE } from '../../src/archive/limits.ts'
import { bucketPath, isBucketCount, packTablePath, segmentPaths } from '../../src/archive/segments.ts'
import { shardPath } from '../../src/archive/shard-path.ts'
import { wordKey } from '../../src/archive/terms.ts'
import { openCrew } from '../../src/publisher/crew/crew.ts'
import { RUN_ARTICLES } from '../../src/publisher/crew/term-run.ts'
import type { Edition } from '../../src/publisher/edition.ts'
import { claimFolder, folderEdition } from '../../src/publisher/edition-folder.ts'
import { memoryEdition } from '../../src/publisher/edition-memory.ts'
import type { PackedMemo } from '../../src/publisher/ledger/month-file.ts'
import { indexFilesFor } from '../../src/publisher/plan-segments.ts'
import { silentProgress } from '../../src/publisher/progress.ts'
import type { SegmentMemo } from '../../src/publisher/segment-memo.ts'
import { type Indexing, writeIndex } from '../../src/publisher/write-index.ts'
import { packsOfSegment, postingsInSegment } from '../archive/read-segment.ts'
import { numberedArticles, packArticles } from './packed-articles.ts'
import { filesIn, newFolder } from './site-folder.ts'

/** An index that is made here; what is put is told. */
const openPress = (edition: Edition = memoryEdition(), threads = 0) => {
  const put: string[] = []
  const told: Edition = {
    ...edition,
    put(path, content) {
      put.push(path)
      edition.put(path, content)
    },
  }
  const crew = openCrew(told, threads)
  onTestFinished(crew.close)
  const spool = newFolder()
  const index = (entries: readonly PackedMemo[], options: Partial<Indexing> = {}) => {
    put.length = 0
    return writeIndex(entries, {
      crew,
      edition: told,
      spool,
      progress: silentProgress,
      bucketBytes: 1024,
      known: [],
      isThere: () => true,
      begin: () => {},
      ...options,
    })
  }
  const entriesOf = (articles: readonly Article[], packBytes?: number) =>
    packArticles(edition, articles, packBytes)
  return { index, entriesOf, put, edition }
}

const ofIndex = (paths: Iterable<string>): string[] =>
  [...paths].filter((path) => path.startsWith('archive/search/')).sort()

const pathsOf = (segments: readonly SegmentMemo[]): string[] => segments.flatMap(segmentPaths).sort()

const largestOf = (segments: readonly SegmentMemo[]): SegmentMemo =>
  segments.reduce((a, b) => (b.count > a.count ? b : a))

/** A word that one of the numbered articles has alone. */
const ownWord = (number: number): number => {
  const units = Array.from(`own${number}`, (character) => character.charCodeAt(0))
  return wordKey(units, 0, units.length)
}

describe('the segments of an archive', { timeout: 60_000 }, () => {
  // The oldest of these is larger than a run, and the newest has its packs in its buckets.
  const articles = numberedArticles(6000, 60)

  it.each([
    ['of small packs', 60, 2000],
    ['of packs that are larger than a run, and go on in the next segment', 4000, 2 ** 20],
  ])(
    'are written as the root names them, and lead each word to its article: %s',
    async (_, aDay, packBytes) => {
      const edition = memoryEdition()
      const { index, entriesOf, put } = openPress(edition)
      const articles = numberedArticles(6000, aDay)
      const entries = entriesOf(articles, packBytes)
      const segments = await index(entries)
      expect(segments.length).toBeGreaterThan(3)
      expect(segments[0]?.count).toBeGreaterThan(RUN_ARTICLES)
      expect(segments.at(-1)?.count).toBeLessThanOrEqual(ENCLOSED_TABLE)
      expect(ofIndex(edition.files.keys())).toEqual(pathsOf(segments))
      expect(put.sort()).toEqual(pathsOf(segments))
      let first = 0
      const files = (path: string): Uint8Array => edition.files.get(path) as Uint8Array
      for (const segment of segments) {
        const { day, count, buckets } = segment
        expect([day, isBucketCount(buckets)]).toEqual([articles[first]?.day, true])
        const found = packsOfSegment(segment, files).flatMap((pack) => {
          const json = String(edition.get(shardPath('bodies', pack.name)))
          const own = (JSON.parse(json) as { articles: Article[] }).articles
          expect(own.every((article) => article.day === pack.day)).toBe(true)
          return own.slice(pack.from, pack.from + pack.count)
        })
        expect(found.map(({ permalink }) => permalink)).toEqual(
          articles.slice(first, first + count).map(({ permalink }) => permalink),
        )
        for (let place = 0; place < count; place += 17)
          expect(postingsInSegment(segment, ownWord(first + place), files)?.places).toContain(place)
        first += count
      }
      expect(first).toBe(articles.length)
    },
  )

  it('are foretold in number, and weigh what their files do', async () => {
    const edition = memoryEdition()
    const { index, entriesOf } = openPress(edition)
    const entries = entriesOf(articles)
    for (const bucketBytes of [1024, 64 * 1024]) {
      const segments = await index(entries, { bucketBytes })
      const posts = entries.flatMap((entry) => entry.posts)
      expect(pathsOf(segments)).toHaveLength(indexFilesFor(posts, bucketBytes))
      for (const segment of segments) {
        const paths = segmentPaths(segment)
        const sizes = paths.map((path) => Buffer.byteLength(edition.files.get(path) ?? ''))
        const bytes = sizes.reduce((sum, size) => sum + size)
        expect(segment.weight).toMatchObject({ files: paths.length, bytes })
        expect(segment.weight.largest.bytes).toBe(Math.max(...sizes))
      }
    }
  })

  it('have the same bytes with threads and without', async () => {
    const made = []
    for (const threads of [0, 2]) {
      const out = newFolder()
      claimFolder(out, '/elsewhere')
      const { index, entriesOf } = openPress(folderEdition(out), threads)
      made.push({ segments: await index(entriesOf(articles)), files: filesIn(out) })
    }
    expect(ofIndex(Object.keys(made[0]?.files ?? {})).length).toBeGreaterThan(100)
    expect(made[1]).toEqual(made[0])
  })
})

describe('an index that was made before', () => {
  const articles = numberedArticles(2400, 60)

  it('is left alone when nothing has changed, and knows its weight', async () => {
    const { index, entriesOf, put } = openPress()
    const entries = entriesOf(articles)
    const known = await index(entries)
    expect(await index(entries, { known })).toEqual(known)
    expect(put).toEqual([])
  })

  it.each([
    ['the oldest', 0],
    ['a newer', 2100],
    ['the newest', 2399],
  ])('is made anew of one segment where a text has changed: %s', async (_, number) => {
    const { index, entriesOf, put } = openPress()
    const known = await index(entriesOf(articles))
    const changed = articles.with(number, { ...(articles[number] as Article), html: '<p>改了</p>' })
    const segments = await index(entriesOf(changed), { known })
    const others = segments.filter(({ name }) => !known.some((segment) => segment.name === name))
    expect(segments.map(({ count }) => count)).toEqual(known.map(({ count }) => count))
    expect(others).toHaveLength(1)
    expect(put.sort()).toEqual(pathsOf(others))
    let end = 0
    const own = segments.find(({ count }) => {
      end += count
      return end > number
    })
    expect(others[0]).toBe(own)
  })

  it('has a segment again whose file is lost, with the bytes it had', async () => {
    const out = newFolder()
    claimFolder(out, '/elsewhere')
    const edition = folderEdition(out)
    const { index, entriesOf, put } = openPress(edition)
    const entries = entriesOf(articles)
    const known = await index(entries)
    const files = filesIn(out)
    const largest = largestOf(known)
    for (const lost of [bucketPath(largest.name, 1), packTablePath(largest.name, 0)]) {
      for (const path of Object.keys(files)) utimesSync(join(out, path), 1000, 1000)
      rmSync(join(out, lost))
      expect(await index(entries, { known, isThere: (path) => path !== lost })).toEqual(known)
      expect(put.sort()).toEqual(segmentPaths(largest).sort())
      expect(filesIn(out)).toEqual(files)
      const touched = Object.keys(files).filter((path) => statSync(join(out, path)).mtimeMs !== 1_000_000)
      expect(touched).toEqual([lost])
    }
  })

  it('is another for another size of buckets', async () => {
    const { index, entriesOf } = openPress()
    const entries = entriesOf(articles)
    const [few, many] = [await index(entries, { bucketBytes: 64 * 1024 }), await index(entries)]
    expect(largestOf(few).buckets).toBeLessThan(largestOf(many).buckets)
    const names = new Set(few.filter(({ buckets }) => buckets > 1).map(({ name }) => name))
    expect(many.filter(({ name }) => names.has(name))).toEqual([])
  })

  it('counts the articles that are to be indexed, and no others', async () => {
    const { index, entriesOf } = openPress()
    const entries = entriesOf(articles)
    const told: unknown[] = []
    const progress = {
      start: (...args: unknown[]) => void told.push(args),
      at: (done: number) => void told.push(done),
      done: () => void told.push('done'),
    }
    const known = await index(entries, { progress })
    expect([told[0], told.at(-2), told.at(-1)]).toEqual([['articles to index', 2400], 2400, 'done'])
    told.length = 0
    await index(entries, { progress, known })
    expect(told).toEqual([['articles to index', 0], 'done'])
  })
})

it('an archive without articles has no segment', async () => {
  expect(await openPress().index([])).toEqual([])
})
