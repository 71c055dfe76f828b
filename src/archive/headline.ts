import { type Checked, list, matching, object, text } from './check.ts'
import { aDay } from './day.ts'

/** A category as an article carries it: the slug stands in addresses, the name is what people read. */
export const aCategory = object({ slug: text(), name: text() })
export type Category = Checked<typeof aCategory>

/** An address within the site, from its root, percent-encoded as in a browser's address bar: `/macro/2022/01/21/a.html`. */
export const aPermalink = matching(/^\/(?![/\\])[^\s\\]*$/, 'a path from the site’s root')

/** What a list shows of an article. */
export const aHeadline = object({
  permalink: aPermalink,
  day: aDay,
  /** `HH:MM` in the site's zone; empty when the post names no time. */
  time: matching(/^(\d\d:\d\d)?$/, 'a time HH:MM'),
  title: text(),
  /** Plain text, at most EXCERPT_LIMIT characters. */
  excerpt: text(),
  categories: list(aCategory),
})
export type Headline = Checked<typeof aHeadline>
