import { beforeAll, describe, expect, it } from 'vitest'
import type { Root } from '../../../src/archive/root.ts'
import type { Archive } from '../../../src/reader/library/archive.ts'
import { SearchListing } from '../../../src/reader/library/search-listing.ts'
import { openSession } from '../../../src/reader/library/search-session.ts'
import { post, postsOn, publishPosts, serveFiles } from '../published.ts'
import { readToEnd, settled } from '../read-listing.ts'

let files: Map<string, string | Uint8Array>

beforeAll(async () => {
  const days = Array.from({ length: 12 }, (_, day) => `2022-01-${String(day + 10)}`)
  const some = days.map((day, number) => {
    const title = number % 2 === 0 ? '贵州茅台涨停' : '五粮液'
    return post(`${day} 12:00`, `p${number}`, { title, body: `第${number}条，贵州茅臺公告。`.repeat(3) })
  })
  // Enough of one day that its body packs are several.
  const many = Array.from({ length: 40 }, (_, number) =>
    post(`2022-02-01 10:${String(number + 10)}`, `m${number}`, {
      title: `证券${number}`,
      body: `茅台${'一二三四五六七八九十'.repeat(60)}。`,
    }),
  )
  // So many others that the older segments have tables of packs, and are sealed by what follows them.
  const others = { ...postsOn(days, 60, ['qita']), ...postsOn(['2022-02-02'], 60, ['qita']) }
  files = await publishPosts(Object.assign(others, ...some, ...many))
}, 60_000)

/** What has been read is kept beside the listing: a search of another site forgets it. */
const serve = () => {
  const root = JSON.parse(String(files.get('archive/root.json'))) as Root
  openSession({ base: '/other/', root, filter: { categories: [] }, skip: 0 })
  return serveFiles(new Map(files))
}

const searchFor = (archive: Archive, words: string, order?: 'best'): SearchListing =>
  new SearchListing(archive, { categories: [], words, ...(order && { order }) })

const permalinksOf = (list: readonly { readonly permalink: string }[]): string[] =>
  list.map(({ permalink }) => permalink)

describe('the listing of a search', () => {
  it('rests until it is asked for more, and then reads a part', async () => {
    const { archive, asked } = serve()
    const listing = searchFor(archive, '茅台')
    expect(listing.snapshot()).toMatchObject({ phase: 'resting', headlines: [] })
    expect(listing.snapshot().total).toBeUndefined()
    expect(asked).toEqual([])
    listing.more()
    expect(listing.snapshot().phase).toBe('reading')
    const { phase, headlines, total } = await settled(listing)
    expect(phase).toBe('resting')
    expect(headlines.length).toBeGreaterThanOrEqual(10)
    expect(headlines.length).toBeLessThan(52)
    expect(total).toEqual({ value: headlines.length, exact: false })
  })

  it('counts what it has, and all of it at the end', async () => {
    const { archive } = serve()
    const listing = searchFor(archive, '茅台')
    let last = 0
    for (;;) {
      listing.more()
      const { phase, headlines, total } = await settled(listing)
      expect(total).toEqual({ value: headlines.length, exact: phase === 'ended' })
      if (phase === 'ended') break
      expect(headlines.length).toBeGreaterThan(last)
      last = headlines.length
    }
    expect(listing.snapshot().headlines).toHaveLength(52)
    const ended = listing.snapshot()
    listing.more()
    expect(listing.snapshot()).toBe(ended)
  })

  it('tells its watchers of each change, and no longer when they leave', async () => {
    const { archive } = serve()
    const listing = searchFor(archive, '茅台')
    const phases: string[] = []
    const leave = listing.subscribe(() => phases.push(listing.snapshot().phase))
    listing.more()
    listing.more()
    await settled(listing)
    leave()
    listing.more()
    await settled(listing)
    expect(phases).toEqual(['reading', 'resting'])
  })

  it('has another state for each change: a view compares them', async () => {
    const { archive } = serve()
    const listing = searchFor(archive, '茅台')
    const first = listing.snapshot()
    expect(listing.snapshot()).toBe(first)
    listing.more()
    expect(listing.snapshot()).not.toBe(first)
    await settled(listing)
  })

  it.each([
    ['茅臺 涨停', 6],
    ['貴州茅台', 12],
    ['涨停 -茅台', 0],
    ['没有这样的词', 0],
    ['，。', 0],
    ['-茅台', 0],
  ])('of %s ends with %i', async (words, count) => {
    const { archive } = serve()
    const { headlines, phase, total } = await readToEnd(searchFor(archive, words))
    expect(phase).toBe('ended')
    expect(headlines).toHaveLength(count)
    expect(total).toEqual({ value: count, exact: true })
  })

  it('says when it is of titles alone', async () => {
    const { archive } = serve()
    expect((await readToEnd(searchFor(archive, '州'))).isOfTitles).toBe(true)
    expect((await readToEnd(searchFor(archive, '州'))).headlines).toHaveLength(6)
    expect((await readToEnd(searchFor(archive, '贵州'))).isOfTitles).toBe(false)
  })

  it('finds nothing, and says so, in an archive without an index', async () => {
    const { archive, files: own } = serve()
    const { search: _, ...rest } = JSON.parse(String(own.get('archive/root.json')))
    own.set('archive/root.json', JSON.stringify({ ...rest, edition: 'abcdefghij27' }))
    const { phase, headlines } = await readToEnd(searchFor(archive, '茅台'))
    expect({ phase, headlines }).toEqual({ phase: 'ended', headlines: [] })
  })
})

