import { appendFileSync, existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Root } from '../../src/archive/root.ts'
import { ROOT_PATH } from '../../src/archive/shard-path.ts'
import { findBrowser } from '../journeys/find-browser.ts'
import { launchBrowser } from '../journeys/launch-browser.ts'
import { BROTLI_MODULE, findProgram, freePort, startNginx } from '../journeys/web-server.ts'
import { inBenchFolder } from './measures/bench-folder.ts'
import { makeCorpus } from './measures/corpus.ts'
import { count, kilobytes, milliseconds } from './measures/figures.ts'
import { installLighthouse, type Lighthouse, type Scores } from './measures/lighthouse-scores.ts'
import { runOn } from './measures/machine.ts'
import { print, printRow } from './measures/print.ts'
import { publishSite } from './measures/publish-site.ts'
import { keepRows, type Row } from './measures/results.ts'

const RUNS = 3

const SECTION = {
  name: 'lighthouse',
  note: `A made corpus, published with \`kanbao: {precompress: true}\` and served by Debian's nginx with the configuration
that we ship, as Lighthouse sees it on a phone: a mid-range device on slow 4G, both of which it simulates. Each figure is
the median of ${RUNS} runs. Paints are the first and the largest one, blocking is the total blocking time, shift the
cumulative layout shift, bytes all that came over the wire.`,
  keys: 2,
}

/** Lets Lighthouse look at the home page and at the newest article of made corpora. */
export const run = async ({ posts = [1000] }: { posts?: readonly number[] }): Promise<void> => {
  const nginx = findProgram('nginx')
  if (nginx === undefined) throw new Error('nginx is missing: apt-get install nginx')
  for (const size of posts)
    await inBenchFolder(async (folder) => {
      const lighthouse = await installLighthouse(join(folder, 'lighthouse'))
      const [site, out] = [join(folder, 'site'), join(folder, 'out')]
      await makeCorpus(site, size)
      appendFileSync(join(site, '_config.yml'), '\nkanbao: {precompress: true}\n')
      await publishSite(site, out)
      const brotli = existsSync(BROTLI_MODULE)
      const server = await startNginx({ nginx, out, work: join(folder, 'nginx'), brotli })
      try {
        await lookAt(lighthouse, server.url, out, {
          posts: count(size),
          encoding: brotli ? 'Brotli' : 'gzip',
        })
      } finally {
        await server.stop()
      }
    })
}

const lookAt = async (
  lighthouse: Lighthouse,
  url: string,
  out: string,
  { posts, encoding }: { readonly posts: string; readonly encoding: string },
): Promise<void> => {
  const { newest } = JSON.parse(readFileSync(join(out, ROOT_PATH), 'utf8')) as Root
  const pages = { home: '', article: newest[0]?.permalink.slice(1) ?? '' }
  const port = await freePort()
  const browser = await launchBrowser(findBrowser(), port)
  try {
    for (const [page, path] of Object.entries(pages)) {
      const scores = await lighthouse.scoresOf(url + path, port, RUNS)
      const ran = runOn(undefined, `Lighthouse ${lighthouse.version}`)
      const row = { posts, page, ...cellsOf(scores), encoding, ...ran }
      printRow(row, SECTION.keys)
      if (scores.failed.length > 0) print('did not pass', ...scores.failed)
      keepRows(SECTION, [row])
    }
  } finally {
    await browser.close()
  }
}

const cellsOf = (scores: Scores): Row => ({
  performance: count(scores.performance),
  accessibility: count(scores.accessibility),
  'best practices': count(scores.bestPractices),
  SEO: count(scores.seo),
  'first paint': milliseconds(scores.firstPaint),
  'largest paint': milliseconds(scores.largestPaint),
  blocking: milliseconds(scores.blocking),
  shift: scores.shift.toFixed(3),
  bytes: kilobytes(scores.bytes),
})
