import type { Day } from '../archive/day.ts'
import type { Site } from '../archive/root.ts'
import type { ShardKind } from '../archive/shard-kinds.ts'
import { shardPath } from '../archive/shard-path.ts'
import type { Compression } from './compressed-files.ts'
import type { Crew } from './crew/crew.ts'
import type { PackTask, PostToPack } from './crew/pack-posts.ts'
import { type Span, spoolEmptier } from './crew/spool.ts'
import type { PackedMemo } from './ledger/month-file.ts'
import { type EntryPlan, pagesIn } from './plan-entries.ts'
import type { PostRecord } from './post-record.ts'
import type { Progress } from './progress.ts'

/** How entries come to be: what is there already, where articles are, and who does it. */
export interface Packing {
  readonly crew: Crew
  readonly progress: Progress
  readonly spool: string
  readonly out: string | undefined
  readonly site: Site
  readonly template: string | undefined
  readonly printer: string | undefined
  readonly packBytes: number
  readonly compression: Compression
  /** Articles that were read in this publish. */
  readonly spans: Map<PostRecord, Span>
  /** Entries of the edition before, by day. */
  readonly before: ReadonlyMap<Day, readonly PackedMemo[]>
  /** Whether all files of an entry of the edition before are as it left them. */
  isThere(memo: PackedMemo): boolean
  /** Puts articles into the spool whose posts have not been read in this publish. */
  readAgain(posts: readonly PostRecord[]): Promise<void>
  /** Hears which days are about to be written. */
  begin(days: readonly Day[]): void
}

/** Packs the entries that are not there already; returns all of them, in order. */
export const packEntries = async (plans: readonly EntryPlan[], packing: Packing): Promise<PackedMemo[]> => {
  const packed = plans.map((plan) => {
    const memo = packing.before.get(plan.day)?.find(({ key }) => key === plan.key)
    return memo && packing.isThere(memo) ? memo : undefined
  })
  const missing = plans.flatMap((plan, index) => (packed[index] ? [] : [{ plan, index }]))
  packing.begin([...new Set(missing.map(({ plan }) => plan.day))])
  let done = 0
  packing.progress.start(
    'articles to pack',
    missing.reduce((total, { plan }) => total + plan.posts.length, 0),
  )
  const isPacked = spoolEmptier(packing.spool, packing.spans.values())
  let left = missing
  // Articles that cannot be had from the edition before are read again, once.
  for (const round of ['first', 'second']) {
    const failed: typeof left = []
    const lost = new Set<PostRecord>()
    const posts = left.reduce((total, { plan }) => total + plan.posts.length, 0)
    const planAt = (piece: number) => left[piece] as (typeof left)[number]
    const work = { pieces: left.length, posts, piece: (piece: number) => taskOf(planAt(piece).plan, packing) }
    await packing.crew.pack(work, (result, piece) => {
      const { plan, index } = planAt(piece)
      if ('lost' in result) {
        failed.push({ plan, index })
        for (const place of result.lost) lost.add(plan.posts[place] as PostRecord)
        return
      }
      const { day, key, posts, isPaged, odd } = plan
      packed[index] = { ...result, day, key, posts, isPaged, odd }
      for (const post of posts) {
        const span = packing.spans.get(post)
        if (span) isPacked(span)
      }
      done += posts.length
      packing.progress.at(done)
    })
    if (failed.length === 0) break
    if (round === 'second') throw new Error('articles were lost while they were packed')
    await packing.readAgain([...lost])
    left = failed
  }
  packing.progress.done()
  return packed as PackedMemo[]
}

const taskOf = (plan: EntryPlan, packing: Packing): PackTask => {
  const { spans, before, spool, out, site, template, printer, packBytes, compression } = packing
  const places = placesIn(before.get(plan.day) ?? [])
  const pages = pagesIn(plan)
  const posts = plan.posts.map(
    (post, place): PostToPack => ({
      from: spans.get(post) ?? places.get(post) ?? LOST,
      permalink: plan.permalinks[place] as string,
      pages: pages[place] ?? [],
    }),
  )
  return { out, spool, site, template, printer, packBytes, compression, day: plan.day, posts }
}

/** A pack that there is not: an article from it is read again. */
const LOST = { pack: '', at: 0 }

/** Where the articles of entries are: in which pack, at which place. */
export const placesIn = (memos: readonly PackedMemo[]) => {
  const places = new Map<PostRecord, { pack: string; at: number }>()
  for (const { packs, posts } of memos) {
    let start = 0
    for (const { count, name } of packs) {
      for (let at = 0; at < count; at++) places.set(posts[start + at] as PostRecord, { pack: name, at })
      start += count
    }
  }
  return places
}

/** Every shard of an entry, as a path. */
export const shardsOf = ({ name, pages, packs }: PackedMemo): string[] => {
  const of = (kind: ShardKind) => (each: string) => shardPath(kind, each)
  return [
    shardPath('day', name),
    ...pages.map(of('page')),
    ...packs.map((pack) => shardPath('bodies', pack.name)),
  ]
}
