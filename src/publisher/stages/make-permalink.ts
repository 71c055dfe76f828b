import type { Category } from '../../archive/headline.ts'
import { lowerCase } from '../lower-case.ts'
import type { AddressDate } from '../post.ts'

/** Jekyll's built-in styles: https://jekyllrb.com/docs/permalinks/#built-in-formats */
const STYLES: ReadonlyMap<string, string> = new Map([
  ['date', '/:categories/:year/:month/:day/:title:output_ext'],
  ['pretty', '/:categories/:year/:month/:day/:title/'],
  ['ordinal', '/:categories/:year/:y_day/:title:output_ext'],
  ['weekdate', '/:categories/:year/W:week/:short_day/:title:output_ext'],
  ['none', '/:categories/:title:output_ext'],
])

export interface Placed {
  readonly date: AddressDate
  /** False for a post without any date: its address has the word undated where the date would be. */
  readonly isDated: boolean
  readonly categories: readonly Category[]
  /** The file name after its date, without extension. */
  readonly slug: string
  /** The path below `collections_dir`, as Jekyll has it. */
  readonly path: string
}

/** The address that Jekyll gives a post: `pattern` is the site's style or template, `own` the front matter's template. */
export const makePermalink = (pattern: string, post: Placed, own?: string): string => {
  const template = own ?? STYLES.get(pattern) ?? pattern
  const filled = template.replace(/:([a-z_]+)/g, (whole, name: string) => {
    // `:title:output_ext` and `:year_` alike: the longest known name wins.
    for (let end = name.length; end > 0; end--) {
      const value = fill(name.slice(0, end), post)
      if (value !== undefined) return value.replaceAll('%', '%25') + name.slice(end)
    }
    return whole
  })
  return encodePath(sanitize(filled)) || '/'
}

/** Jekyll's `URL#sanitize_url`, word for word: no two dots, no `./`, one slash in front and between. */
const sanitize = (url: string): string =>
  `/${url}`
    .replaceAll('..', '/')
    .replaceAll('./', '')
    .replace(/\/{2,}/g, '/')

type Placeholder = (post: Placed) => string

const two = (value: number): string => String(value).padStart(2, '0')

const baseName = ({ path }: Placed): string =>
  path.slice(path.lastIndexOf('/') + 1).replace(/(?<=.)\.[^.]*$/, '')
const PRETTY = /[^\p{L}\p{M}\p{Nd}._~!$&'()+,;=@]+/gu
const PLAIN = /[^\p{L}\p{M}\p{Nd}]+/gu

/** https://jekyllrb.com/docs/permalinks/#placeholders, and those of collections, which posts are one of. */
const OF_POST: Readonly<Record<string, Placeholder>> = {
  title: ({ slug }) => slugify(slug, PRETTY),
  slug: ({ slug }) => lowerCase(slugify(slug, PLAIN)),
  name: (post) => lowerCase(slugify(baseName(post), PLAIN)),
  path: ({ path }) =>
    path
      .replace(/\.[^./]*$/, '')
      .replace('_posts', '')
      .replace(/\.*$/, ''),
  collection: () => 'posts',
  categories: ({ categories }) => categories.map(({ slug }) => slug).join('/'),
  slugified_categories: ({ categories }) =>
    [...new Set(categories.map(({ slug }) => slugify(slug, PLAIN)))].join('/'),
  // Markdown becomes HTML; a post of any other form keeps its ending.
  output_ext: ({ path }) => /\.html?$/i.exec(path)?.[0] ?? '.html',
}

const OF_DATE: Readonly<Record<string, (date: AddressDate) => string>> = {
  year: ({ year }) => String(year).padStart(4, '0'),
  short_year: ({ year }) => two(year % 100),
  month: ({ month }) => two(month),
  i_month: ({ month }) => String(month),
  short_month: ({ month }) => (MONTHS[month - 1] ?? '').slice(0, 3),
  long_month: ({ month }) => MONTHS[month - 1] ?? '',
  day: ({ day }) => two(day),
  i_day: ({ day }) => String(day),
  y_day: (date) => String(dayOfYear(date)).padStart(3, '0'),
  short_day: (date) => (DAYS[weekday(date) - 1] ?? '').slice(0, 3),
  long_day: (date) => DAYS[weekday(date) - 1] ?? '',
  w_day: (date) => String(weekday(date)),
  week: (date) => two(isoWeek(date).week),
  w_year: (date) => String(isoWeek(date).year),
  hour: ({ hour }) => two(hour),
  minute: ({ minute }) => two(minute),
  second: ({ second }) => two(second),
}

/** The text of a placeholder, or nothing for a name Jekyll does not know. */
const fill = (name: string, post: Placed): string | undefined => {
  if (Object.hasOwn(OF_POST, name)) return OF_POST[name]?.(post)
  if (!Object.hasOwn(OF_DATE, name)) return undefined
  return post.isDated ? OF_DATE[name]?.(post.date) : name === 'year' ? 'undated' : ''
}

const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
)

type CalendarDate = Pick<AddressDate, 'year' | 'month' | 'day'>

const utc = ({ year, month, day }: CalendarDate): Date => {
  const date = new Date(Date.UTC(2000, month - 1, day))
  date.setUTCFullYear(year, month - 1, day)
  return date
}
const dayOfYear = (date: CalendarDate): number =>
  Math.round((utc(date).getTime() - utc({ ...date, month: 1, day: 1 }).getTime()) / 86_400_000) + 1
const weekday = (date: CalendarDate): number => utc(date).getUTCDay() || 7

/** ISO 8601: a week belongs to the year of its Thursday. */
const isoWeek = (date: CalendarDate): { year: number; week: number } => {
  const thursday = utc({ ...date, day: date.day + 4 - weekday(date) })
  const [year, month, day] = [thursday.getUTCFullYear(), thursday.getUTCMonth() + 1, thursday.getUTCDate()]
  return { year, week: Math.ceil(dayOfYear({ year, month, day }) / 7) }
}

const slugify = (text: string, others: RegExp): string => text.replace(others, '-').replace(/^-+|-+$/g, '')

/** Percent-encodes what RFC 3986 does not allow in a path, as Jekyll does; what is encoded already stays. */
const encodePath = (path: string): string =>
  path
    .replace(/\p{Surrogate}/gu, '\uFFFD') // half a character has no encoding
    .replace(/%(?![\da-f]{2})|[^\w\-.~!$&'()*+,;=:@/%]+/gi, (text) => encodeURIComponent(text))
