import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Day } from '../archive/day.ts'
import type { Headline } from '../archive/headline.ts'
import type { Root, Site } from '../archive/root.ts'
import { compressionFor, countBeside } from './compressed-files.ts'
import { expectedBeside } from './crew/compress-files.ts'
import { MARK } from './edition-folder.ts'
import { leastUsage, usageOf } from './edition-usage.ts'
import { measured, weigh } from './edition-weight.ts'
import { finishEdition } from './finish-edition.ts'
import { HOST_BUDGETS } from './host-budgets.ts'
import { HEADERS_FILE } from './host-headers.ts'
import { describeUse, exceeds } from './host-use.ts'
import { type KeyedMemo, weightOf, writeKeyed } from './keyed-file.ts'
import { beginJournal, isSure, type OpenLedger } from './ledger/ledger.ts'
import type { PackedMemo } from './ledger/month-file.ts'
import { newestByCategory, newestHeadlines } from './newest-headlines.ts'
import { type Packing, packEntries, shardsOf } from './pack-entries.ts'
import { packedArticles } from './packed-articles.ts'
import { type EditionPlan, planEdition } from './plan-edition.ts'
import { loadPrinter } from './printer.ts'
import { noteFor, type Problem } from './problems.ts'
import { filesBelow } from './prune-folder.ts'
import type { Publishing } from './publishing.ts'
import type { ReadSite } from './read-site.ts'
import type { ReadingRoom } from './reading-room.ts'
import { type SegmentMemo, segmentOf } from './segment-memo.ts'
import type { SettledPosts } from './settle-posts.ts'
import { packAddresses } from './stages/pack-addresses.ts'
import { packCategories } from './stages/pack-categories.ts'
import { packPages } from './stages/pack-pages.ts'
import { packRoot } from './stages/pack-root.ts'
import { packTimeline } from './stages/pack-timeline.ts'
import { standingShards } from './standing-shards.ts'
import { writeIndex } from './write-index.ts'
import { printLists } from './write-lists.ts'

/** What came of the writing. */
export interface WrittenEdition {
  readonly root: Root | undefined
  readonly categories: number
  readonly refusal: string | undefined
  readonly use: string | undefined
  /** The ledger of the edition, where one is kept. */
  readonly ledger: OpenLedger | undefined
}

/**
 * Writes an edition: what is new of it first, the root last. `refusal` is asked once everything is known that can be
 * known before the first file is written; what it says stops the publish, and so does what the host would refuse.
 */
export const writeEdition = async (
  publishing: Publishing,
  site: ReadSite,
  settled: SettledPosts,
  problems: Problem[],
  refusal: () => string | undefined,
): Promise<WrittenEdition> => {
  const { edition, config, template, profile, crew } = publishing
  const plan = profile.timed('plan', () => planEdition(publishing, site, settled, problems))
  const categories = plan.categories.all.length
  const nothing = { root: undefined, categories, use: undefined, ledger: undefined }
  // What is sure to be too much is not even begun.
  const refused = refusal() ?? exceeds(config.host, leastUsage(publishing, plan, settled.posts))
  if (refused !== undefined) return { ...nothing, refusal: refused }

  const isFirst = isNew(edition.folder)
  if (publishing.ledger !== undefined) beginJournal(publishing.ledger, [])
  const others = measured(edition)
  // The pages of entries name these files: whoever is killed among the pages must have left them whole.
  for (const [path, content] of publishing.app ?? []) others.put(path, content)
  const standing = (await publishing.standing) ?? standingShards(edition.folder)
  const entries = await packAll(publishing, site, plan, standing)
  for (const entry of entries) noteRefused(entry, problems)
  if (plan.headers !== undefined) others.put(HEADERS_FILE, plan.headers)
  for (const path of plan.files.fresh) others.put(path, readFileSync(join(publishing.folder, path)))
  const { posts, permalinkOf, moved } = settled
  // The crew makes the index meanwhile.
  const [segments, keyed] = await Promise.all([
    indexAll(publishing, entries, standing),
    writeFeeds(publishing, plan, entries),
  ])
  const days = entries.map(({ day, name, posts: { length: count } }) => ({ day, count, name }))
  const { years, months } = profile.timed('pack', () => packTimeline(others, posts, days))
  const addresses = packAddresses(
    others,
    posts.map((post) => ({ permalink: permalinkOf(post), day: post.day })),
    new Map([...moved].map(([key, { permalink }]) => [key, permalink])),
  )
  const root = packRoot({
    site: template === undefined ? withoutFeeds(config.site) : config.site,
    count: posts.length,
    newest: newestHeadlines(edition, entries),
    years,
    months,
    categories: packCategories(others, plan.categories),
    addresses,
    pages: packPages(others, plan.files.pages),
    ...(segments.length > 0 && { search: { segments: segments.map(segmentOf) } }),
  })
  // Home shows what the root names: with more the reader would have to read on before it takes the page over.
  const lists = await listsOf(publishing, plan, entries, root)
  const compression = compressionFor(publishing)
  const compressed = await crew.compress([...others.paths(), ...keyed.keys()], compression)
  const usage = usageOf(
    publishing,
    plan,
    entries,
    [
      others.weight(),
      weightOf(keyed),
      compressed,
      weigh(lists),
      expectedBeside(lists, compression),
      ...segments.map(({ weight }) => weight),
    ],
    posts.length,
  )
  const tooMuch = exceeds(config.host, usage) ?? refusal()
  const use = describeUse(config.host, usage)
  if (tooMuch !== undefined) return { ...nothing, refusal: tooMuch, use }
  const ends = { paths: others.paths(), lists, keyed, segments }
  const start = performance.now()
  const unsealed = { root, plan, entries, ...ends, site, settled, isFirst }
  const ledger = await finishEdition(publishing, unsealed)
  profile.add('seal', performance.now() - start, 1, 0)
  return { root, categories, refusal: undefined, use, ledger }
}