describe('a search that cannot be read', () => {
  const filesOf = (asked: readonly string[]) => ({
    bucket: asked.find((path) => path.endsWith('.bin')) as string,
    table: asked.find((path) => path.includes('/packs-')) as string,
    pack: asked.findLast((path) => path.startsWith('archive/bodies/')) as string,
  })

  it.each([
    ['bucket', 404, 'damaged'],
    ['table', 404, 'damaged'],
    ['pack', 404, 'damaged'],
    ['bucket', 0, 'offline'],
    ['table', 503, 'offline'],
    ['pack', 0, 'offline'],
  ] as const)(
    'for want of a %s (%i) fails and names it, and goes on from there',
    async (file, status, kind) => {
      const probe = serve()
      const whole = await readToEnd(searchFor(probe.archive, '茅台'))
      const path = filesOf(probe.asked)[file]

      const { archive, failing } = serve()
      failing.set(path, status)
      const listing = searchFor(archive, '茅台')
      const failed = await readToEnd(listing)
      expect(failed).toMatchObject({ phase: 'failed', failure: { kind, shard: path } })
      expect(failed.total?.exact).toBe(false)
      const before = failed.headlines.length
      expect(before).toBeLessThan(52)
      listing.more()
      expect(listing.snapshot().phase).toBe('failed')

      // It fails again as long as the file does, and keeps what it has.
      listing.retry()
      expect(listing.snapshot().failure).toBeUndefined()
      expect((await settled(listing)).phase).toBe('failed')
      expect(listing.snapshot().headlines).toHaveLength(before)

      failing.clear()
      listing.retry()
      await settled(listing)
      const { headlines, phase, total, failure } = await readToEnd(listing)
      expect({ phase, total, failure }).toEqual({
        phase: 'ended',
        total: { value: 52, exact: true },
        failure: undefined,
      })
      expect(permalinksOf(headlines)).toEqual(permalinksOf(whole.headlines))
    },
  )

  it('goes on in order of worth, too', async () => {
    const probe = serve()
    const whole = await readToEnd(searchFor(probe.archive, '茅台 公告', 'best'))
    for (const path of new Set(probe.asked.filter((each) => each !== 'archive/root.json'))) {
      const { archive, failing } = serve()
      failing.set(path, 0)
      const listing = searchFor(archive, '茅台 公告', 'best')
      expect((await readToEnd(listing)).failure?.shard).toBe(path)
      failing.clear()
      listing.retry()
      await settled(listing)
      expect((await readToEnd(listing)).headlines).toEqual(whole.headlines)
    }
  })

  it('for want of the oldest pack has listed what is newer', async () => {
    const probe = serve()
    await readToEnd(searchFor(probe.archive, '茅台'))
    const { archive, failing } = serve()
    failing.set(filesOf(probe.asked).pack, 404)
    const { headlines, phase } = await readToEnd(searchFor(archive, '茅台'))
    expect(phase).toBe('failed')
    expect(headlines.length).toBeGreaterThanOrEqual(40)
    expect(permalinksOf(headlines)[0]).toContain('m39')
  })

  it.each([
    ['no bucket at all', Uint8Array.from([255, 255, 255])],
    ['a web page', '<!doctype html><title>x</title>'],
  ])('for %s fails and names it', async (_, content) => {
    const probe = serve()
    await readToEnd(searchFor(probe.archive, '茅台'))
    const path = filesOf(probe.asked).bucket
    const { archive, files: own } = serve()
    own.set(path, content)
    expect(await readToEnd(searchFor(archive, '茅台'))).toMatchObject({
      phase: 'failed',
      failure: { kind: 'damaged', shard: path },
    })
  })

  it('for want of the archive’s root fails, and is read when that is there', async () => {
    const { archive, failing } = serve()
    failing.set('archive/root.json', 0)
    const listing = searchFor(archive, '茅台')
    expect(await readToEnd(listing)).toMatchObject({ phase: 'failed', failure: { kind: 'offline' } })
    failing.clear()
    listing.retry()
    await settled(listing)
    expect((await readToEnd(listing)).headlines).toHaveLength(52)
  })
})
