import type { Headline } from '../../archive/headline.ts'
import {
  FORMAT_VERSION,
  NEWEST_BYTES,
  NEWEST_HEADLINES,
  RECENT_MONTHS,
  ROOT_BYTES,
} from '../../archive/limits.ts'
import type { Root, Site } from '../../archive/root.ts'
import type { MonthEntry } from '../../archive/timeline.ts'
import { nameOf } from '../edition.ts'

export interface RootParts {
  readonly site: Site
  /** Articles in the archive. */
  readonly count: number
  /** The newest headlines, newest first; those there is room for are taken. */
  readonly newest: readonly Headline[]
  readonly years: string
  readonly months: readonly MonthEntry[]
  readonly categories: Root['categories']
  readonly addresses: readonly string[]
  /** What finds the site's own pages; empty where it has none. */
  readonly pages: Pick<Root, 'menu' | 'pages'>
  readonly search?: Root['search']
}

/** Bytes of the root's format and edition fields, and some to spare. */
const OTHER_BYTES = 128

/** Makes the root; the edition is sealed with it, last, since it alone makes the shards reachable. */
export const packRoot = (parts: RootParts): Root => {
  const { site, count, years, months, categories, addresses, pages, search } = parts
  const rest = {
    site,
    count,
    newest: [] as readonly Headline[],
    recent: months.slice(-RECENT_MONTHS).reverse(),
    years,
    categories,
    addresses,
    ...pages,
    ...(search && { search }),
  }
  // Every other field is bounded by a limit of its own; the newest headlines take what room they leave.
  const room = ROOT_BYTES - Buffer.byteLength(JSON.stringify(rest)) - OTHER_BYTES
  rest.newest = fitting(parts.newest, Math.min(room, NEWEST_BYTES))
  const unnamed: Root = { format: FORMAT_VERSION, edition: '', ...rest }
  return { ...unnamed, edition: nameOf(JSON.stringify(unnamed)) }
}

const fitting = (headlines: readonly Headline[], room: number): Headline[] => {
  const newest: Headline[] = []
  let bytes = 0
  for (const headline of headlines.slice(0, NEWEST_HEADLINES)) {
    bytes += Buffer.byteLength(JSON.stringify(headline)) + 1
    if (bytes > room) break
    newest.push(headline)
  }
  return newest
}
