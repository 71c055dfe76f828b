import { beforeAll, describe, expect, it } from 'vitest'
import { candidatesOf } from '../../../src/reader/library/ask-segments.ts'
import type { SegmentPlace } from '../../../src/reader/library/index-files.ts'
import { parseQuery } from '../../../src/reader/library/query.ts'
import { termsOf } from '../../../src/reader/library/search-keys.ts'
import { post, publishPosts, searchedArchive, serveFiles } from '../published.ts'

const [DAYS, PER_DAY] = [12, 250]
let files: Map<string, string | Uint8Array>

beforeAll(async () => {
  const posts = Array.from({ length: DAYS * PER_DAY }, (_, number) => {
    const minute = number % PER_DAY
    const clock = `${String(8 + Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
    const words = ['每篇', number % 300 === 0 && '少见', number === 3 && '唯一', number < 1000 && '从前']
    return post(`2022-01-${10 + Math.floor(number / PER_DAY)} ${clock}`, `p${number}`, {
      title: `N${number}`,
      body: words.filter(Boolean).join('，'),
    })
  })
  files = await publishPosts(Object.assign({}, ...posts))
}, 60_000)

/** All groups of candidates, and which segments had been asked when each was there. */
const search = async (words: string) => {
  const served = serveFiles(files)
  const archive = await searchedArchive(served)
  const terms = parseQuery(words).wanted.flatMap(termsOf)
  const ahead: SegmentPlace[] = []
  const groups: { candidates: SegmentPlace[]; asked: number }[] = []
  const asking = { terms, isExact: terms.length === 1 }
  const hear = (some: readonly SegmentPlace[]) => ahead.push(...some)
  for await (const candidates of candidatesOf(archive, asking, { categories: [] }, hear)) {
    const buckets = served.asked.filter((path) => /search\/.*\/\d+\.bin$/.test(path))
    groups.push({ candidates, asked: new Set(buckets.map((path) => path.replace(/\d+\.bin$/, ''))).size })
  }
  return { groups, ahead, all: archive.root.search?.segments ?? [] }
}

describe('the segments of an index', () => {
  it('are asked from the newest, for what is frequent no further than there is enough', async () => {
    const { groups, all } = await search('每篇')
    expect(all.length).toBeGreaterThan(2)
    expect(groups[0]?.asked).toBeLessThan(all.length)
    expect(groups[0]?.candidates.length).toBeGreaterThanOrEqual(10)
    expect(groups.flatMap(({ candidates }) => candidates)).toHaveLength(DAYS * PER_DAY)
  })

  it.each([
    ['唯一', 1],
    ['少见', 10],
    ['没有', 0],
  ])('are all asked before a group is short: %s', async (words, count) => {
    const { groups, all } = await search(words)
    expect(groups[0]?.asked).toBe(all.length)
    expect(groups.flatMap(({ candidates }) => candidates)).toHaveLength(count)
  })

  it('give their articles newest first', async () => {
    const { groups, all } = await search('少见')
    const starts = new Map<string, number>()
    let start = 0
    for (const { name, count } of all) {
      starts.set(name, start)
      start += count
    }
    const numbers = groups
      .flatMap(({ candidates }) => candidates)
      .map(({ segment, place }) => (starts.get(segment.name) ?? 0) + place)
    expect(numbers).toEqual(Array.from({ length: 10 }, (_, index) => 300 * (9 - index)))
  })

  it('let be fetched ahead what the largest has of several words, where it is little', async () => {
    const { ahead, all } = await search('唯一 从前')
    const largest = all.reduce((a, b) => (b.count > a.count ? b : a))
    expect(ahead.map(({ segment, place }) => [segment.name, place])).toEqual([[largest.name, 3]])
    expect((await search('每篇 从前')).ahead).toEqual([])
    expect((await search('唯一')).ahead).toEqual([])
  })
})
