import { PACK_BYTES } from '../archive/limits.ts'

export const HOST_NAMES = ['github-pages', 'cloudflare-pages', 'netlify', 'any'] as const
/** A value of `kanbao.host`; `any` is a host whose limits nobody has named. */
export type HostName = (typeof HOST_NAMES)[number]

/** What a host bears of one site; a limit that it does not have, or does not tell, is infinite. */
export interface HostBudget {
  /** As its owner calls it. */
  readonly title: string
  /** Bytes of all files together. */
  readonly bytes: number
  readonly files: number
  /** Bytes of one file. */
  readonly fileBytes: number
  /** Files in one folder, those of its folders not counted. */
  readonly folderFiles: number
  /** The pack size (FORMAT.md, "Days") that suits the host. */
  readonly packBytes: number
  /** Bytes of a bucket of the search index that suit the host, about. */
  readonly bucketBytes: number
}

const NO_LIMITS: Omit<HostBudget, 'title'> = {
  bytes: Number.POSITIVE_INFINITY,
  files: Number.POSITIVE_INFINITY,
  fileBytes: Number.POSITIVE_INFINITY,
  folderFiles: Number.POSITIVE_INFINITY,
  packBytes: PACK_BYTES,
  bucketBytes: 7 * 1024,
}

export const HOST_BUDGETS: Readonly<Record<HostName, HostBudget>> = {
  /**
   * “Published GitHub Pages sites may be no larger than 1 GB”: https://docs.github.com/en/pages/getting-started-with-github-pages/github-pages-limits
   * Read as 10⁹ bytes on disk, the strictest reading: GitHub's deploy action warns above 2³⁰, of the packed artifact.
   * The 100 MB for a file are git's; what a workflow deploys does not go through git.
   */
  'github-pages': { ...NO_LIMITS, title: 'GitHub Pages', bytes: 1e9 },
  /**
   * 20,000 files on the Free plan, 25 MiB each: https://developers.cloudflare.com/pages/platform/limits/
   * An article of 5 kB at 1,480 a day takes 1/32 of a headline page, 5/1,480 of the day's other shards, and of a pack
   * 1/52 at 256 KiB, 1/209 at 1 MiB: without pages of their own and without searches, 371,000 or 507,000 articles fit.
   * Compressed to a third, a cold article costs its reader 87 or 350 kB. At 256 KiB packs cost fewer files than
   * headline pages do; beyond, four times the wait would buy a third more room. The index takes 2.4 kB an article: in
   * buckets of 64 KiB 1/27 of a file, and some 0.6 MB for a search of 100,000 articles.
   */
  'cloudflare-pages': {
    ...NO_LIMITS,
    title: 'Cloudflare Pages',
    files: 20_000,
    fileBytes: 25 * 1024 * 1024,
    packBytes: 256 * 1024,
    bucketBytes: 64 * 1024,
  },
  /** No limit of files in all, 54,000 in a folder: https://docs.netlify.com/site-deploys/overview/ */
  netlify: { ...NO_LIMITS, title: 'Netlify', folderFiles: 54_000 },
  any: { ...NO_LIMITS, title: 'any host' },
}

/**
 * The share of a host's files that no article's page takes. Pages give way to shards at each publish, but shards of
 * earlier editions may stay for a day (FORMAT.md, "Publishing"), and a day's pushes must find room beside them. For
 * Cloudflare it is 2,000 files: the new shards of a push, some ten or twenty, a hundred times and more.
 */
const KEPT_FREE = 0.1

/** Bytes of an article's page besides its text, about: the reader's shell, what it says of the article, what stands around. */
export const PAGE_BYTES = 6500

/** Bytes of an article, about, where they are not known: those of the posts that were observed. */
export const TEXT_BYTES = 5500

/** What the edition weighs besides pages, by the bytes of its articles: shards, and an index. */
const SHARDS_SHARE = 1.05
const INDEX_SHARE = 0.4

/**
 * How many of the newest articles may have a page of their own where the host weighs what it takes.
 * @param articles their bytes as JSON, oldest first
 * @param times how many times its bytes a text takes, with what is compressed of it
 */
export const pagesThatWeigh = (
  host: HostName,
  articles: readonly { readonly bytes: number }[],
  isIndexed: boolean,
  times = 1,
): number => {
  const { bytes: most } = HOST_BUDGETS[host]
  if (!Number.isFinite(most)) return articles.length
  const texts = articles.reduce((sum, { bytes }) => sum + bytes, 0)
  let room = most * (1 - KEPT_FREE) - texts * (times * SHARDS_SHARE + (isIndexed ? INDEX_SHARE : 0))
  let count = 0
  for (let place = articles.length - 1; place >= 0; place--) {
    room -= times * ((articles[place]?.bytes ?? 0) + PAGE_BYTES)
    if (room < 0) break
    count++
  }
  return count
}

/**
 * How many of the newest articles get a page of their own: as many as are wanted and, where the host counts files,
 * fit beside `otherFiles`, which is all files but those pages, if each takes `filesOfPage`.
 */
export const pagesThatFit = (
  host: HostName,
  wanted: 'all' | number,
  articles: number,
  otherFiles: number,
  filesOfPage = 1,
): number => {
  const room = (Math.floor(HOST_BUDGETS[host].files * (1 - KEPT_FREE)) - otherFiles) / filesOfPage
  return Math.max(0, Math.min(wanted === 'all' ? articles : wanted, articles, Math.floor(room)))
}
