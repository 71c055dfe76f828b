import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { firstView } from './measures/first-view.ts'
import { changesBetween, snapshot } from './measures/folder.ts'
import { kilobytes, print } from './measures/print.ts'
import { type Cost, measure } from './measures/process-cost.ts'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const MAKER = join(ROOT, '..', 'shared', 'corpus', 'make-corpus.mjs')
const VITE = join(ROOT, 'node_modules', 'vite', 'bin', 'vite.js')

/** Newest day of the corpus, and the day of the push after it. */
const [UNTIL, NEXT] = ['2022-06-30', '2022-07-01']
const PUSHED = 50
const LARGEST = 5

/** Publishes a made corpus whole, and again after a push of 50 posts, each time in a process of its own. */
export const run = async ({ posts = 1000 }: { posts?: number }): Promise<void> => {
  if (!existsSync(MAKER))
    throw new Error(
      `the corpus maker is missing: put make-corpus.mjs and media.tsv into ${join(MAKER, '..')}`,
    )
  const folder = mkdtempSync(join(tmpdir(), 'kanbao-bench-'))
  const [site, out] = [join(folder, 'site'), join(folder, 'out')]
  try {
    await make(site, posts, UNTIL, 1)
    printCost(`publish of ${posts} posts`, await publish(site, out))
    const before = snapshot(out)
    printFolder(before)
    print('first view, Brotli', ...firstView(out).map(({ path, bytes }) => `${path} ${kilobytes(bytes)}`))
    await make(site, PUSHED, NEXT, 2)
    printCost(`push of ${PUSHED} posts more`, await publish(site, out))
    const { added, changed, removed, bytes } = changesBetween(before, snapshot(out))
    print('the push changed', `${added} new files`, `${changed} changed`, `${removed} gone`, kilobytes(bytes))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const make = async (site: string, posts: number, until: string, seed: number): Promise<void> => {
  const args = { posts, out: site, until, seed, quirks: 0, days: until === NEXT ? 1 : 0 }
  await measure([MAKER, ...Object.entries(args).flatMap(([name, value]) => [`--${name}`, String(value)])], {})
}

const publish = (site: string, out: string): Promise<Cost> =>
  measure([VITE, 'build', '--logLevel', 'warn', ROOT], { SITE: site, OUT: out })

const printCost = (what: string, { wall, cpu, memory }: Cost): void =>
  print(
    what,
    `${wall.toFixed(1)} s`,
    `${cpu.toFixed(1)} s of CPU`,
    `${Math.round(memory / 1e6)} MB at the peak`,
  )

const printFolder = (files: ReadonlyMap<string, { bytes: number }>): void => {
  const sizes = [...files].map(([path, { bytes }]) => ({ path, bytes })).sort((a, b) => b.bytes - a.bytes)
  const total = sizes.reduce((sum, { bytes }) => sum + bytes, 0)
  print('output', `${sizes.length} files`, kilobytes(total))
  print('largest', ...sizes.slice(0, LARGEST).map(({ path, bytes }) => `${path} ${kilobytes(bytes)}`))
  print('root.json', kilobytes(files.get('archive/root.json')?.bytes ?? 0))
}
