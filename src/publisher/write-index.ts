import type { Day } from '../archive/day.ts'
import { type PackRow, writePackTable } from '../archive/pack-table.ts'
import {
  hasEnclosedTable,
  packTablePath,
  type Segment,
  segmentPaths,
  tableSize,
} from '../archive/segments.ts'
import type { Crew } from './crew/crew.ts'
import type { IndexTask, PackPiece, SegmentFrame } from './crew/index-articles.ts'
import { runFile } from './crew/run-file.ts'
import { letGo } from './crew/spool.ts'
import { PARTS, RUN_ARTICLES } from './crew/term-run.ts'
import { type Edition, nameOf } from './edition.ts'
import { addWeights, measured, NO_WEIGHT, type Weight } from './edition-weight.ts'
import type { PackedMemo } from './ledger/month-file.ts'
import { bucketsFor, planSegments, type Range } from './plan-segments.ts'
import type { Progress } from './progress.ts'
import type { SegmentMemo } from './segment-memo.ts'

/** How an index is made: what there is already, and who makes the rest. */
export interface Indexing {
  readonly crew: Crew
  readonly edition: Edition
  readonly spool: string
  readonly progress: Progress
  /** What suits the host; see HostBudget. */
  readonly bucketBytes: number
  /** Segments of the edition before, as far as they can be trusted. */
  readonly known: readonly SegmentMemo[]
  /** Whether a file of the edition stands. */
  isThere(path: string): boolean
  /** Hears the days by which known segments are in doubt from now on: a file of theirs is written again. */
  begin(days: readonly Day[]): void
}

/** Changes when the same articles would give other bytes: no reader of the format need know it. */
const INDEX_VERSION = 3

/** Parts of large segments that are written in one task. */
const PARTS_AT_ONCE = 8

/** Writes the segments of the search index that are not there already; returns all, from the oldest. */
export const writeIndex = async (
  entries: readonly PackedMemo[],
  indexing: Indexing,
): Promise<SegmentMemo[]> => {
  const known = new Map(indexing.known.map((segment) => [segment.name, segment]))
  const ranges = planSegments(entries.map(({ day, posts }) => ({ day, count: posts.length })))
  const plans = cutPacks(entries, ranges, indexing.bucketBytes)
  const missing = plans.filter(({ segment }) => {
    const memo = known.get(segment.name)
    return !memo || !segmentPaths(memo).every(indexing.isThere)
  })
  indexing.begin(missing.flatMap(({ segment }) => (known.has(segment.name) ? [segment.day] : [])))
  const written = await writeSegments(missing, indexing)
  return plans.map(({ segment }) => ({
    ...segment,
    weight: written.get(segment.name) ?? known.get(segment.name)?.weight ?? NO_WEIGHT,
  }))
}

interface SegmentPlan {
  readonly segment: Segment
  readonly packs: readonly PackRow[]
}

/** The packs of each range, and what follows from them: the segment's name and the number of its buckets. */
const cutPacks = (
  entries: readonly PackedMemo[],
  ranges: readonly Range[],
  bucketBytes: number,
): SegmentPlan[] => {
  const ends: number[] = []
  const packs: PackRow[] = []
  let end = 0
  for (const { day, packs: own } of entries)
    for (const { name, count } of own) {
      packs.push({ day, name, from: 0, count })
      end += count
      ends.push(end)
    }
  const posts = entries.flatMap((entry) => entry.posts)
  let next = 0
  return ranges.map((range) => {
    const pieces: PackRow[] = []
    while (next < packs.length) {
      const pack = packs[next] as PackRow
      const start = (ends[next] as number) - pack.count
      if (start >= range.end) break
      const from = Math.max(0, range.start - start)
      const to = Math.min(pack.count, range.end - start)
      pieces.push({ ...pack, from, count: to - from })
      // A pack may go on in the next segment.
      if ((ends[next] as number) > range.end) break
      next++
    }
    let bytes = 0
    for (let place = range.start; place < range.end; place++) bytes += posts[place]?.bytes ?? 0
    const buckets = bucketsFor(range.end - range.start, bytes, bucketBytes)
    const lines = pieces.map(({ name, from, count }) => `${name} ${from} ${count}`)
    const name = nameOf([`segment ${INDEX_VERSION} ${buckets}`, ...lines].join('\n'))
    const day = pieces[0]?.day as Day
    return { segment: { day, count: range.end - range.start, name, buckets }, packs: pieces }
  })
}

