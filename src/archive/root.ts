import { aCategoryEntry } from './categories.ts'
import { type Check, type Checked, CheckFailure, count, list, object, optional, text } from './check.ts'
import { aHeadline } from './headline.ts'
import { FORMAT_VERSION, MAX_PARTS, NEWEST_HEADLINES, RECENT_MONTHS, TOP_CATEGORIES } from './limits.ts'
import { aName } from './name.ts'
import { aMenu } from './pages.ts'
import { aSearch } from './segments.ts'
import { aMonthEntry } from './timeline.ts'

/** Places that a reader can hand an article to by a plain link, by the names a site has for them. */
export const SHARE_TARGETS = ['weibo', 'x', 'telegram', 'mail'] as const

/** What the site says of itself, from `_config.yml`. */
export const aSite = object({
  title: text(200),
  description: text(500),
  /** A BCP 47 language tag. */
  lang: text(35),
  /** An IANA time zone; days and times of the archive are in it. */
  timezone: text(64),
  /** Scheme and host, without a slash at the end, or empty. */
  url: text(300),
  /** The path below which the site stands, `/news`, or empty. */
  baseurl: text(300),
  author: text(200),
  /** The lists with addresses of their own, as jekyll-archives has them: `categories`, `year`, `month`, `day`. */
  archives: optional(list(text(20), 4)),
  /** The address of a picture that stands for the site, absolute or below its base. */
  image: optional(text(500)),
  /** Which of SHARE_TARGETS are offered, in this order; absent for all of them. A later version may know more. */
  share: optional(list(text(20), 16)),
  /** The address of the feed of all articles, where there are feeds; `feed-address.ts` has the others. */
  feed: optional(text(300)),
})
export type Site = Checked<typeof aSite>

const aRootShape = object({
  format: count,
  /** Names this published state; equal editions have equal bytes throughout. */
  edition: aName,
  site: aSite,
  count,
  /** The newest headlines, newest first. */
  newest: list(aHeadline, NEWEST_HEADLINES),
  /** The newest months, newest first. */
  recent: list(aMonthEntry, RECENT_MONTHS),
  years: aName,
  categories: object({
    count,
    top: list(aCategoryEntry, TOP_CATEGORIES),
    directory: list(aName, MAX_PARTS),
    tallies: list(aName, MAX_PARTS),
  }),
  addresses: list(aName, MAX_PARTS),
  /** The site's own pages: those of the menu, and the shard that finds all of them, where there are any. */
  menu: optional(aMenu),
  pages: optional(aName),
  /** The search index, where there is one. */
  search: optional(aSearch),
})
export type Root = Checked<typeof aRootShape>

/** A root of a version this reader does not know: FORMAT.md, "Versions". */
export class NewerFormat extends Error {
  override readonly name = 'NewerFormat'
}

/** Refuses another version by name before it reads any other field. */
export const aRoot: Check<Root> = (value, place) => {
  const format = (value as { format?: unknown } | null)?.format
  if (typeof format === 'number' && format > FORMAT_VERSION)
    throw new NewerFormat(`${place}: format ${format}, and this reader knows ${FORMAT_VERSION}`)
  if (format !== FORMAT_VERSION) throw new CheckFailure(`${place}.format`, String(FORMAT_VERSION))
  return aRootShape(value, place)
}