/** The pages that are no post's. They follow the root: what they show must not be newer than it. */
const listsOf = async (
  { template, printer, config, edition }: Publishing,
  { lists }: EditionPlan,
  entries: readonly PackedMemo[],
  { newest, recent, search }: Root,
): Promise<ReadonlyMap<string, string>> => {
  if (template === undefined) return new Map()
  const { site } = config
  const slugs = [...lists.values()].flatMap(({ category }) => (category ? [category.slug] : []))
  const print = await loadPrinter(printer, site.baseurl)
  const found = print && newestByCategory(edition, entries, slugs)
  const newestIn = (slug: string): readonly Headline[] => found?.get(slug) ?? []
  const months = recent.map(({ month, count }) => ({ month, count }))
  const index = search && { ...search, months }
  return printLists(lists, { template, site, print, newest, search: index, newestIn })
}

/** Whether a folder holds nothing yet but the mark. */
const isNew = (folder: string | undefined): boolean => {
  if (folder === undefined) return true
  for (const path of filesBelow(folder)) if (path !== MARK) return false
  return true
}

const packAll = async (
  publishing: Publishing,
  site: ReadSite,
  plan: EditionPlan,
  standing: ReadonlySet<string>,
): Promise<PackedMemo[]> => {
  const { known } = publishing
  const stands = (path: string): boolean => standing.has(path)
  const isThere = (memo: PackedMemo): boolean => {
    if (!isSure(known, memo.day)) return false
    const paths = shardsOf(memo)
    return paths.every(stands) && (!memo.beside || countBeside(paths, stands) === memo.beside)
  }
  const packed = await packEntries(plan.entries, packingOf(publishing, site.room, isThere))
  // They are as many as posts, and all of them have been packed.
  site.room.spans.clear()
  return packed
}

const writeFeeds = async (
  { edition, known, profile }: Publishing,
  { keyed }: EditionPlan,
  entries: readonly PackedMemo[],
): Promise<ReadonlyMap<string, KeyedMemo>> => {
  const { folder } = edition
  const isThere = (path: string, bytes: number): boolean =>
    folder !== undefined && statSync(join(folder, path), { throwIfNoEntry: false })?.size === bytes
  const articles = packedArticles(edition, entries)
  return profile.timed('feeds', () => writeKeyed(edition, keyed, articles, known.keyed, isThere))
}

/** What has no pages has no feeds either: nobody subscribes to a site that is being written. */
const withoutFeeds = ({ feed: _, ...site }: Site): Site => site

const indexAll = async (
  publishing: Publishing,
  entries: readonly PackedMemo[],
  standing: ReadonlySet<string>,
): Promise<SegmentMemo[]> => {
  const { crew, edition, spool, progress, known, config, mostIndexed = Number.POSITIVE_INFINITY } = publishing
  const articles = entries.reduce((sum, { posts }) => sum + posts.length, 0)
  if (!config.search || articles > mostIndexed) return []
  const isThere = (path: string): boolean => standing.has(path)
  return writeIndex(entries, {
    crew,
    edition,
    spool,
    progress,
    bucketBytes: HOST_BUDGETS[config.host].bucketBytes,
    known: known.segments.filter(({ day }) => isSure(known, day)),
    isThere,
    begin: journalOf(publishing),
  })
}

/** How entries are packed in a publish. `isThere` tells whether all files of a known entry are as it left them. */
export const packingOf = (
  publishing: Publishing,
  room: ReadingRoom,
  isThere: (memo: PackedMemo) => boolean,
): Packing => {
  const { edition, config, template, printer, known, crew, progress, spool } = publishing
  const before = new Map<string, PackedMemo[]>()
  for (const { entries } of known.months.values())
    for (const entry of entries) before.set(entry.day, [...(before.get(entry.day) ?? []), entry])
  return {
    crew,
    progress,
    spool,
    out: edition.folder,
    site: config.site,
    template,
    printer,
    packBytes: HOST_BUDGETS[config.host].packBytes,
    compression: compressionFor(publishing),
    spans: room.spans,
    before,
    isThere,
    readAgain: room.readAgain,
    begin: journalOf(publishing),
  }
}

/** Writes into the journal which days are about to be written. */
const journalOf =
  ({ ledger }: Publishing) =>
  (days: readonly Day[]): void => {
    if (ledger !== undefined && days.length > 0) beginJournal(ledger, days)
  }

const noteRefused = ({ posts, refused }: PackedMemo, problems: Problem[]): void => {
  for (const path of refused)
    noteFor(problems, posts[0]?.path ?? '_posts')(
      'address',
      `a page of its day cannot be written at ${path}`,
      'opens in the app',
      1,
    )
}