/** Writes segments; tells what each weighs, by its name. */
const writeSegments = async (
  plans: readonly SegmentPlan[],
  { crew, edition, spool, progress }: Indexing,
): Promise<ReadonlyMap<string, Weight>> => {
  const written = new Map<string, Weight>()
  const add = (name: string, weight: Weight): void => {
    written.set(name, addWeights(written.get(name) ?? NO_WEIGHT, weight))
  }
  for (const { segment, packs } of plans) {
    if (hasEnclosedTable(segment.count)) continue
    const weighed = measured(edition)
    for (const [table, part] of cutTables(packs, tableSize(segment.count)).entries())
      weighed.put(packTablePath(segment.name, table), writePackTable(part))
    add(segment.name, weighed.weight())
  }
  const articles = plans.reduce((sum, { segment }) => sum + segment.count, 0)
  progress.start('articles to index', articles)
  let done = 0
  const work = async (tasks: readonly OwnTask[]): Promise<void> => {
    await crew.index(
      { pieces: tasks.length, posts: articles, piece: (at) => (tasks[at] as OwnTask).task },
      (weight, at) => {
        const { name, share } = tasks[at] as OwnTask
        add(name, weight)
        done += share
        progress.at(Math.round(done))
      },
    )
  }
  const out = edition.folder
  let runs = 0
  const first: OwnTask[] = []
  const second: OwnTask[] = []
  for (const { segment, packs } of plans) {
    const { name, buckets, count } = segment
    const frame: SegmentFrame = { name, buckets, count }
    if (count <= RUN_ARTICLES) {
      first.push({ name, share: count, task: { kind: 'segment', out, segment: frame, packs } })
      continue
    }
    const own = runsOf(packs).map(({ start, packs: part }) => {
      const run = runs++
      // Half of the work is done when the terms are cut.
      const share = part.reduce((sum, pack) => sum + pack.count, 0) / 2
      first.push({ name, share, task: { kind: 'terms', out, spool, run, packs: part } })
      return { run, start }
    })
    const step = Math.max(PARTS_AT_ONCE, PARTS / buckets)
    for (let part = 0; part < PARTS; part += step) {
      const task = {
        kind: 'buckets' as const,
        out,
        spool,
        segment: frame,
        runs: own,
        parts: [part, part + step] as const,
      }
      second.push({ name, share: (count / 2 / PARTS) * step, task })
    }
  }
  await work(first)
  await work(second)
  for (let run = 0; run < runs; run++) letGo(runFile(spool, run))
  progress.done()
  return written
}

interface OwnTask {
  readonly name: string
  /** Articles that are done with it. */
  readonly share: number
  readonly task: IndexTask
}

/** Packs in runs of at most RUN_ARTICLES articles; a pack has no more than that, or stands alone. */
const runsOf = (packs: readonly PackPiece[]): { start: number; packs: PackPiece[] }[] => {
  const runs: { start: number; count: number; packs: PackPiece[] }[] = []
  let start = 0
  for (const pack of piecesOf(packs, RUN_ARTICLES)) {
    const last = runs.at(-1)
    if (last && last.count + pack.count <= RUN_ARTICLES) {
      last.count += pack.count
      last.packs.push(pack)
    } else runs.push({ start, count: pack.count, packs: [pack] })
    start += pack.count
  }
  return runs
}

/** Packs cut so that none has more than `most` articles. */
const piecesOf = <T extends PackPiece>(packs: readonly T[], most: number): T[] =>
  packs.flatMap((pack) => {
    const pieces: T[] = []
    for (let from = 0; from < pack.count; from += most)
      pieces.push({ ...pack, from: pack.from + from, count: Math.min(most, pack.count - from) })
    return pieces
  })

/** The packs of a segment's tables: each tells of `size` articles, but for the last. */
const cutTables = (packs: readonly PackRow[], size: number): PackRow[][] => {
  const tables: PackRow[][] = [[]]
  let room = size
  for (const { day, name, from, count } of packs) {
    let done = 0
    while (done < count) {
      if (room === 0) {
        tables.push([])
        room = size
      }
      const taken = Math.min(room, count - done)
      ;(tables.at(-1) as PackRow[]).push({ day, name, from: from + done, count: taken })
      done += taken
      room -= taken
    }
  }
  return tables
}
