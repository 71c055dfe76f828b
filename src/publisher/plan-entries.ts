import type { Day } from '../archive/day.ts'
import { DAY_ARTICLES } from '../archive/limits.ts'
import { nameOf } from './edition.ts'
import { pagePath } from './page-path.ts'
import type { PostRecord } from './post-record.ts'
import { piecesOf, runsOf } from './runs.ts'

/** An entry of a month that is to be, and a key that stands for all its files hang on. */
export interface EntryPlan {
  readonly day: Day
  readonly key: string
  /** Its articles, oldest first. */
  readonly posts: readonly PostRecord[]
  readonly permalinks: readonly string[]
  /** Whether most articles have the page that their own address names; `odd` has those of the others, by place. */
  readonly isPaged: boolean
  readonly odd: ReadonlyMap<number, readonly string[]>
}

export interface EntryRules {
  permalinkOf(post: PostRecord): string
  /**
   * Files of the pages that show an article, that of its own address first; `place` is its place in the whole
   * timeline.
   */
  pagesOf(post: PostRecord, place: number): readonly string[]
  /** Stands for what every page hangs on: the shell, the site. */
  readonly shell: string
  readonly packBytes: number
}

/** Cuts the timeline into entries of at most DAY_ARTICLES articles of one day. */
export const planEntries = (posts: readonly PostRecord[], rules: EntryRules): EntryPlan[] => {
  let start = 0
  return runsOf(posts, ({ day }) => day).flatMap(([day, run]) =>
    piecesOf(run, DAY_ARTICLES).map((piece) => {
      start += piece.length
      return planEntry(day, piece, start - piece.length, rules)
    }),
  )
}

const planEntry = (day: Day, posts: readonly PostRecord[], start: number, rules: EntryRules): EntryPlan => {
  const permalinks = posts.map(rules.permalinkOf)
  const files = posts.map((post, place) => rules.pagesOf(post, start + place))
  const paged = files.filter(({ length }) => length > 0).length
  const isPaged = paged * 2 > posts.length
  const odd = new Map<number, readonly string[]>()
  for (const [place, own] of files.entries()) {
    const isOwn = permalinks[place] === posts[place]?.permalink
    if (own.length !== (isPaged ? 1 : 0) || (isPaged && !isOwn)) odd.set(place, own)
  }
  // What a post's article hangs on is in its id and its answers; what stands here is what others have to do with it.
  const given = permalinks.flatMap((permalink, place) =>
    permalink === posts[place]?.permalink ? [] : [[place, permalink]],
  )
  const answers = posts.flatMap((post, place) => (post.asks.length > 0 ? [[place, ...post.answers]] : []))
  const ids = posts.map(({ id }) => id).join('')
  const paths = nameOf(posts.map(({ path }) => path).join('\0'))
  const parts = [
    day,
    rules.packBytes,
    isPaged,
    paged > 0 && rules.shell,
    ids,
    paths,
    given,
    answers,
    [...odd],
  ]
  return { day, key: nameOf(JSON.stringify(parts)), posts, permalinks, isPaged, odd }
}

/** The pages that an article has when nothing is odd about it. */
export const usualPages = ({ permalink }: PostRecord, isPaged: boolean): readonly string[] => {
  const path = isPaged ? pagePath(permalink) : undefined
  return path === undefined ? [] : [path]
}

/** All pages of an entry, those of one article after those of another. */
export const pagesIn = ({
  posts,
  isPaged,
  odd,
}: Pick<EntryPlan, 'posts' | 'isPaged' | 'odd'>): readonly string[][] =>
  posts.map((post, place) => [...(odd.get(place) ?? usualPages(post, isPaged))])
