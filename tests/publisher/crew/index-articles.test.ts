import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Article } from '../../../src/archive/article.ts'
import { readBucketFile } from '../../../src/archive/bucket-file.ts'
import type { PackRow } from '../../../src/archive/pack-table.ts'
import { bucketOf, postingsIn } from '../../../src/archive/search-bucket.ts'
import { bucketPath } from '../../../src/archive/segments.ts'
import { categoryKey, pairKey, wordKey } from '../../../src/archive/terms.ts'
import { indexArticles } from '../../../src/publisher/crew/index-articles.ts'
import { runFile } from '../../../src/publisher/crew/run-file.ts'
import { PARTS } from '../../../src/publisher/crew/term-run.ts'
import { memoryEdition } from '../../../src/publisher/edition-memory.ts'
import { numberedArticles, packArticles } from '../packed-articles.ts'
import { anArticleWith, newFolder } from '../site-folder.ts'

const NAME = 'segmentsegme'

/** Packs these articles in memory, to be indexed as one segment in one way or another. */
const openPress = (articles: readonly Article[]) => {
  const edition = memoryEdition()
  const packs = packArticles(edition, articles).flatMap((entry) =>
    entry.packs.map(({ name, count }): PackRow => ({ day: entry.day, name, from: 0, count })),
  )
  const bucketsNow = (buckets: number): Uint8Array[] =>
    Array.from({ length: buckets }, (_, bucket) => edition.files.get(bucketPath(NAME, bucket)) as Uint8Array)
  const frameOf = (buckets: number) => ({ name: NAME, buckets, count: articles.length })
  const atOnce = (buckets: number) => {
    const weight = indexArticles(
      { kind: 'segment', out: undefined, segment: frameOf(buckets), packs },
      edition,
    )
    return { weight, bytes: bucketsNow(buckets) }
  }
  /** By runs of so many packs, and so many parts at a time. */
  const byRuns = (buckets: number, size: number, step: number) => {
    const spool = newFolder()
    const runs: { run: number; start: number }[] = []
    let start = 0
    for (let at = 0; at < packs.length; at += size) {
      const own = packs.slice(at, at + size)
      runs.push({ run: runs.length, start })
      indexArticles({ kind: 'terms', out: undefined, spool, run: runs.length - 1, packs: own }, edition)
      start += own.reduce((sum, { count }) => sum + count, 0)
    }
    for (let first = 0; first < PARTS; first += step)
      indexArticles(
        {
          kind: 'buckets',
          out: undefined,
          spool,
          segment: frameOf(buckets),
          runs,
          parts: [first, first + step],
        },
        edition,
      )
    return { spool, bytes: bucketsNow(buckets) }
  }
  const find = (key: number, buckets: number, count = articles.length): number[] => {
    const bytes = bucketsNow(buckets)[bucketOf(key, buckets)] as Uint8Array
    const { terms } = readBucketFile(bytes, { buckets, count })
    return [...(postingsIn(terms, key, { buckets, articles: count })?.places ?? [])]
  }
  return { edition, packs, atOnce, byRuns, find }
}

const wordOf = (text: string): number =>
  wordKey(
    Array.from(text, (character) => character.charCodeAt(0)),
    0,
    text.length,
  )
const pairOf = (text: string): number => pairKey(text.charCodeAt(0), text.charCodeAt(1))

