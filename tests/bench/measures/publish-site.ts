import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Cost, measure } from './process-cost.ts'
import { settleDisk } from './settle-disk.ts'

const ROOT = fileURLToPath(new URL('../../../', import.meta.url))
const PUBLISHER = join('src', 'publisher', 'run-publish.mjs')
const VITE = join('node_modules', 'vite', 'bin', 'vite.js')

/** Publishes a site the way its owner does: the whole command, from the start of Node to its end. */
export const publishSite = async (site: string, out: string): Promise<Cost> => {
  await settleDisk()
  const command = existsSync(join(ROOT, PUBLISHER)) ? [PUBLISHER] : [VITE, 'build', '--logLevel', 'warn']
  return measure([process.execPath, ...command], { env: { SITE: site, OUT: out }, cwd: ROOT })
}

/** How many articles the last publish reports. */
export const articlesOf = (out: string): number =>
  (JSON.parse(readFileSync(`${out}.report.json`, 'utf8')) as { articles: number }).articles
