import { beforeAll, describe, expect, it } from 'vitest'
import type { Segment } from '../../../src/archive/segments.ts'
import { shortlistOf, weighTerms } from '../../../src/reader/library/candidates.ts'
import { parseQuery } from '../../../src/reader/library/query.ts'
import { categoryTerms, termsOf } from '../../../src/reader/library/search-keys.ts'
import { post, publishPosts, type ServedArchive, searchedArchive, serveFiles } from '../published.ts'

let files: Map<string, string | Uint8Array>

/** Each article's title is its place in the segment, from the oldest. */
const BODIES: readonly (readonly [body: string, categories: string])[] = [
  ['贵州茅台公告', 'gushi'],
  ['贵州和茅台', 'gushi hongguan'],
  ['贵州茅台，茅台酒', 'hongguan'],
  ['茅台酒 ETF', ''],
  ['ETF 贵州', 'hongguan'],
  ['茅台镇', 'gushi'],
  ['茅台股', ''],
]

beforeAll(async () => {
  files = await publishPosts(
    Object.assign(
      {},
      ...BODIES.map(([body, categories], index) =>
        post(`2022-01-2${index} 12:00`, `p${index}`, {
          title: JSON.stringify(`N${index}`),
          body,
          categories,
        }),
      ),
    ),
  )
})

const candidates = async (served: ServedArchive, words: string, categories: readonly string[] = []) => {
  const archive = await searchedArchive(served)
  const segment = archive.root.search?.segments[0] as Segment
  const terms = [...parseQuery(words).wanted.flatMap(termsOf), ...categoryTerms(categories)]
  const demand = await weighTerms(archive, segment, terms, (each) => ({ start: 0, end: each.count }))
  return (await shortlistOf(archive, segment, demand)).places
}

describe('the candidates of a segment', () => {
  it.each([
    ['贵州', [], [0, 1, 2, 4]],
    ['贵州 茅台', [], [0, 1, 2]],
    ['贵州 etf', [], [4]],
    ['茅台酒', [], [2, 3]],
    ['五粮液', [], []],
    ['贵州 五粮液', [], []],
    ['贵州', ['hongguan'], [1, 2, 4]],
    ['贵州', ['hongguan', 'gushi'], [0, 1, 2, 4]],
    ['贵州', ['nirgends'], []],
    ['标题：n3', [], [3]],
    ['标题：茅台', [], []],
  ] as const)('for %s in %j are %j', async (words, categories, places) => {
    expect(await candidates(serveFiles(files), words, categories)).toEqual(places)
  })

  it('are those too in which a pair goes on in two ways', async () => {
    // 茅台 is in five articles and has followers; in one of them it is followed by a sign and by 酒.
    expect(await candidates(serveFiles(files), '"茅台，茅台"')).toContain(2)
    expect(await candidates(serveFiles(files), '茅台股')).toEqual([6])
  })

  it('that cannot be read name the file', async () => {
    const served = serveFiles(files)
    const name = (await served.archive.root()).search?.segments[0]?.name ?? ''
    const path = `archive/search/${name[0]}/${name.slice(1)}/0.bin`
    served.failing.set(path, 404)
    await expect(candidates(served, '贵州')).rejects.toMatchObject({ kind: 'damaged', shard: path })
  })
})
