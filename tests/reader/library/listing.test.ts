import { beforeAll, describe, expect, it } from 'vitest'
import type { Headline } from '../../../src/archive/headline.ts'
import type { Archive } from '../../../src/reader/library/archive.ts'
import { type Filter, NO_FILTER } from '../../../src/reader/library/filter.ts'
import { FilterListing, type ListingState } from '../../../src/reader/library/listing.ts'
import { post, postsOn, publishPosts, serveFiles } from '../published.ts'
import { readToEnd, settled } from '../read-listing.ts'

const DAYS = ['2020-12-31', '2021-12-30', '2021-12-31', '2022-01-01', '2022-01-31', '2022-02-01']
let files: Map<string, string | Uint8Array>

beforeAll(async () => {
  files = await publishPosts({
    ...postsOn(DAYS, 70, ['hongguan', 'gushi', 'haiwai']),
    ...post('2022-01-15 12:00', 'both', { categories: 'hongguan gushi' }),
    'no-date.md': '---\ntitle: 没有日期\ncategories: hongguan\n---\n正文\n',
  })
})

const readAll = async (archive: Archive, filter: Filter): Promise<ListingState> => {
  const listing = new FilterListing(archive, filter)
  await readToEnd(listing)
  await new Promise((resolve) => setTimeout(resolve, 0)) // the count comes beside
  return listing.snapshot()
}

const momentOf = ({ day, time }: Headline): string => `${day} ${time}`

describe('a listing', () => {
  it('reads the whole archive, newest first, the undated last, each article once', async () => {
    const { archive } = serveFiles(files)
    const { headlines, total, phase } = await readAll(archive, NO_FILTER)
    expect(phase).toBe('ended')
    expect(headlines).toHaveLength(6 * 70 + 2)
    expect(new Set(headlines.map(({ permalink }) => permalink)).size).toBe(headlines.length)
    expect(headlines.map(momentOf)).toEqual(headlines.map(momentOf).sort().reverse())
    expect(headlines.at(-1)?.title).toBe('没有日期')
    expect(total).toEqual({ value: 422, exact: true })
  })

  it('shows the newest headlines from the root alone', async () => {
    const { archive, asked } = serveFiles(files)
    const listing = new FilterListing(archive, NO_FILTER)
    listing.more()
    const { headlines } = await settled(listing)
    expect(headlines).toHaveLength(20)
    expect(asked).toEqual(['archive/root.json'])
  })

  it('knows how many each day has once its month is read', async () => {
    const { archive } = serveFiles(files)
    const { dayCounts } = await readAll(archive, NO_FILTER)
    expect(dayCounts.get('2022-01-31')).toBe(70)
    expect(dayCounts.get('2022-01-15')).toBe(1)
  })

  it.each([
    [{ categories: ['gushi'] }, 141],
    [{ categories: ['gushi'], from: '2022-01', to: '2022-01' }, 47 + 1],
    [{ categories: ['gushi', 'hongguan'], from: '2022-01-15', to: '2022-01-15' }, 1],
    [{ categories: [], from: '2021-12-31', to: '2022-01-01' }, 140],
    [{ categories: [], from: '2021-12', to: '2021-12' }, 140],
    [{ categories: [], from: '2022-02' }, 70],
    [{ categories: [], to: '2020-12-31' }, 70],
    [{ categories: ['gushi', 'hongguan'] }, 141 + 142 - 1],
    [{ categories: ['nirgends'] }, 0],
    [{ categories: ['constructor', '__proto__'] }, 0],
    [{ categories: [], from: '2023-01-01', to: '2022-01-01' }, 0],
  ] as [Filter, number][])('finds what %j lets through, and counts it', async (filter, expected) => {
    const { archive } = serveFiles(files)
    const everything = (await readAll(archive, NO_FILTER)).headlines
    const { headlines, total, phase } = await readAll(archive, filter)
    const [first, last] = [filter.from ?? '', filter.to ? `${filter.to}~` : '~']
    const wanted = everything.filter(
      ({ day, categories }) =>
        (filter.categories.length === 0 || categories.some(({ slug }) => filter.categories.includes(slug))) &&
        (day >= first || day.startsWith(first)) &&
        day < last &&
        !((filter.from ?? filter.to) && day.startsWith('0000')),
    )
    expect(phase).toBe('ended')
    expect(headlines.map(({ permalink }) => permalink)).toEqual(wanted.map(({ permalink }) => permalink))
    expect(headlines).toHaveLength(expected)
    expect(total).toEqual({ value: expected, exact: true })
  })

  it('stops at a failure, says which, and goes on from there', async () => {
    const filter: Filter = { categories: [], from: '2022-01' }
    const probe = serveFiles(files)
    const whole = await readAll(probe.archive, filter)
    const lastPage = probe.asked.findLast((path) => path.startsWith('archive/page/')) as string

    const { archive, failing } = serveFiles(files)
    failing.set(lastPage, 404)
    const listing = new FilterListing(archive, filter)
    while (listing.snapshot().phase !== 'failed') {
      listing.more()
      await settled(listing)
    }
    expect(listing.snapshot().failure).toMatchObject({ kind: 'damaged', shard: lastPage })
    expect(listing.snapshot().headlines.length).toBeLessThan(211)

    failing.clear()
    listing.retry()
    while ((await settled(listing)).phase === 'resting') listing.more()
    expect(listing.snapshot()).toMatchObject({ phase: 'ended', headlines: whole.headlines })
    expect(listing.snapshot().failure).toBeUndefined()
    expect(whole.headlines).toHaveLength(211)
  })
})
