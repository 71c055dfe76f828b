import { bytesOfText, type Compression, filesOfText } from './compressed-files.ts'
import type { HostName } from './host-budgets.ts'
import { pagesThatFit, pagesThatWeigh } from './host-budgets.ts'
import type { PostRecord } from './post-record.ts'
import { noteFor, type Problem } from './problems.ts'
import type { SettledPosts } from './settle-posts.ts'
import type { FileClaims } from './stages/claim-files.ts'

/** Which articles have pages, and in which files. */
export interface ArticlePages {
  /** Articles that have a page at their own address. */
  readonly count: number
  /** Files of an article; `place` is its place in the timeline. */
  pagesOf(post: PostRecord, place: number): readonly string[]
}

export interface PageRules {
  readonly host: HostName
  /** How many of the newest articles are to have a page. */
  readonly pages: 'all' | number
  /** Files of the edition that are no article's page. */
  readonly otherFiles: number
  /** Whether there is an index for searches. */
  readonly isIndexed: boolean
  readonly compression: Compression
}

const NONE: readonly string[] = []

/** No page for any article: the app opens their addresses. */
export const NO_PAGES: ArticlePages = { count: 0, pagesOf: () => NONE }

/**
 * Gives the newest articles their pages, as many as are wanted and the host bears. An address that no file can bear
 * is named; the app opens it.
 */
export const claimPages = (
  { posts, permalinkOf }: SettledPosts,
  { host, pages, otherFiles, isIndexed, compression }: PageRules,
  files: FileClaims,
  problems: Problem[],
): ArticlePages => {
  const heaviest = pagesThatWeigh(host, posts, isIndexed, bytesOfText(compression))
  const most = pagesThatFit(host, pages, posts.length, otherFiles, filesOfText(compression))
  const first = posts.length - Math.min(heaviest, most)
  const own: (string | undefined)[] = []
  for (const post of posts.slice(first)) {
    const path = files.claimOwn(permalinkOf(post))
    own.push(path)
    if (path === undefined)
      noteFor(problems, post.path)('address', 'has an address no file can bear', 'opens in the app', 1)
  }
  return {
    count: own.filter((path) => path !== undefined).length,
    pagesOf(_, place) {
      const path = own[place - first]
      return path === undefined ? NONE : [path]
    },
  }
}

/** Gives addresses that lead to articles with a page a page as well, as far as files are left for them. */
export const claimAliases = (
  { posts, moved }: SettledPosts,
  pages: ArticlePages,
  files: FileClaims,
): ArticlePages => {
  if (moved.size === 0) return pages
  const paged = new Set(posts.filter((post, place) => pages.pagesOf(post, place).length > 0))
  const aliases = new Map<PostRecord, string[]>()
  for (const [key, { post }] of moved) {
    const path = paged.has(post) ? files.claim(key) : undefined
    if (path !== undefined) aliases.set(post, [...(aliases.get(post) ?? []), path])
  }
  return {
    ...pages,
    pagesOf(post, place) {
      const more = aliases.get(post)
      return more ? [...pages.pagesOf(post, place), ...more] : pages.pagesOf(post, place)
    },
  }
}
