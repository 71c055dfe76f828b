import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { inBenchFolder } from './measures/bench-folder.ts'
import { makeCorpus } from './measures/corpus.ts'
import { count, kilobytes, megabytes, perPost, ratio, seconds, spread } from './measures/figures.ts'
import { firstView } from './measures/first-view.ts'
import { isArticlePage, sizesOf } from './measures/folder.ts'
import { buildHugoSite, hugoVersion, makeHugoSite } from './measures/hugo-site.ts'
import { runOn } from './measures/machine.ts'
import { print, printRow } from './measures/print.ts'
import type { Cost } from './measures/process-cost.ts'
import { publishSite } from './measures/publish-site.ts'
import { keepRows, type Row } from './measures/results.ts'

const SECTION = {
  name: 'publish',
  note: `A made corpus, whole, into a new folder without a cache; Hugo builds the same posts with \`fixtures/hugo-site\`
(pages and lists, no more). Kanbao publishes them three times: articles and timelines alone (\`search: false\`,
\`pages: none\`), with the index for searches, and with a page for each article too, which is all it does. Memory is the largest sum of the resident sets of all processes at one moment. First view is
what a browser fetches before the first page stands, in Brotli; root.json is as it lies on the disk. Kanbao's own
programs and reader were bundled before, as Hugo's was compiled.`,
  keys: 2,
}
const LARGEST = 5

interface Outcome extends Cost {
  readonly posts: number
  readonly files: number
  readonly bytes: number
}

interface Published extends Outcome {
  readonly firstView: number
  readonly root: number
}

type Sizes = ReadonlyMap<string, number>

/** Publishes made corpora of some sizes whole, each also with Hugo if asked, and compares. */
export const run = ({ posts = [1000], vs }: { posts?: readonly number[]; vs?: 'hugo' }): Promise<void> =>
  inBenchFolder(async (folder) => {
    const hugo = vs && hugoVersion()
    if (vs && !hugo) print('hugo', 'is not installed: Kanbao is measured alone')
    const keep = (rows: readonly Row[]): void => {
      for (const row of rows) printRow(row, SECTION.keys)
      const all = rows.map((row) => ({ ...EMPTY, ...row, ...runOn(hugo) }))
      keepRows(SECTION, all)
    }
    const few = join(folder, 'few')
    await makeCorpus(few, 10)
    await publishSite(few, join(folder, 'few-out'))
    const outcomes: Published[] = []
    for (const size of posts) {
      const work = join(folder, String(size))
      const site = join(work, 'site')
      await makeCorpus(site, size)
      const ours: [what: string, outcome: Published][] = []
      for (const [what, settings] of VARIANTS) {
        const out = join(work, `out-${ours.length}`)
        const outcome = await withSettings(site, settings, () => publishWhole(site, out, size))
        ours.push([what, outcome])
        keep([publishedRow(outcome, what)])
      }
      outcomes.push(...ours.slice(-1).map(([, whole]) => whole))
      if (hugo) {
        const theirs = await buildWithHugo(site, work, size)
        keep([
          outcomeRow(theirs, 'Hugo'),
          ...ours.map(([what, outcome]) => ratioRow(outcome, theirs, `${what} : Hugo`)),
        ])
      }
    }
    if (outcomes.length > 1) keep(acrossSizes(outcomes))
  })

const publishWhole = async (site: string, out: string, posts: number): Promise<Published> => {
  const cost = await publishSite(site, out)
  const sizes = sizesOf(out)
  const largest = [...sizes].sort((a, b) => b[1] - a[1]).slice(0, LARGEST)
  print('largest', ...largest.map(([path, bytes]) => `${path} ${kilobytes(bytes)}`))
  const fetched = firstView(out)
  print('first view, Brotli', ...fetched.map(({ path, bytes }) => `${path} ${kilobytes(bytes)}`))
  return {
    ...outcomeOf(cost, sizes, posts),
    firstView: fetched[0]?.bytes ?? Number.NaN,
    root: sizes.get('archive/root.json') ?? Number.NaN,
  }
}

