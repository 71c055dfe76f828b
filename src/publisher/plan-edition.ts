import { addressKey } from '../archive/address-key.ts'
import { FOLLOWED_CATEGORIES, PAGE_HEADLINES } from '../archive/limits.ts'
import { ROOT_PATH } from '../archive/shard-path.ts'
import { claimAliases, claimPages, NO_PAGES } from './claim-pages.ts'
import { compressionFor, filesOfText } from './compressed-files.ts'
import { cutPacks } from './cut-packs.ts'
import { nameOf } from './edition.ts'
import { MARK } from './edition-folder.ts'
import { HOST_BUDGETS } from './host-budgets.ts'
import { HEADERS_FILE, hostHeaders } from './host-headers.ts'
import type { KeyedFile } from './keyed-file.ts'
import { type PlacedFiles, placeFiles } from './place-files.ts'
import { type EntryPlan, planEntries } from './plan-entries.ts'
import { planFeeds } from './plan-feeds.ts'
import { indexFilesFor } from './plan-segments.ts'
import { planSitemap } from './plan-sitemap.ts'
import type { PostRecord } from './post-record.ts'
import type { Problem } from './problems.ts'
import type { Publishing } from './publishing.ts'
import type { ReadSite } from './read-site.ts'
import { runsOf } from './runs.ts'
import type { SettledPosts } from './settle-posts.ts'
import { printerVersion } from './source-version.mjs'
import { claimFiles, type FileClaims } from './stages/claim-files.ts'
import { type CountedCategories, countCategories, topCategories } from './stages/pack-categories.ts'
import { categoryPages, claimLists, HOME_PAGES, type ListPage, listPages } from './write-lists.ts'

/** What an edition is to hold, before the first file of it is written. */
export interface EditionPlan {
  readonly categories: CountedCategories
  readonly files: PlacedFiles
  readonly entries: readonly EntryPlan[]
  /** Pages that are no article's, by their files. */
  readonly lists: ReadonlyMap<string, ListPage>
  /** Feeds, sitemaps and what else is known by a key. */
  readonly keyed: readonly KeyedFile[]
  /** Articles that have a page of their own. */
  readonly pages: number
  /** What the host is told of headers, where it reads that and the site does not say it itself. */
  readonly headers: string | undefined
  /** Files that are no article's page, about and rather fewer than there will be. */
  readonly otherFiles: number
  readonly packBytes: number
  /** Whether a path is of a page or a copied file. */
  isClaimed(path: string): boolean
}

/** Settles which file is whose, and what each entry of the timeline hangs on. */
export const planEdition = (
  publishing: Publishing,
  site: ReadSite,
  settled: SettledPosts,
  problems: Problem[],
): EditionPlan => {
  const { config, folder, template, printer, app, known } = publishing
  const { posts, permalinkOf, moved } = settled
  let addresses: ReadonlySet<string> | undefined
  const isTaken = (key: string): boolean => {
    addresses ??= new Set([...posts.map((post) => addressKey(permalinkOf(post))), ...moved.keys()])
    return addresses.has(key)
  }
  const { found, identityOf } = site
  const placing = { folder, config, paths: found.staticFiles, identityOf, known: known.files, isTaken }
  const files = placeFiles(placing, problems)
  const categories = countCategories(posts)
  const { packBytes, bucketBytes } = HOST_BUDGETS[config.host]
  const reader = [...(app?.keys() ?? [])]
  const hasOwn = template === undefined || files.copied.includes(HEADERS_FILE)
  const headers = hasOwn ? undefined : hostHeaders(config.host, config.site.baseurl, reader)
  const own = headers === undefined ? [] : [HEADERS_FILE]
  const claims = claimFiles([...reader, ...own, ...files.copied, ...HOME_PAGES, ROOT_PATH, MARK])
  // Only for hosts that count files is it worth to count what is not there yet.
  const isCounted = Number.isFinite(HOST_BUDGETS[config.host].files)
  const indexFiles = isCounted && config.search ? indexFilesFor(posts, bucketBytes) : 0
  const compression = compressionFor(publishing)
  const ofText = filesOfText(compression)
  const shards = isCounted ? shardsFor(posts, packBytes) : 0
  const fixed = files.copied.length + reader.length + shards + indexFiles
  const plan = { categories, files, packBytes, headers, isClaimed: claims.has, otherFiles: fixed }
  const rules = {
    permalinkOf,
    packBytes,
    shell: nameOf(JSON.stringify([template, printer && printerVersion(), config.site])),
  }
  if (template === undefined)
    return {
      ...{ ...plan, lists: new Map(), keyed: [], pages: 0 },
      entries: planEntries(posts, { ...rules, ...NO_PAGES }),
    }

  const { all: everyCategory } = categories
  const top = topCategories(everyCategory).slice(0, FOLLOWED_CATEGORIES)
  const lists = claimLists(categoryPages(everyCategory, top, config.site), claims)
  const claim = fileClaimer(claims, settled, files)
  const feeds = planFeeds({ ...config, posts, permalinkOf, categories: top, claim })
  // Too many rather than too few: some are too small to be compressed.
  const compressed = (ofText - 1) * (reader.length + shards)
  const otherFiles = fixed + compressed + ofText * (lists.size + feeds.length + SPARE)
  const { host, pages, search: isIndexed } = config
  const paged = claimPages(settled, { host, pages, otherFiles, isIndexed, compression }, claims, problems)
  const more = claimLists(
    listPages({ ...config, categories: everyCategory, pages: files.pages, posts }),
    claims,
  )
  const all = claimAliases(settled, paged, claims)
  const heads = new Map([...lists, ...more])
  const entries = planEntries(posts, { ...rules, pagesOf: all.pagesOf })
  const others = [...heads.values()].map(({ head }) => head.address)
  return {
    ...plan,
    lists: heads,
    keyed: [...feeds, ...planSitemap({ ...config, entries, others, claim })],
    otherFiles: fixed + ofText * (lists.size + feeds.length),
    pages: paged.count,
    entries,
  }
}

/** Claims files for what is no page, but where an article or a page has the very address. */
const fileClaimer = (
  claims: FileClaims,
  { posts, permalinkOf, moved }: SettledPosts,
  { pages }: PlacedFiles,
): ((address: string) => string | undefined) => {
  const permalinks = [...posts.map(permalinkOf), ...pages.map(({ permalink }) => permalink)]
  // Most end as no other file does.
  const odd = permalinks.filter((permalink) => !permalink.endsWith('.html') && !permalink.endsWith('/'))
  const taken = new Set(odd.map(addressKey))
  return (address) => {
    const key = addressKey(address)
    return taken.has(key) || moved.has(key) ? undefined : claims.claimFile(address)
  }
}

/** Shards above the days and files of Kanbao's own, about. */
const SPARE = 300

/** How many shards the days of these articles take. */
const shardsFor = (posts: readonly PostRecord[], packBytes: number): number =>
  runsOf(posts, ({ day }) => day).reduce((total, [, run]) => {
    const packs = cutPacks(
      run.map(({ bytes }) => bytes),
      0,
      packBytes,
    )
    return total + 1 + Math.ceil(run.length / PAGE_HEADLINES) + packs.length
  }, 0)
