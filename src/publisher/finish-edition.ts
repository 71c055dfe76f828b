import type { Root } from '../archive/root.ts'
import { ROOT_PATH } from '../archive/shard-path.ts'
import { compressionFor, plainPath } from './compressed-files.ts'
import { MARK } from './edition-folder.ts'
import type { KeyedMemo } from './keyed-file.ts'
import { endJournal, type Ledger, type OpenLedger, saveLedger } from './ledger/ledger.ts'
import type { PackedMemo } from './ledger/month-file.ts'
import { monthMemos } from './ledger/month-memos.ts'
import { shardsOf } from './pack-entries.ts'
import type { EditionPlan } from './plan-edition.ts'
import { pagesIn } from './plan-entries.ts'
import type { PostRecord } from './post-record.ts'
import { filesBelow, removeFiles, sortWaste } from './prune-folder.ts'
import type { Publishing } from './publishing.ts'
import type { ReadSite } from './read-site.ts'
import { pathsOfOthers, type SegmentMemo, segmentFinder } from './segment-memo.ts'
import type { SettledPosts } from './settle-posts.ts'
import { HOME_PAGES } from './write-lists.ts'

/** An edition of which nothing is missing but its root. */
export interface UnsealedEdition {
  readonly root: Root
  readonly plan: EditionPlan
  readonly entries: readonly PackedMemo[]
  /** Files that were put besides those of the entries. */
  readonly paths: readonly string[]
  /** Pages that are no post's, which follow the root. */
  readonly lists: ReadonlyMap<string, string>
  readonly site: ReadSite
  readonly settled: SettledPosts
  /** Whether the folder held nothing when the publish began. */
  readonly isFirst: boolean
  readonly segments: readonly SegmentMemo[]
  readonly keyed: ReadonlyMap<string, KeyedMemo>
}

/** Seals an edition, and settles what is over and what the next publish is to know. */
export const finishEdition = (
  publishing: Publishing,
  unsealed: UnsealedEdition,
): Promise<OpenLedger | undefined> => {
  const { ledger, known, config, now } = publishing
  const { plan, entries, paths, site, settled, isFirst, segments, keyed } = unsealed
  const shards = paths.filter((path) => path.startsWith('archive/'))
  const app = [...(publishing.app?.keys() ?? [])]
  const lists = [...plan.lists.keys()]
  const current = new Set([...shards, ...app, ...HOME_PAGES, MARK, ROOT_PATH, ...entries.flatMap(shardsOf)])
  const isOfIndex = segmentFinder(segments)
  const isOfEdition = (path: string): boolean => current.has(path) || plan.isClaimed(path) || isOfIndex(path)
  // Whoever looks for files finds compressed ones, too; else those of files that are gone alone are named.
  const areKept = !known.isWhole && compressionFor(publishing) !== 'none'
  const waste = sortWaste({
    gone: isFirst ? [] : goneFrom(publishing, entries, segments),
    retired: known.retired,
    isCurrent: (path) => isOfEdition(path) || (areKept && isOfEdition(plainPath(path) ?? '')),
    now,
    grace: config.graceHours * HOUR,
  })
  let next: Ledger | undefined
  if (ledger !== undefined) {
    const others = withoutArticle(site.records, settled.posts)
    const months = monthMemos(entries, others, known, site.restamped)
    const { known: files } = plan.files
    next = { months, files, shards, segments, lists, keyed, app, retired: waste.retired }
  }
  return sealEdition(publishing, unsealed, waste.removed, next)
}

/**
 * Seals an edition, and clears away what is over. The order is what makes it safe to be killed: the ledger of the
 * new root, the root, the pages of lists, what is compressed of these, the files that only the old root needed, the
 * end of the journal.
 * @returns the ledger, where one is kept.
 */
export const sealEdition = async (
  publishing: Publishing,
  { root, lists }: Pick<UnsealedEdition, 'root' | 'lists'>,
  removed: readonly string[],
  next: Ledger | undefined,
): Promise<OpenLedger | undefined> => {
  const { edition, ledger, version, crew } = publishing
  const text = JSON.stringify(root)
  const saved = ledger !== undefined && next ? saveLedger(ledger, version, text, next) : undefined
  edition.seal(ROOT_PATH, text)
  for (const [path, page] of lists) edition.put(path, page)
  await crew.compress([ROOT_PATH, ...lists.keys()], compressionFor(publishing))
  if (edition.folder !== undefined) removeFiles(edition.folder, removed)
  if (ledger !== undefined) endJournal(ledger, text)
  return saved
}

/** Posts that are no articles, though they were read: folded, or kept back. */
const withoutArticle = (
  records: readonly PostRecord[],
  posts: readonly PostRecord[],
): readonly PostRecord[] => {
  if (records.length === posts.length) return []
  const published = new Set(posts.map(({ path }) => path))
  return records.filter(({ path }) => !published.has(path))
}

/** In milliseconds. */
export const HOUR = 3_600_000

/** Files that the edition before needed and this one may not. */
const goneFrom = (
  { edition, known }: Publishing,
  entries: readonly PackedMemo[],
  segments: readonly SegmentMemo[],
): Iterable<string> => {
  // Whoever does not know what is there has to look.
  if (!known.isWhole) return edition.folder === undefined ? [] : filesBelow(edition.folder)
  const kept = new Set(entries)
  const old = [...known.months.values()].flatMap((month) => month.entries).filter((entry) => !kept.has(entry))
  const days = new Set(old.map(({ day }) => day))
  // Most pages of a day that is packed anew are there again: to ask for each whether any article has it takes longer.
  const again = new Set(entries.filter(({ day }) => days.has(day)).flatMap((entry) => pagesIn(entry).flat()))
  const pages = old.flatMap((entry) => pagesIn(entry).flat())
  return [
    ...old.flatMap(shardsOf),
    ...pages.filter((path) => !again.has(path)),
    ...known.shards,
    ...pathsOfOthers(known.segments, segments),
    ...known.app,
    ...known.lists,
    ...known.keyed.keys(),
    ...known.files.keys(),
  ]
}
