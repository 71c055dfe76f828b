import { type Month, monthOf } from '../archive/day.ts'
import { NO_PAGES } from './claim-pages.ts'
import { measured } from './edition-weight.ts'
import { fileStamp } from './file-stamp.ts'
import { HOUR, sealEdition } from './finish-edition.ts'
import { HOST_BUDGETS } from './host-budgets.ts'
import type { OpenLedger } from './ledger/ledger.ts'
import type { MonthMemo, PackedMemo } from './ledger/month-file.ts'
import { areListedFiles } from './look-at-site.ts'
import { newestHeadlines } from './newest-headlines.ts'
import { packEntries, shardsOf } from './pack-entries.ts'
import { finder } from './place-finder.ts'
import { planEntries } from './plan-entries.ts'
import type { PostRecord } from './post-record.ts'
import { type Problem, sortProblems } from './problems.ts'
import { sortWaste } from './prune-folder.ts'
import type { PublishMemory, Since } from './publish-memory.ts'
import type { Publishing } from './publishing.ts'
import { isUnread, openReadingRoom, type ReadingRoom } from './reading-room.ts'
import { reviseTimeline, type TimelineAbove, timelineAbove } from './revise-timeline.ts'
import { pathsOfOthers, type SegmentMemo, segmentFinder, segmentOf } from './segment-memo.ts'
import { packRoot } from './stages/pack-root.ts'
import { areOfTextAlone, type TextChanges } from './text-changes.ts'
import { packingOf } from './write-edition.ts'
import { writeIndex } from './write-index.ts'

/** An entry in which texts have changed: of which month, at which place there. */
interface RevisedEntry {
  readonly month: Month
  readonly place: number
  readonly memo: PackedMemo
}

/**
 * Publishes again when nothing but the texts of some posts has changed: then their days, and the shards above these,
 * are all that is new. It is what a writer does all day, and need not take longer for the size of the archive.
 * @returns nothing, and nothing is written, where it is more than that.
 */
export const reviseEdition = async (
  publishing: Publishing,
  { memory, changed }: Since,
): Promise<PublishMemory | undefined> => {
  const { folder, config, crew, spool, edition, now, template, app } = publishing
  // What is strict may stop, what has pages has more that may change, and what asks for the time may have to settle.
  if (publishing.strict || config.strict || template !== undefined || app || !config.future) return undefined
  if (!areListedFiles(folder, changed, memory.found)) return undefined
  // Before they are read: what is written meanwhile shows the next time.
  const stamps = new Map([...changed].map((path) => [path, fileStamp(`${folder}/${path}`, now)]))
  const room = openReadingRoom(folder, config, spool, crew)
  const changes = await readChanges(room, memory.records, changed)
  if (!changes || !areOfTextAlone(changes, memory.records)) return undefined
  const entries = entriesOf(memory.ledger, changes)
  const above = entries && timelineAbove(edition, memory.root, new Set(entries.map(({ month }) => month)))
  if (!entries || !above) return undefined
  if (changes.size === 0) return memory
  for (const post of changes.values()) post.stamp = stamps.get(post.path) ?? 0
  return revise(publishing, { memory, room, changes, entries, above })
}

interface Revision {
  readonly memory: PublishMemory
  readonly room: ReadingRoom
  readonly changes: TextChanges
  readonly entries: readonly RevisedEntry[]
  readonly above: TimelineAbove
}

