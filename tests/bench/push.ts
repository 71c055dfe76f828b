import { cpSync, existsSync } from 'node:fs'
import { join } from 'node:path'
import { inBenchFolder } from './measures/bench-folder.ts'
import { makeCorpus, pushPosts } from './measures/corpus.ts'
import { count, kilobytes, megabytes, seconds } from './measures/figures.ts'
import {
  type Changes,
  changesBetween,
  isArticlePage,
  isPage,
  type Snapshot,
  snapshot,
} from './measures/folder.ts'
import { cloneSite, commitSite } from './measures/git-site.ts'
import { runOn } from './measures/machine.ts'
import { print, printRow } from './measures/print.ts'
import type { Cost } from './measures/process-cost.ts'
import { articlesOf, publishSite } from './measures/publish-site.ts'
import { keepRows, type Row } from './measures/results.ts'

const SECTION = {
  name: 'push',
  note: `A made corpus is published whole, gets some posts more, all of the next day, and is published again: into the
same folder, and from a new clone of its repository with output and cache carried to another place. Pages are \`*.html\`
outside \`archive/\` and \`app/\`; files are new + changed − gone, with the bytes of the new and changed. Besides are those
that are neither gone nor the page of a new article. Kept are files that a publish of the same site into an empty folder
does not make; where one of its files is missing or other, that is said. Memory is the largest sum of the resident sets
of all processes at one moment.`,
  keys: 3,
}

/** Publishes a made corpus, and again after a push: in place, and as a build server does that keeps a cache. */
export const run = async ({ posts = [1000], push = 50 }: { posts?: readonly number[]; push?: number }) => {
  for (const size of posts)
    await inBenchFolder(async (folder) => {
      const rows = await pushInto(folder, size, push)
      const keys = { posts: count(size), pushed: count(push) }
      const all = rows.map((row) => ({ ...keys, ...EMPTY, ...row, ...runOn() }))
      keepRows(SECTION, all)
    })
}

const pushInto = async (folder: string, size: number, push: number): Promise<Row[]> => {
  const [site, clone] = [join(folder, 'site'), join(folder, 'clone')]
  const out = join(folder, 'here', 'out')
  const [carried, whole] = [join(folder, 'carried', 'out'), join(folder, 'whole', 'out')]

  await makeCorpus(site, size)
  await commitSite(site)
  const rows: Row[] = []
  const keep = (row: Row): void => {
    printRow({ posts: count(size), pushed: count(push), ...row }, SECTION.keys)
    rows.push(row)
  }
  keep({ publish: 'whole, before', ...costCells(await publishSite(site, out)) })
  const before = snapshot(out)
  const articles = articlesOf(out)
  carry(out, carried)

  await pushPosts(site, push)
  await commitSite(site)
  const inPlace = await publishSite(site, out)
  await cloneSite(site, clone)
  const cloned = await publishSite(clone, carried)
  const full = await publishSite(site, whole)
  const [after, afterClone, expected] = [snapshot(out), snapshot(carried), snapshot(whole)]
  print('articles', `${count(articlesOf(out) - articles)} new of ${count(push)} posts`)
  keep({ publish: 'in place', ...costCells(inPlace), ...changeCells(before, after, expected) })
  keep({ publish: 'new clone', ...costCells(cloned), ...changeCells(before, afterClone, expected) })
  keep({ publish: 'whole, after', ...costCells(full) })
  return rows
}

/** Copies output and cache beside each other, as a build server restores them: same bytes, same time stamps. */
const carry = (out: string, carried: string): void => {
  for (const end of ['', '.cache'])
    if (existsSync(out + end)) cpSync(out + end, carried + end, { recursive: true, preserveTimestamps: true })
}

const COLUMNS = [
  'publish',
  'wall',
  'CPU',
  'peak memory',
  'pages',
  'page bytes',
  'others',
  'other bytes',
  'besides',
  'besides bytes',
  'kept',
]
const EMPTY: Row = Object.fromEntries(COLUMNS.map((column) => [column, '']))

const costCells = ({ wall, cpu, memory }: Cost): Row => ({
  wall: seconds(wall),
  CPU: seconds(cpu),
  'peak memory': megabytes(memory),
})

const changeCells = (before: Snapshot, after: Snapshot, expected: Snapshot): Row => {
  const pages = changesBetween(before, after, isPage)
  const others = changesBetween(before, after, (path) => !isPage(path))
  const besides = changesBetween(before, after, (path) => before.has(path) || !isArticlePage(path))
  return {
    pages: countsOf(pages),
    'page bytes': kilobytes(pages.bytes),
    others: countsOf(others),
    'other bytes': kilobytes(others.bytes),
    besides: count(besides.added + besides.changed),
    'besides bytes': kilobytes(besides.bytes),
    kept: keptBesides(expected, after),
  }
}

const countsOf = ({ added, changed, removed }: Changes): string =>
  `${count(added)} + ${count(changed)} − ${count(removed)}`

const keptBesides = (expected: Snapshot, after: Snapshot): string => {
  const { added, changed, removed } = changesBetween(after, expected)
  const wrong = added + changed > 0 ? `, ${count(added)} missing, ${count(changed)} other` : ''
  return `${count(removed)}${wrong}`
}
