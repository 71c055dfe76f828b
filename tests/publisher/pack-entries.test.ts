import { expect, it } from 'vitest'
import { openCrew } from '../../src/publisher/crew/crew.ts'
import { type Span, spoolBatch } from '../../src/publisher/crew/spool.ts'
import { memoryEdition } from '../../src/publisher/edition-memory.ts'
import type { PackedMemo } from '../../src/publisher/ledger/month-file.ts'
import { type Packing, packEntries, placesIn, shardsOf } from '../../src/publisher/pack-entries.ts'
import type { EntryPlan } from '../../src/publisher/plan-entries.ts'
import type { PostRecord } from '../../src/publisher/post-record.ts'
import { silentProgress } from '../../src/publisher/progress.ts'
import { aMemoWith } from './ledger/memos.ts'
import { anArticleWith, aRecordWith, CONFIG, newFolder } from './site-folder.ts'

const post = (name: string): PostRecord => aRecordWith({ path: name, permalink: `/${name}.html` })
const planOf = (day: string, ...posts: PostRecord[]): EntryPlan => ({
  day,
  key: posts.map(({ path }) => path).join(),
  posts,
  permalinks: posts.map(({ permalink }) => permalink),
  isPaged: false,
  odd: new Map(),
})

/** A press that knows these entries of the edition before; posts that are read again are told. */
const openPress = () => {
  const [edition, spool] = [memoryEdition(), newFolder()]
  const again: string[] = []
  const begun: string[][] = []
  const spans = new Map<PostRecord, Span>()
  let batch = 0
  const readAgain = async (posts: readonly PostRecord[]): Promise<void> => {
    again.push(...posts.map(({ path }) => path))
    const articles = posts.map(({ permalink }) => JSON.stringify(anArticleWith({ permalink })))
    for (const [place, span] of spoolBatch(spool, batch++, articles).entries())
      spans.set(posts[place] as PostRecord, span)
  }
  const pack = (plans: readonly EntryPlan[], before: readonly PackedMemo[], options: Partial<Packing> = {}) =>
    packEntries(plans, {
      crew: openCrew(edition, 0),
      progress: silentProgress,
      spool,
      out: undefined,
      site: CONFIG.site,
      template: undefined,
      printer: undefined,
      packBytes: 65_536,
      compression: 'none',
      spans,
      before: new Map(before.map((memo) => [memo.day, before.filter(({ day }) => day === memo.day)])),
      isThere: () => true,
      readAgain,
      begin: (days) => void begun.push([...days]),
      ...options,
    })
  /** As another publish: it has read nothing yet. */
  const forget = () => spans.clear()
  return { edition, pack, again, begun, forget }
}

const [A, B, C] = [post('a'), post('b'), post('c')]

it('leaves an entry alone that is there, and packs the others from the packs before', async () => {
  const { pack, again, begun, forget } = openPress()
  const first = await pack([planOf('2022-01-04', A), planOf('2022-01-05', B)], [])
  forget()
  expect(again).toEqual(['a', 'b'])
  const second = await pack([planOf('2022-01-04', A), planOf('2022-01-05', B, C)], first)
  expect(second[0]).toBe(first[0])
  expect(second[1]).toMatchObject({ day: '2022-01-05', key: 'b,c', posts: [B, C], packs: [{ count: 2 }] })
  expect(again).toEqual(['a', 'b', 'c'])
  expect(begun).toEqual([['2022-01-04', '2022-01-05'], ['2022-01-05']])
})

it('packs what is not as it was left, and hears of each day once', async () => {
  const { pack, begun } = openPress()
  const plans = [planOf('2022-01-04', A), planOf('2022-01-04', B)]
  const first = await pack(plans, [])
  const second = await pack(plans, first, { isThere: ({ key }) => key !== 'a' })
  expect(second).toEqual(first)
  expect([second[0] === first[0], second[1] === first[1]]).toEqual([false, true])
  expect(begun).toEqual([['2022-01-04'], ['2022-01-04']])
})

it('reads posts again whose pack is damaged, and no others', async () => {
  const { edition, pack, again, forget } = openPress()
  const first = await pack([planOf('2022-01-04', A), planOf('2022-01-05', B)], [])
  const [damaged = ''] = first[0] ? shardsOf(first[0]).filter((path) => path.includes('/bodies/')) : []
  edition.put(damaged, '{}')
  forget()
  const second = await pack([planOf('2022-01-04', A), planOf('2022-01-05', B)], first, {
    isThere: () => false,
  })
  expect(second).toEqual(first)
  expect(again).toEqual(['a', 'b', 'a'])
})

it('gives up when articles are lost a second time', async () => {
  const { pack } = openPress()
  const readAgain = async (): Promise<void> => {}
  await expect(pack([planOf('2022-01-04', A)], [], { readAgain })).rejects.toThrow('articles were lost')
})

it('tells how many articles it packs', async () => {
  const told: (string | number)[] = []
  const progress = {
    start: (stage: string, total: number) => void told.push(stage, total),
    at: (count: number) => void told.push(count),
    done: () => void told.push('done'),
  }
  await openPress().pack([planOf('2022-01-04', A, B), planOf('2022-01-05', C)], [], { progress })
  expect(told).toEqual(['articles to pack', 3, 2, 3, 'done'])
})

it('knows in which pack an article is', () => {
  const packs = [
    { count: 2, name: 'one' },
    { count: 1, name: 'two' },
  ]
  expect([...placesIn([aMemoWith({ posts: [A, B, C], packs })])]).toEqual([
    [A, { pack: 'one', at: 0 }],
    [B, { pack: 'one', at: 1 }],
    [C, { pack: 'two', at: 0 }],
  ])
})

it('knows the shards of an entry', () => {
  expect(shardsOf(aMemoWith())).toEqual([
    'archive/day/d/aydaydayday.json',
    'archive/page/p/agepagepage.json',
    'archive/bodies/p/ackpackpack.json',
  ])
})