const revise = async (publishing: Publishing, revision: Revision): Promise<PublishMemory> => {
  const { edition, config, now } = publishing
  const { memory, changes, entries, above } = revision
  const renewed = (posts: readonly PostRecord[]): PostRecord[] =>
    posts.map((post) => changes.get(post) ?? post)
  const given = new Map(memory.given)
  for (const [old, post] of changes) {
    const permalink = memory.given.get(old)
    given.delete(old)
    if (permalink !== undefined) given.set(post, permalink)
  }
  const plans = entries.flatMap(({ memo }) =>
    planEntries(renewed(memo.posts), {
      permalinkOf: (post) => given.get(post) ?? post.permalink,
      packBytes: HOST_BUDGETS[config.host].packBytes,
      shell: '',
      ...NO_PAGES,
    }),
  )
  const packed = await packEntries(
    plans,
    packingOf(publishing, revision.room, () => false),
  )

  const months = new Map(memory.ledger.months)
  const dayNames = new Map<Month, Map<number, string>>()
  for (const [index, { month, place }] of entries.entries()) {
    const { posts, entries: before } = months.get(month) as MonthMemo
    const entry = packed[index] as PackedMemo
    // Without a name: the month's file is to be written again.
    months.set(month, {
      posts: renewed(posts),
      entries: before.map((each, at) => (at === place ? entry : each)),
    })
    dayNames.set(month, (dayNames.get(month) ?? new Map<number, string>()).set(place, entry.name))
  }
  const segments = await reviseIndex(publishing, memory.ledger, months)
  const others = measured(edition)
  const { menu, pages, ...rest } = memory.root
  const timeline = reviseTimeline(others, above, dayNames, rest.recent)
  const root = packRoot({
    ...rest,
    years: timeline.years,
    months: [...timeline.recent].reverse(),
    newest: newestHeadlines(
      edition,
      [...months.values()].flatMap((month) => month.entries),
    ),
    pages: { ...(menu && { menu }), ...(pages !== undefined && { pages }) },
    ...(segments.length > 0 && { search: { segments: segments.map(segmentOf) } }),
  })

  const shards = others.paths()
  const current = new Set([...packed.flatMap(shardsOf), ...shards])
  const isOfIndex = segmentFinder(segments)
  const waste = sortWaste({
    gone: [
      ...entries.flatMap(({ memo }) => shardsOf(memo)),
      ...above.paths,
      ...pathsOfOthers(memory.ledger.segments, segments),
    ],
    retired: memory.ledger.retired,
    isCurrent: (path) => current.has(path) || isOfIndex(path),
    now,
    grace: config.graceHours * HOUR,
  })
  const replaced = new Set(above.paths)
  const saved = await sealEdition(publishing, { root, lists: new Map() }, waste.removed, {
    ...memory.ledger,
    months,
    segments,
    shards: [...memory.ledger.shards.filter((path) => !replaced.has(path)), ...shards],
    retired: waste.retired,
  })
  const records = renewed(memory.records)
  const problems = problemsNow(memory.outcome.problems, changes)
  const outcome = { ...memory.outcome, root, problems }
  return { ...memory, root, ledger: saved ?? memory.ledger, records, given, outcome }
}

/** The segments that these texts are in are made anew; none are where none were. */
const reviseIndex = async (
  { crew, edition, spool, progress, config }: Publishing,
  { segments }: OpenLedger,
  months: ReadonlyMap<Month, MonthMemo>,
): Promise<SegmentMemo[]> => {
  if (segments.length === 0) return []
  const entries = [...months.values()].flatMap((month) => month.entries)
  const isThere = (): boolean => true
  return writeIndex(entries, {
    crew,
    edition,
    spool,
    progress,
    bucketBytes: HOST_BUDGETS[config.host].bucketBytes,
    known: segments,
    isThere,
    begin: () => {},
  })
}

/** Posts that were read again, by what they were; nothing when one cannot be read, or is none that could before. */
const readChanges = async (
  room: ReadingRoom,
  records: readonly PostRecord[],
  paths: ReadonlySet<string>,
): Promise<TextChanges | undefined> => {
  const find = finder({ sorted: records.map(({ path }) => path) })
  const known = [...paths].map((path) => records[find(path) ?? -1])
  const olds = known.filter((old) => old !== undefined)
  if (olds.length < known.length) return undefined
  const read = await room.read(olds.map(({ path, id }) => ({ path, known: id })))
  const changes = new Map<PostRecord, PostRecord>()
  for (const [place, old] of olds.entries()) {
    const post = read[place]
    if (post === undefined || isUnread(post)) return undefined
    if (post !== 'known') changes.set(old, post.record)
  }
  return changes
}

/** The entries that these posts are in, each once; nothing when one of them is in none. */
const entriesOf = ({ months }: OpenLedger, changes: TextChanges): RevisedEntry[] | undefined => {
  const found = new Map<PackedMemo, RevisedEntry>()
  for (const post of changes.keys()) {
    const month = monthOf(post.day)
    const { entries = [] } = months.get(month) ?? {}
    const place = entries.findIndex((entry) => entry.day === post.day && entry.posts.includes(post))
    const memo = entries[place]
    if (!memo) return undefined
    found.set(memo, { month, place, memo })
  }
  return [...found.values()]
}

/** Problems are known by the records that told of them. */
const problemsNow = (problems: readonly Problem[], changes: TextChanges): Problem[] => {
  const gone = new Set([...changes.keys()].flatMap((old) => old.problems))
  const more = [...changes.values()].flatMap((post) => post.problems)
  return sortProblems([...problems.filter((problem) => !gone.has(problem)), ...more])
}
