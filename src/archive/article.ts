import { type Checked, flag, list, matching, object, optional, text } from './check.ts'
import { aDay } from './day.ts'
import { aCategory, aPermalink, type Headline } from './headline.ts'

/** Where an article was first published: a name, an http(s) address, or both. */
export const aSource = object({
  /** The source's own article, where this archive holds it too. */
  article: optional(aPermalink),
  name: optional(text()),
  link: optional(matching(/^https?:\/\//, 'an http address')),
})
export type Source = Checked<typeof aSource>

/** One article, whole. `html` has passed the publisher's allow-list; a reader still sanitizes it at the sink. */
export const anArticle = object({
  permalink: aPermalink,
  day: aDay,
  time: matching(/^(\d\d:\d\d)?$/, 'a time HH:MM'),
  /** ISO 8601 with the site zone's offset at that moment, `2022-04-10T06:33:00+08:00`; empty when undated. */
  instant: text(),
  title: text(),
  excerpt: text(),
  categories: list(aCategory),
  source: optional(aSource),
  /** True for a page of the site's own, which stands in no timeline. */
  isPage: optional(flag),
  html: text(),
})
export type Article = Checked<typeof anArticle>

/** What a list shows of an article. */
export const headlineOf = ({ permalink, day, time, title, excerpt, categories }: Headline): Headline => ({
  permalink,
  day,
  time,
  title,
  excerpt,
  categories,
})
