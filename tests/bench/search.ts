import { appendFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { findBrowser } from '../journeys/find-browser.ts'
import { launchBrowser } from '../journeys/launch-browser.ts'
import { articlesIn, type PlainArticle, plainSearch } from '../journeys/plain-search.ts'
import { type Answer, askTwice } from './measures/ask-search.ts'
import { inBenchFolder } from './measures/bench-folder.ts'
import { chooseQueries, chooseSubstrings, KINDS, type Query } from './measures/choose-queries.ts'
import { makeCorpus, pushPosts } from './measures/corpus.ts'
import { countTrips } from './measures/count-trips.ts'
import { count, kilobytes, megabytes, ratio, seconds } from './measures/figures.ts'
import { changesBetween, type Snapshot, sizesOf, snapshot } from './measures/folder.ts'
import { startHost } from './measures/host-server.ts'
import { runOn } from './measures/machine.ts'
import { installPagefind } from './measures/pagefind.ts'
import { print, printRow } from './measures/print.ts'
import type { Cost } from './measures/process-cost.ts'
import { publishSite } from './measures/publish-site.ts'
import { keepRows, type Row, type Section } from './measures/results.ts'
import { type Asked, answerRow, answerRows } from './measures/search-rows.ts'

const COSTS = {
  name: 'search',
  note: `A made corpus is published whole into new folders, without a search index (\`kanbao: {search: false}\`) and
with one; then it gets 50 posts more, all of the next day, and is published in place. Memory is the largest sum of the
resident sets of all processes at one moment. Index files and bytes are those below \`archive/search/\`, after a push new
+ changed − gone with the bytes of the new and changed; their share is of the bytes of the posts' own files. Pagefind
indexes pages with nothing but title and text of the same articles.`,
  keys: 2,
}
const QUESTIONS = {
  name: 'search questions',
  note: `What searches of the corpus above take in Chromium, beside a server that sends text in Brotli and takes
30 ms for each file of the archive: each figure is median / 95th percentile. Cold is a search opened by its address, with
the app's files in the browser's cache and nothing of the archive; warm is another search of the same kind, asked in the
same page. Requests and bytes are of files below \`archive/\`, as the server sends them; one after another are those that
began when others had ended, and six connections make that more than an engine needs. Counted is a cold search asked of
the engine itself up to the tenth result, the root read, too: there one after another are its round trips. A full page is
10 results, or all, and what is asked for later is not counted. Right are searches whose count, at the end of the list,
is that of a plain search through all texts. Substrings are 2 to 8 ideographs from anywhere in the texts.`,
  keys: 3,
}
const EACH = 10
const SUBSTRINGS = 100
const PUSHED = 50
/** Searches told of by name. */
const TOLD = 10
const INDEX = join('archive', 'search')
/** Milliseconds for an answer, and for one when nothing was ever found. */
const [PATIENCE, NO_HOPE] = [10_000, 1000]

/** Publishes made corpora with and without a search index, searches them in a browser, and pushes posts into them. */
export const run = async ({ posts = [1000], vs }: { posts?: readonly number[]; vs?: 'pagefind' }) => {
  for (const size of posts) await inBenchFolder((folder) => measureSearch(folder, size, vs))
}

const measureSearch = async (folder: string, size: number, vs: 'pagefind' | undefined): Promise<void> => {
  const [site, few] = [join(folder, 'site'), join(folder, 'few')]
  const [bare, out] = [join(folder, 'bare', 'out'), join(folder, 'out', 'out')]
  const keep = (row: Row): void => keepAll(COSTS, [{ posts: count(size), ...EMPTY, ...row }])
  // What Kanbao makes once a version should be there before anything is measured.
  await makeCorpus(few, 10)
  await publishSite(few, join(folder, 'few-out'))

  await makeCorpus(site, size)
  const without = await publishWithoutIndex(site, bare)
  keep({ what: 'without index', ...costCells(without) })
  const whole = await publishSite(site, out)
  const index = sizesOfIndex(out)
  keep({
    what: 'with index',
    ...costCells(whole),
    ...indexCells(index, sumOf(sizesOf(join(site, '_posts')))),
  })
  keep({ what: 'the index, per 10,000 posts', ...differenceCells(whole, without, index, 10_000 / size) })

  print('search code, Brotli', kilobytes(codeOf(out)))
  const articles = articlesIn(out)
  const queries = chooseQueries(articles, EACH)
  await askEngine(out, [...substringsOf(articles), ...queries], size)
  await ask(out, queries, size)

  const before = snapshotOfIndex(out)
  await pushPosts(site, PUSHED)
  const push = await publishSite(site, out)
  keep({ what: `push of ${PUSHED}`, ...costCells(push), ...changeCells(before, snapshotOfIndex(out)) })
  if (vs) await compare(articles, folder, sumOf(sizesOf(join(site, '_posts'))), keep)
}

/** What a browser loads when something is searched for: the thread's program, and what starts it. */
const codeOf = (out: string): number =>
  readdirSync(join(out, 'app'))
    .filter((name) => /^search-(worker|thread)-.*\.js$/.test(name))
    .reduce((sum, name) => sum + brotliCompressSync(readFileSync(join(out, 'app', name))).length, 0)

const publishWithoutIndex = async (site: string, out: string): Promise<Cost> => {
  const config = join(site, '_config.yml')
  const text = readFileSync(config, 'utf8')
  appendFileSync(config, '\nkanbao: {search: false}\n')
  try {
    return await publishSite(site, out)
  } finally {
    writeFileSync(config, text)
  }
}

const askEngine = async (out: string, queries: readonly Query[], size: number): Promise<void> => {
  const kinds = new Map<string, Answer[]>()
  for (const query of queries) {
    const answer = await countTrips(out, query)
    const all = query.kind === 'substrings' ? [] : ['all']
    for (const kind of [query.kind, ...all]) kinds.set(kind, [...(kinds.get(kind) ?? []), answer])
  }
  for (const [kind, answers] of kinds) keepAll(QUESTIONS, [answerRow(size, kind, 'counted', answers)])
}

const substringsOf = (articles: readonly PlainArticle[]): Query[] => {
  const find = plainSearch(articles)
  return chooseSubstrings(articles, SUBSTRINGS).map((words) => ({
    kind: 'substrings',
    words: [words],
    expected: find(words).length,
  }))
}

/** Each query is asked cold, and warm behind the one before it of its kind. */
const ask = async (out: string, queries: readonly Query[], size: number): Promise<void> => {
  const host = await startHost(out)
  const browser = await launchBrowser(findBrowser())
  const [cold, warm]: [Answer[], Answer[]] = [[], []]
  const patience = (): number => {
    const found = cold.filter(({ query }) => query.expected > 0)
    return found.length > 3 && found.every(({ first }) => Number.isNaN(first)) ? NO_HOPE : PATIENCE
  }
  try {
    for (const kind of KINDS) {
      const asked = queries.filter((query) => query.kind === kind)
      for (const [place, query] of asked.entries()) {
        const next = asked[(place + 1) % asked.length] ?? query
        const answers = await askTwice(browser, host, [query, next], patience())
        cold.push(answers[0])
        warm.push(answers[1])
      }
      const isOfKind = ({ query }: Answer): boolean => query.kind === kind
      keepAll(QUESTIONS, answerRows(size, kind, { cold: cold.filter(isOfKind), warm: warm.filter(isOfKind) }))
    }
    keepAll(QUESTIONS, answerRows(size, 'all', { cold, warm }))
    printOddities({ cold, warm })
  } finally {
    await browser.close()
    await host.stop()
  }
}

/** Searches that found another number of articles than a plain search. */
const printOddities = ({ cold, warm }: Asked): void => {
  const wrong = new Set([...cold, ...warm].filter(({ isRight }) => !isRight).map(({ query }) => query))
  for (const query of [...wrong].slice(0, TOLD)) print('other than a plain search', spellQuery(query))
  if (wrong.size > TOLD) print('other than a plain search', `and ${count(wrong.size - TOLD)} more`)
}

const spellQuery = ({ kind, words, category, month, expected }: Query): string =>
  [kind, words.join(' '), category, month, `${count(expected)} articles`].filter(Boolean).join(', ')

const compare = async (
  articles: readonly PlainArticle[],
  folder: string,
  posted: number,
  keep: (row: Row) => void,
): Promise<void> => {
  const pagefind = await installPagefind(join(folder, 'pagefind'))
  if (!pagefind) return print('pagefind', 'is not to be had here')
  const { files, bytes, ...cost } = await pagefind.index(articles, join(folder, 'compared'))
  const cells = { 'index files': count(files), 'index bytes': kilobytes(bytes), share: ratio(bytes, posted) }
  keep({ what: `Pagefind ${pagefind.version}`, ...costCells(cost), ...cells })
}

const keepAll = (section: Section, rows: readonly Row[]): void => {
  for (const row of rows) printRow(row, section.keys)
  const all = rows.map((row) => ({ ...row, ...runOn() }))
  keepRows(section, all)
}

type Sizes = ReadonlyMap<string, number>

const sumOf = (sizes: Sizes): number => [...sizes.values()].reduce((sum, each) => sum + each, 0)
const sizesOfIndex = (out: string): Sizes => {
  const folder = join(out, INDEX)
  return existsSync(folder) ? sizesOf(folder) : new Map()
}
const snapshotOfIndex = (out: string): Snapshot => {
  const folder = join(out, INDEX)
  return existsSync(folder) ? snapshot(folder) : new Map()
}

const COLUMNS = ['what', 'wall', 'CPU', 'peak memory', 'index files', 'index bytes', 'share']
const EMPTY: Row = Object.fromEntries(COLUMNS.map((column) => [column, '']))

const costCells = ({ wall, cpu, memory }: Cost): Row => ({
  wall: seconds(wall),
  CPU: seconds(cpu),
  'peak memory': megabytes(memory),
})

const indexCells = (index: Sizes, posted: number): Row => ({
  'index files': count(index.size),
  'index bytes': kilobytes(sumOf(index)),
  share: ratio(sumOf(index), posted),
})

/** What the index costs by itself; memory does not grow with the posts, and is the whole difference. */
const differenceCells = (whole: Cost, without: Cost, index: Sizes, times: number): Row => ({
  wall: seconds((whole.wall - without.wall) * times),
  CPU: seconds((whole.cpu - without.cpu) * times),
  'peak memory': megabytes(whole.memory - without.memory),
  'index files': count(Math.round(index.size * times)),
  'index bytes': kilobytes(sumOf(index) * times),
})

const changeCells = (before: Snapshot, after: Snapshot): Row => {
  const { added, changed, removed, bytes } = changesBetween(before, after)
  return {
    'index files': `${count(added)} + ${count(changed)} − ${count(removed)}`,
    'index bytes': kilobytes(bytes),
  }
}
