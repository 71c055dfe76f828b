import { spawnSync } from 'node:child_process'
import { cpSync, linkSync, mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Cost, measure } from './process-cost.ts'
import { settleDisk } from './settle-disk.ts'

/** What a person would write to show posts and lists of them; Hugo reads the posts' front matter as it is. */
const TEMPLATE = fileURLToPath(new URL('../../fixtures/hugo-site/', import.meta.url))

/** The version of the installed Hugo, or undefined where there is none. */
export const hugoVersion = (): string | undefined =>
  /v([\d.]+)/.exec(spawnSync('hugo', ['version'], { encoding: 'utf8' }).stdout ?? '')?.[1]

/** Makes a Hugo site of a Jekyll site's posts. Hard links, as Hugo does not follow the others. */
export const makeHugoSite = (jekyllSite: string, hugoSite: string): void => {
  cpSync(TEMPLATE, hugoSite, { recursive: true })
  const [from, to] = [join(jekyllSite, '_posts'), join(hugoSite, 'content', 'posts')]
  mkdirSync(to, { recursive: true })
  for (const name of readdirSync(from)) linkSync(join(from, name), join(to, name))
}

/** Builds a Hugo site; the cache is beside the output, so a new output has a new cache. */
export const buildHugoSite = async (site: string, out: string): Promise<Cost> => {
  await settleDisk()
  return measure(['hugo', '--source', site, '--destination', out, '--cacheDir', `${out}.cache`])
}