describe('a segment', () => {
  it.each([
    [1, 3, PARTS],
    [8, 1, 32],
    [8, 5, 64],
    [64, 4, 8],
    [256, 2, 8],
    [1024, 7, 1],
  ])('of %i buckets has the same bytes when it is made of runs of %i packs', (buckets, size, step) => {
    const { packs, atOnce, byRuns } = openPress(numberedArticles(300, 25))
    expect(packs.length).toBeGreaterThan(10)
    const { bytes } = atOnce(buckets)
    expect(bytes.every((each) => each instanceof Uint8Array)).toBe(true)
    expect(byRuns(buckets, size, step).bytes).toEqual(bytes)
  })

  it('weighs what its buckets do', () => {
    const { weight, bytes } = openPress(numberedArticles(40, 25)).atOnce(4)
    const sizes = bytes.map(({ length }) => length)
    expect(weight).toMatchObject({
      files: 4,
      bytes: sizes.reduce((sum, size) => sum + size),
      largest: { bytes: Math.max(...sizes) },
    })
  })

  it('begins and ends within packs, where it is told to', () => {
    const articles = numberedArticles(60, 60)
    const { edition, packs, find } = openPress(articles)
    const [first, second] = packs as [PackRow, PackRow]
    const count = second.count - 1
    const pieces = [
      { ...first, from: first.count - 1, count: 1 },
      { ...second, count: second.count - 2 },
    ]
    const segment = { name: NAME, buckets: 1, count }
    indexArticles({ kind: 'segment', out: undefined, segment, packs: pieces }, edition)
    const found = articles.map((_, number) => find(wordOf(`own${number}`), 1, count))
    const own = found.slice(first.count - 1, first.count - 1 + count)
    for (const [place, places] of own.entries()) expect(places).toContain(place)
    // Beside them only words that the bucket takes for others: one in a hundred.
    expect(found.flat().length).toBeLessThan(count + 4)
  })

  it('finds each word, pair and category in the articles that have it, and in hardly any other', () => {
    const articles = numberedArticles(300, 70)
    const { atOnce, find } = openPress(articles)
    atOnce(16)
    const found = [...articles.keys()].map((place) => find(wordOf(`own${place}`), 16))
    for (const [place, places] of found.entries()) expect(places).toContain(place)
    expect(found.flat().length).toBeLessThan(articles.length + 15)
    const places = (has: (place: number) => boolean) => [...articles.keys()].filter(has)
    expect(find(pairOf('降准'), 16)).toEqual(places((place) => place % 3 === 0))
    expect(find(categoryKey('c2'), 16)).toEqual(places((place) => place % 5 === 2))
    expect(find(pairOf('全文'), 16)).toEqual(places(() => true))
    expect(find(pairOf('没有'), 16)).toEqual([])
  })

  it('of any texts finds each pair where a plain search finds it', () => {
    const body = fc.string({ unit: fc.constantFrom(...'央行降准利率，a'), maxLength: 40 })
    fc.assert(
      fc.property(
        fc.array(body, { minLength: 1, maxLength: 20 }),
        fc.constantFrom(1, 2, 64),
        (bodies, buckets) => {
          const articles = bodies.map((html, number) =>
            anArticleWith({ permalink: `/${number}`, title: '', html }),
          )
          const { atOnce, find } = openPress(articles)
          atOnce(buckets)
          for (const pair of ['央行', '行降', '降准', '准利', '利利', '率央'])
            expect(find(pairOf(pair), buckets)).toEqual(
              bodies.flatMap((html, place) => (html.includes(pair) ? [place] : [])),
            )
        },
      ),
      { numRuns: 60 },
    )
  })
})

it('leaves the terms of a run in the spool, and nothing in the edition', () => {
  const { edition, packs } = openPress(numberedArticles(30, 25))
  const before = edition.files.size
  const spool = newFolder()
  const weight = indexArticles({ kind: 'terms', out: undefined, spool, run: 5, packs }, edition)
  expect([edition.files.size, weight.files]).toEqual([before, 0])
  expect(readFileSync(runFile(spool, 5)).length).toBeGreaterThan(1000)
})

it('says which pack is gone', () => {
  const segment = { name: NAME, buckets: 1, count: 1 }
  const packs = [{ day: '2022-01-01', name: 'packpackpack', from: 0, count: 1 }]
  expect(() => indexArticles({ kind: 'segment', out: undefined, segment, packs }, memoryEdition())).toThrow(
    'the pack packpackpack is gone',
  )
})
