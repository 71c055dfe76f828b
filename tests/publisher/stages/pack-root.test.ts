import { describe, expect, it } from 'vitest'
import { headlineOf } from '../../../src/archive/article.ts'
import { MAX_BUCKETS, MAX_SEGMENTS, NEWEST_BYTES, ROOT_BYTES } from '../../../src/archive/limits.ts'
import { aRoot } from '../../../src/archive/root.ts'
import { nameOf } from '../../../src/publisher/edition.ts'
import { packRoot } from '../../../src/publisher/stages/pack-root.ts'
import { anArticleWith, CONFIG } from '../site-folder.ts'

const NAME = 'abcdefghijkl'
const pack = (
  count: number,
  fields: Parameters<typeof anArticleWith>[0] = {},
  site = CONFIG.site,
  parts = 1,
  segments = 0,
) => {
  const newest = Array.from({ length: Math.min(count, 40) }, (_, n) =>
    headlineOf(anArticleWith({ permalink: `/${count - 1 - n}.html`, ...fields })),
  )
  const packed = packRoot({
    site,
    count,
    newest,
    years: NAME,
    months: Array.from({ length: 50 }, (_, n) => ({
      month: `20${10 + Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, '0')}`,
      count: 1,
      name: NAME,
    })),
    categories: { count: 0, top: [], directory: Array(parts).fill(NAME), tallies: Array(parts).fill(NAME) },
    addresses: Array(parts).fill(NAME),
    pages: {},
    ...(segments > 0 && {
      search: {
        segments: Array(segments).fill({
          day: '2022-01-04',
          count: 999_999,
          name: NAME,
          buckets: MAX_BUCKETS,
        }),
      },
    }),
  })
  const text = JSON.stringify(packed)
  return { text, root: aRoot(JSON.parse(text), 'root') }
}

describe('the root', () => {
  it('repeats the newest twenty headlines and the newest 36 months, newest first', () => {
    const { root } = pack(100)
    expect(root.count).toBe(100)
    expect(root.newest.map(({ permalink }) => permalink).slice(0, 2)).toEqual(['/99.html', '/98.html'])
    expect(root.newest).toHaveLength(20)
    expect(root.recent).toHaveLength(36)
    expect(root.recent[0]?.month).toBe('2014-02')
  })

  it('is named by its own bytes', () => {
    const { text, root } = pack(3)
    expect(nameOf(text.replace(root.edition, ''))).toBe(root.edition)
  })

  it.each([
    ['long headlines', { excerpt: '长'.repeat(120), title: '题'.repeat(2000) }, 1, 1],
    ['names of as many parts as there can be', { excerpt: '长'.repeat(120) }, 128, 1],
    ['as many segments as there can be', { excerpt: '长'.repeat(120) }, 128, MAX_SEGMENTS],
  ])('stays within its bytes with %s', (_, fields, parts, segments) => {
    const site = {
      ...CONFIG.site,
      title: '名'.repeat(200),
      description: '述'.repeat(500),
      author: '者'.repeat(200),
    }
    const { text, root } = pack(30, fields, site, parts, segments)
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(ROOT_BYTES)
    expect(Buffer.byteLength(JSON.stringify(root.newest))).toBeLessThanOrEqual(NEWEST_BYTES + 2)
    expect(root.newest.length).toBeLessThan(20)
  })

  it('names an index where there is one, and says nothing of it where there is none', () => {
    expect(pack(3).root).not.toHaveProperty('search')
    expect(pack(3, {}, CONFIG.site, 1, 2).root.search?.segments).toHaveLength(2)
  })

  it('of an empty archive is one, too', () => {
    expect(pack(0).root).toMatchObject({ count: 0, newest: [] })
  })
})
