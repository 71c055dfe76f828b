import { join } from 'node:path'
import type { Day, Month } from '../../archive/day.ts'
import { nameOf } from '../edition.ts'
import type { KeyedMemo } from '../keyed-file.ts'
import type { SegmentMemo } from '../segment-memo.ts'
import { listFiles, readWhole, removeFile, writeWhole } from './kept-file.ts'
import { type MonthMemo, readMonth, writeMonth } from './month-file.ts'

/** A file of the site that is no post, as an earlier publish knew it. */
export interface KnownFile {
  readonly id: string
  readonly stamp: number
  /** True for what has front matter, which is read again at each publish; false for what is copied as it is. */
  readonly isPage: boolean
  readonly bytes: number
}

/** What a publish leaves for the next one, which then need not do again what it did. */
export interface Ledger {
  readonly months: ReadonlyMap<Month, MonthMemo>
  readonly files: ReadonlyMap<string, KnownFile>
  /** Shards above the entries. */
  readonly shards: readonly string[]
  /** The search index, from the oldest segment. */
  readonly segments: readonly SegmentMemo[]
  /** Pages that are no article's: home, categories, lists. */
  readonly lists: readonly string[]
  /** Feeds and sitemaps. */
  readonly keyed: ReadonlyMap<string, KeyedMemo>
  /** Files of the reader. */
  readonly app: readonly string[]
  /** Shards and files of readers that no root names any more, with the time since when, in milliseconds since 1970. */
  readonly retired: ReadonlyMap<string, number>
}

/** Where the ledger of an output folder lies unless it is told: beside it, since the folder itself goes to a host. */
export const ledgerFolder = (out: string): string => `${out.replace(/[/\\]+$/, '')}.cache`

/** Names the days that a publish is writing: one that was cut short leaves it behind. */
const JOURNAL = 'journal.json'

/** Stands in a journal for every day. */
const ALL = '*'

const indexOf = (root: string): string => `ledger-${nameOf(root)}.json`

/** The ledger as its file holds it: `months` are names of month files. */
interface Index {
  readonly version: string
  readonly months: readonly [Month, string][]
  readonly files: readonly [string, KnownFile][]
  readonly shards: readonly string[]
  readonly segments: readonly SegmentMemo[]
  readonly lists: readonly string[]
  readonly keyed: readonly [string, KeyedMemo][]
  readonly app: readonly string[]
  readonly retired: readonly [string, number][]
}

export interface OpenLedger extends Ledger {
  /** Days whose files are in doubt: a publish that was cut short was at work on them. */
  readonly touched: ReadonlySet<Day>
  /** Whether the output folder holds nothing that the ledger does not know of. */
  readonly isWhole: boolean
}

/** What a publish knows that is the first, or has no ledger it could use. */
export const NO_LEDGER: OpenLedger = {
  months: new Map(),
  files: new Map(),
  shards: [],
  segments: [],
  lists: [],
  keyed: new Map(),
  app: [],
  retired: new Map(),
  touched: new Set(),
  isWhole: false,
}

/**
 * Reads the ledger that belongs to the edition whose root this is. What is missing, damaged or of another version
 * is as if it had never been: its posts are then read again. `version` stands for all that every article hangs on.
 */
export const openLedger = (folder: string, version: string, root: string | undefined): OpenLedger => {
  const text = root === undefined ? undefined : readWhole(join(folder, indexOf(root)))
  const index = text === undefined ? undefined : (JSON.parse(text) as Index)
  const touched = touchedDays(folder)
  if (index?.version !== version) return { ...NO_LEDGER, touched }
  const months = new Map<Month, MonthMemo>()
  // A publish that was about to write no day may have been cut short as well: among pages, or copies.
  const isClean = !listFiles(folder).includes(JOURNAL)
  let isWhole = isClean
  for (const [month, name] of index.months) {
    const json = readWhole(join(folder, 'months', `${name}.json`))
    isWhole &&= json !== undefined
    if (json === undefined) continue
    months.set(month, { ...readMonth(json), name })
  }
  const { files, shards, segments, lists, keyed, app, retired } = index
  return {
    months,
    files: new Map(isClean ? files : []),
    shards,
    segments,
    lists,
    keyed: new Map(isClean ? keyed : []),
    app,
    retired: new Map(retired),
    touched,
    isWhole,
  }
}

/** Whether a day's files are as the ledger says, for all it knows. */
export const isSure = ({ touched }: OpenLedger, day: Day): boolean => !touched.has(day) && !touched.has(ALL)

const touchedDays = (folder: string): ReadonlySet<Day> => {
  if (!listFiles(folder).includes(JOURNAL)) return new Set()
  const journal = readWhole(join(folder, JOURNAL))
  return new Set(journal === undefined ? [ALL] : (JSON.parse(journal) as Day[]))
}

/** Says which days are about to be written, before the first file of theirs is. */
export const beginJournal = (folder: string, days: readonly Day[]): void => {
  // Days that an earlier publish left half done stay in doubt until one has ended.
  writeWhole(join(folder, JOURNAL), JSON.stringify([...touchedDays(folder), ...days]))
}

/**
 * Writes the ledger of an edition that is about to be sealed with this root; the one of the edition before stays, so
 * that whichever root stands in the output folder has its ledger.
 * @returns the ledger as it will be read, once the publish has ended.
 */
export const saveLedger = (folder: string, version: string, root: string, ledger: Ledger): OpenLedger => {
  const saved = new Map<Month, MonthMemo>()
  const names: [Month, string][] = []
  for (const [month, memo] of ledger.months) {
    const name = memo.name ?? writeMonthFile(folder, memo)
    names.push([month, name])
    saved.set(month, memo.name === undefined ? { ...memo, name } : memo)
  }
  const { files, shards, segments, lists, keyed, app, retired } = ledger
  const index: Index = {
    version,
    months: names,
    files: [...files],
    shards,
    segments,
    lists,
    keyed: [...keyed],
    app,
    retired: [...retired],
  }
  writeWhole(join(folder, indexOf(root)), JSON.stringify(index))
  return { ...ledger, months: saved, touched: new Set(), isWhole: true }
}

const writeMonthFile = (folder: string, memo: MonthMemo): string => {
  const json = writeMonth(memo)
  const name = nameOf(json)
  writeWhole(join(folder, 'months', `${name}.json`), json)
  return name
}

/** Ends a publish: the journal goes, and what belongs to editions before. */
export const endJournal = (folder: string, root: string): void => {
  const text = readWhole(join(folder, indexOf(root)))
  const { months } = JSON.parse(text ?? '{"months":[]}') as Index
  const kept = new Set(months.map(([, name]) => `${name}.json`))
  for (const file of listFiles(join(folder, 'months')))
    if (!kept.has(file)) removeFile(join(folder, 'months', file))
  for (const file of listFiles(folder))
    if (file.startsWith('ledger-') && file !== indexOf(root)) removeFile(join(folder, file))
  removeFile(join(folder, JOURNAL))
}
