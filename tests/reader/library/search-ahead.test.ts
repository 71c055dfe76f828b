import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { PrintedPage } from '../../../src/archive/printed-page.ts'
import { aRoot, type Root } from '../../../src/archive/root.ts'
import { searchAhead } from '../../../src/reader/library/search-ahead.ts'
import { openSession } from '../../../src/reader/library/search-session.ts'
import { postsOn, publishPosts, serveFiles } from '../published.ts'

let files: Map<string, string | Uint8Array>
let root: Root
let search: NonNullable<PrintedPage['search']>
const filter = { categories: [], words: '正文' }

beforeAll(async () => {
  files = await publishPosts(postsOn(['2022-01-21', '2022-01-22'], 16, ['hongguan']))
  root = aRoot(JSON.parse(String(files.get('archive/root.json'))), 'root')
  search = {
    segments: root.search?.segments ?? [],
    months: root.recent.map(({ month, count }) => ({ month, count })),
  }
})

beforeEach(() => {
  // A search of another site: of this one nothing is kept.
  openSession({ base: '/other/', root, filter, skip: 0 })
})

const { site } = {
  site: { title: '', description: '', lang: '', timezone: '', url: '', baseurl: '', author: '' },
}

describe('a search ahead of the root', () => {
  it('has fetched what the search itself asks for', async () => {
    const { asked } = serveFiles(files)
    await searchAhead('/', { site, search }, filter)
    const ahead = asked.length
    expect(ahead).toBeGreaterThan(1)
    expect(asked).not.toContain('archive/root.json')
    const step = await openSession({ base: '/', root, filter, skip: 0 })()
    expect(step.headlines).toHaveLength(10)
    expect(asked).toHaveLength(ahead)
  })

  it.each([
    ['of the newest month', { from: '2022-01', to: '2022-01' }, 10],
    ['of a month that has none', { from: '2021-12', to: '2021-12' }, 0],
    ['up to a day', { to: '2022-01-21' }, 10],
  ])('looks only where the dates are: %s', async (_, dates, count) => {
    const { asked } = serveFiles(files)
    const own = { ...filter, ...dates }
    await searchAhead('/', { site, search }, own)
    const ahead = asked.length
    const step = await openSession({ base: '/', root, filter: own, skip: 0 })()
    expect(step.headlines).toHaveLength(count)
    expect(asked).toHaveLength(ahead)
  })

  it('leaves what could not be read to the search itself, which says what it means to its own edition', async () => {
    const { failing } = serveFiles(files)
    for (const path of files.keys()) if (path.startsWith('archive/search/')) failing.set(path, 404)
    const ahead = searchAhead('/', { site, search }, filter)
    const step = openSession({ base: '/', root, filter, skip: 0 })()
    await ahead
    expect((await step).failure?.kind).toBe('damaged')
    failing.clear()
    expect((await openSession({ base: '/', root, filter, skip: 0 })()).headlines).toHaveLength(10)
  })

  it('is no harm where the root names other segments', async () => {
    const { asked } = serveFiles(files)
    const segments = search.segments.map((segment) => ({ ...segment, name: 'aaaaaaaaaaaa' }))
    await searchAhead('/', { site, search: { ...search, segments } }, filter)
    const step = await openSession({ base: '/', root, filter, skip: 0 })()
    expect(step).toMatchObject({ headlines: { length: 10 } })
    expect(step.failure).toBeUndefined()
    expect(asked.length).toBeGreaterThan(0)
  })

  it.each([
    ['the page names no index', {}, filter],
    ['no words are asked for', { search: { segments: [], months: [] } }, { categories: [] }],
  ])('asks for nothing where %s', async (_, page, own) => {
    const { asked } = serveFiles(files)
    await searchAhead('/', { site, ...page }, own)
    expect(asked).toEqual([])
  })
})