/** What is published, from the least to all of it. */
const VARIANTS: readonly (readonly [what: string, settings: string])[] = [
  ['Kanbao, articles and timelines', 'search: false, pages: none'],
  ['Kanbao, with the index', 'pages: none'],
  ['Kanbao, with index and pages', ''],
]

/** Publishes with settings of Kanbao's own. */
const withSettings = async <T>(site: string, settings: string, publish: () => Promise<T>): Promise<T> => {
  const path = join(site, '_config.yml')
  const config = readFileSync(path, 'utf8')
  writeFileSync(path, `${config}\nkanbao: { ${settings} }\n`)
  try {
    return await publish()
  } finally {
    writeFileSync(path, config)
  }
}

const buildWithHugo = async (site: string, work: string, posts: number): Promise<Outcome> => {
  const [hugoSite, out] = [join(work, 'hugo-site'), join(work, 'hugo-out')]
  makeHugoSite(site, hugoSite)
  const cost = await buildHugoSite(hugoSite, out)
  return outcomeOf(cost, sizesOf(out), posts)
}

const outcomeOf = (cost: Cost, sizes: Sizes, posts: number): Outcome => {
  const pages = [...sizes.keys()].filter(isArticlePage).length
  // Figures of two programs that did not do the same work say nothing: that should be seen.
  if (pages > 0 && pages !== posts)
    print('note', `${count(pages)} pages of articles were made of ${count(posts)} posts`)
  return {
    ...cost,
    posts,
    files: sizes.size,
    bytes: [...sizes.values()].reduce((sum, each) => sum + each, 0),
  }
}

const COLUMNS = [
  'posts',
  'what',
  'wall',
  'CPU',
  'peak memory',
  'wall per post',
  'CPU per post',
  'files',
  'output',
  'first view',
  'root.json',
]
const EMPTY: Row = Object.fromEntries(COLUMNS.map((column) => [column, '']))

const outcomeRow = ({ posts, wall, cpu, memory, files, bytes }: Outcome, what: string): Row => ({
  posts: count(posts),
  what,
  wall: seconds(wall),
  CPU: seconds(cpu),
  'peak memory': megabytes(memory),
  'wall per post': perPost(wall, posts),
  'CPU per post': perPost(cpu, posts),
  files: count(files),
  output: megabytes(bytes),
})

const publishedRow = (outcome: Published, what: string): Row => ({
  ...outcomeRow(outcome, what),
  'first view': kilobytes(outcome.firstView),
  'root.json': kilobytes(outcome.root),
})

const ratioRow = (ours: Outcome, theirs: Outcome, what: string): Row => ({
  posts: count(ours.posts),
  what,
  wall: ratio(ours.wall, theirs.wall),
  CPU: ratio(ours.cpu, theirs.cpu),
  'peak memory': ratio(ours.memory, theirs.memory),
  files: ratio(ours.files, theirs.files),
  output: ratio(ours.bytes, theirs.bytes),
})

/** Whether a post costs more in a large site, by the two largest, and how far the first view grows with the site. */
const acrossSizes = (outcomes: readonly Published[]): Row[] => {
  const [second, largest] = outcomes.slice(-2)
  const [smallest] = outcomes
  if (!smallest || !second || !largest) return []
  return [
    {
      posts: `${count(largest.posts)} : ${count(second.posts)}`,
      what: 'Kanbao, cost of a post',
      'wall per post': ratio(largest.wall / largest.posts, second.wall / second.posts),
      'CPU per post': ratio(largest.cpu / largest.posts, second.cpu / second.posts),
    },
    {
      posts: `${count(largest.posts)} to ${count(smallest.posts)}`,
      what: 'Kanbao, spread of the first view',
      'first view': spread(outcomes.map((each) => each.firstView)),
      'root.json': spread(outcomes.map((each) => each.root)),
    },
  ]
}
