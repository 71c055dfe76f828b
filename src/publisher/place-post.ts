import { UNDATED } from '../archive/day.ts'
import type { Category } from '../archive/headline.ts'
import type { AddressDate, Post, PostDate } from './post.ts'
import { type PostPlace, placeOf } from './post-place.ts'
import type { Note } from './problems.ts'
import type { SiteConfig } from './site-config.ts'
import { applyDefaults } from './stages/apply-defaults.ts'
import { makePermalink } from './stages/make-permalink.ts'
import { nameCategories } from './stages/name-categories.ts'
import { placePage } from './stages/place-page.ts'
import { resolveDate } from './stages/resolve-date.ts'
import { isQuoted, lineOfField } from './where-written.ts'

type Matter = Readonly<Record<string, unknown>>

/** Where and when a post is published. */
export interface Placement {
  /** The post's front matter with the site's defaults behind it. */
  readonly matter: Matter
  readonly date: PostDate
  /** When the post says that it was last changed, in milliseconds since 1970. */
  readonly modified: number | undefined
  readonly categories: readonly Category[]
  readonly slug: string
  readonly permalink: string
  /** Other addresses that are to lead to the post. */
  readonly aliases: readonly string[]
}

/** `2022-01-21-NW202201212257099936.md` → `NW202201212257099936`; a name without a date is a slug as it is. */
const SLUG = /^(?:\d{2,4}-\d{1,2}-\d{1,2}-)?(.*?)\.*(?:\.[^.]*)?$/

const quiet: Note = () => {}

/** Gives a post the address that Jekyll gives it, and the others under which it may be asked for. */
export const placePost = (post: Post, config: SiteConfig, note: Note): Placement => {
  const place = placeOf(post.path, config)
  const { addressOn, ...placement } = read(post, place, post.matter, config, note)
  const { date, matter } = placement
  const aliases = [
    // The two are one where the post names its zone.
    ...(date.local === date.address ? [] : [addressOn(date.local)]),
    ...config.formerPermalinks.map((template) => addressOn(date.address, template)),
    ...redirectsOf(post, matter, note),
  ]
  // What Jekyll takes for a body tells it nothing: its address is made of the file's name alone.
  if (!post.isReadByJekyll) aliases.push(read(post, place, {}, config, quiet).permalink)
  // In a folder of its own an archived post is a page to Jekyll.
  if (place.archiveDir !== undefined) aliases.push(placePage(post.path, matter.permalink, config.permalink))
  const others = new Set(aliases)
  others.delete(placement.permalink)
  return { ...placement, modified: modifiedOf(post, matter, config, note), aliases: [...others] }
}

const read = (post: Post, place: PostPlace, own: Matter, config: SiteConfig, note: Note) => {
  const matter = applyDefaults(config.defaults, place, own)
  const fileName = post.path.slice(post.path.lastIndexOf('/') + 1)
  const line = lineOfField(post, 'date')
  const date = resolveDate(
    matter.date,
    fileName,
    config.site.timezone,
    (kind, wrong, done) => note(kind, wrong, done, line),
    isQuoted(post, 'date'),
  )
  const categories = nameCategories(matter, place.folders)
  const slug = textOf(matter.slug) || SLUG.exec(fileName)?.[1] || ''
  const addressOn = (on: AddressDate, former?: string): string => {
    const placed = { date: on, isDated: date.day !== UNDATED, categories, slug, path: place.path }
    return makePermalink(former ?? config.permalink, placed, former ? undefined : textOf(matter.permalink))
  }
  return { matter, date, categories, slug, permalink: addressOn(date.address), addressOn }
}

/** `last_modified_at`, which jekyll-feed, jekyll-sitemap and jekyll-seo-tag read. */
const modifiedOf = (
  post: Post,
  { last_modified_at: written }: Matter,
  { site }: SiteConfig,
  note: Note,
): number | undefined => {
  const text = textOf(written)
  if (text === undefined) return undefined
  const { epoch } = resolveDate(text, '', site.timezone, quiet, isQuoted(post, 'last_modified_at'))
  if (epoch === undefined) {
    const wrong = `last_modified_at: “${text.slice(0, 40)}” is not a date`
    note('date', wrong, 'went on without it', lineOfField(post, 'last_modified_at'))
  }
  return epoch
}

/** The paths of `redirect_from`: https://github.com/jekyll/jekyll-redirect-from */
const redirectsOf = (post: Post, { redirect_from: written }: Matter, note: Note): string[] =>
  (Array.isArray(written) ? written : [written]).flatMap((path: unknown) => {
    if (path === undefined || path === null || path === '') return []
    if (typeof path === 'string' && !/^([a-z]+:)?\/\//i.test(path)) return [`/${path.replace(/^\/+/, '')}`]
    const shown = typeof path === 'string' ? `“${path.slice(0, 80)}”` : 'an entry'
    note('address', `redirect_from: ${shown} is not a path`, 'left out', lineOfField(post, 'redirect_from'))
    return []
  })

const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined
