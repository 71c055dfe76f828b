import { type Article, headlineOf } from '../../archive/article.ts'
import type { Headline } from '../../archive/headline.ts'
import {
  FORMAT_VERSION,
  NEWEST_BYTES,
  NEWEST_HEADLINES,
  RECENT_MONTHS,
  ROOT_BYTES,
} from '../../archive/limits.ts'
import type { Root, Site } from '../../archive/root.ts'
import { ROOT_PATH } from '../../archive/shard-kinds.ts'
import type { MonthEntry } from '../../archive/timeline.ts'
import { type Edition, nameOf } from '../edition.ts'

export interface RootParts {
  readonly site: Site
  readonly articles: readonly Article[]
  readonly years: string
  readonly months: readonly MonthEntry[]
  readonly categories: Root['categories']
  readonly addresses: readonly string[]
  /** What finds the site's own pages; empty where it has none. */
  readonly pages: Pick<Root, 'menu' | 'pages'>
}

/** Bytes of the root's format and edition fields, and some to spare. */
const OTHER_BYTES = 128

/** Seals the edition: the root goes out last, since it alone makes the shards reachable. */
export const packRoot = (edition: Edition, parts: RootParts): Root => {
  const { site, articles, years, months, categories, addresses, pages } = parts
  const rest = {
    site,
    count: articles.length,
    newest: [] as readonly Headline[],
    recent: months.slice(-RECENT_MONTHS).reverse(),
    years,
    categories,
    addresses,
    ...pages,
  }
  // Every other field is bounded by a limit of its own; the newest headlines take what room they leave.
  const room = ROOT_BYTES - Buffer.byteLength(JSON.stringify(rest)) - OTHER_BYTES
  rest.newest = newestOf(articles, Math.min(room, NEWEST_BYTES))
  const unnamed: Root = { format: FORMAT_VERSION, edition: '', ...rest }
  const root: Root = { ...unnamed, edition: nameOf(JSON.stringify(unnamed)) }
  edition.seal(ROOT_PATH, JSON.stringify(root))
  return root
}

const newestOf = (articles: readonly Article[], room: number): Headline[] => {
  const newest: Headline[] = []
  let bytes = 0
  for (const article of articles.slice(-NEWEST_HEADLINES).reverse()) {
    const headline = headlineOf(article)
    bytes += Buffer.byteLength(JSON.stringify(headline)) + 1
    if (bytes > room) break
    newest.push(headline)
  }
  return newest
}
