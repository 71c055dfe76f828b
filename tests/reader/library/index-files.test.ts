import { beforeAll, describe, expect, it } from 'vitest'
import { ENCLOSED_TABLE } from '../../../src/archive/limits.ts'
import type { Segment } from '../../../src/archive/segments.ts'
import { pairKey } from '../../../src/archive/terms.ts'
import { askTerm, packOf } from '../../../src/reader/library/index-files.ts'
import { postsOn, publishPosts, searchedArchive, serveFiles } from '../published.ts'

const PER_DAY = 300
let files: Map<string, string | Uint8Array>

beforeAll(async () => {
  files = await publishPosts(
    postsOn(['2022-01-21', '2022-01-22', '2022-01-23'], PER_DAY, ['hongguan', 'gushi']),
  )
}, 60_000)

const KEY = pairKey('正'.charCodeAt(0), '文'.charCodeAt(0))
const open = async () => {
  const served = serveFiles(new Map(files))
  const archive = await searchedArchive(served)
  const segments = archive.root.search?.segments ?? []
  const small = segments.find(({ count }) => count <= ENCLOSED_TABLE) as Segment
  const large = segments.find(({ count }) => count > ENCLOSED_TABLE) as Segment
  served.asked.length = 0
  return { ...served, archive, segments, small, large }
}

describe('the pack of an article', () => {
  it('is the one that it lies in, in segments of all sizes', async () => {
    const { archive, segments } = await open()
    let number = 0
    for (const segment of segments) {
      const { packs } = await askTerm(archive, segment, KEY)
      for (let place = 0; place < segment.count; place++, number++) {
        const { day, name, at } = await packOf(archive, { segment, place, packs })
        expect(day).toBe(`2022-01-${21 + Math.floor(number / PER_DAY)}`)
        const article = (await archive.pack(name)).articles[at]
        expect(article?.permalink).toContain(`n${number % PER_DAY}.html`)
      }
    }
    expect(number).toBe(3 * PER_DAY)
  })

  it('is told by the buckets of a small segment, and by a table of a larger one', async () => {
    const { archive, asked, small, large } = await open()
    const own = await askTerm(archive, small, KEY)
    await packOf(archive, { segment: small, place: 0, packs: own.packs })
    expect(asked).toHaveLength(1)
    const { packs } = await askTerm(archive, large, KEY)
    expect(packs).toBeUndefined()
    await packOf(archive, { segment: large, place: 0, packs })
    expect(asked.slice(1)).toEqual([expect.stringContaining('.bin'), expect.stringContaining('/packs-0.bin')])
  })

  it('that no table tells of is damage, and names the table', async () => {
    const { archive, files: own, large } = await open()
    const path = [...own.keys()].find((each) => each.includes('/packs-0.bin')) as string
    own.set(path, Uint8Array.of(0))
    const asking = packOf(archive, { segment: large, place: 3, packs: undefined })
    await expect(asking).rejects.toMatchObject({ kind: 'damaged', shard: path })
  })
})

it('a bucket that is none is damage, and is named', async () => {
  const { archive, files: own, small } = await open()
  for (const path of own.keys()) if (path.endsWith('.bin')) own.set(path, Uint8Array.of(7, 7, 7))
  await expect(askTerm(archive, small, KEY)).rejects.toMatchObject({
    kind: 'damaged',
    shard: expect.stringMatching(/\/\d+\.bin$/),
  })
})
