import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { measure } from './process-cost.ts'

const MAKER = fileURLToPath(new URL('../../../../shared/corpus/make-corpus.mjs', import.meta.url))

/** Newest day of the corpus, and the day of the push after it. */
const [UNTIL, NEXT] = ['2022-06-30', '2022-07-01']

/** Makes a site of so many posts; its front matter is sound, as Hugo stops at the first that is not. */
export const makeCorpus = (site: string, posts: number): Promise<void> =>
  make({ posts, out: site, until: UNTIL, seed: 1, quirks: 0 })

/** Puts more posts into a made site, all of the day after its newest. */
export const pushPosts = (site: string, posts: number): Promise<void> =>
  make({ posts, out: site, until: NEXT, seed: 2, quirks: 0, days: 1 })

const make = async (options: Readonly<Record<string, string | number>>): Promise<void> => {
  if (!existsSync(MAKER))
    throw new Error(
      `the corpus maker is missing: put make-corpus.mjs and media.tsv into ${join(MAKER, '..')}`,
    )
  const args = Object.entries(options).flatMap(([name, value]) => [`--${name}`, String(value)])
  await measure([process.execPath, MAKER, ...args])
}
