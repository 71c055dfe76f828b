import type { StandingPage } from '../archive/printed-page.ts'

type Outline = NonNullable<StandingPage['article']>

/** Stands in a mould for what stories differ in: letters, digits and dashes, which are written the same everywhere. */
const slot = (number: number): string => `kanbao-slot-${number}-`
const SLOT = /kanbao-slot-(\d+)-/

/** The slots of a category are behind those of the story. */
const CATEGORY_SLOT = 10

/** A story without what it says: pieces of markup, and the number of the slot behind each. */
interface Mould {
  readonly pieces: readonly string[]
  readonly slots: readonly number[]
}

/**
 * Prints the stories of pages. React renders one of each kind, with slots in it, and what a story says is put into
 * these: that takes a tenth of the time. Stories of a kind differ in nothing else, and tests hold it to React's own.
 * @param render prints a story as the reader shows it
 */
export const storyPrinter = (render: (page: StandingPage) => string): ((page: StandingPage) => string) => {
  const moulds = new Map<string, Mould>()
  return (page) => {
    const { site, article } = page
    // Links to articles of the archive are rare, and those of twins in one article stranger still.
    if (!article || article.source?.article || hasTwins(article)) return render(page)
    const kind = kindOf(site.lang, article)
    const mould =
      moulds.get(kind) ?? mouldOf(render({ ...page, article: emptied(article), body: slot(BODY) }))
    moulds.set(kind, mould)
    const values = valuesOf(article, page.body)
    return mould.pieces.map((piece, at) => piece + (values.get(mould.slots[at] ?? NO_SLOT) ?? '')).join('')
  }
}

const [TITLE, INSTANT, DAY, TIME, NAME, LINK, BODY, NO_SLOT] = [0, 1, 2, 3, 4, 5, 6, -1]

const hasTwins = ({ categories }: Outline): boolean =>
  new Set(categories.map(({ slug }) => slug)).size < categories.length

/** What the view looks at: whether something is there, and whether it is the same as something else. */
const kindOf = (lang: string, { title, day, time, instant, isPage, source, categories }: Outline): string =>
  JSON.stringify([
    lang,
    isUndated(day),
    isPage,
    [title, time, instant, source?.name, source?.link].map(Boolean),
    categories.map(({ name }) => [name === '', name === source?.name]),
  ])

const isUndated = (day: string): boolean => day.startsWith('0000')

/** An article of the same kind that says nothing. */
const emptied = (article: Outline): Outline => {
  const { title, day, time, instant, source, categories } = article
  const held = (text: string, number: number): string => (text === '' ? '' : slot(number))
  const name = source?.name === undefined ? undefined : held(source.name, NAME)
  return {
    ...article,
    title: held(title, TITLE),
    day: isUndated(day) ? day : slot(DAY),
    time: held(time, TIME),
    instant: held(instant, INSTANT),
    ...(source && {
      source: {
        ...(name !== undefined && { name }),
        ...(source.link !== undefined && { link: held(source.link, LINK) }),
      },
    }),
    categories: categories.map((category, at) => ({
      slug: slot(CATEGORY_SLOT + 2 * at),
      name: category.name === source?.name ? (name ?? '') : held(category.name, CATEGORY_SLOT + 2 * at + 1),
    })),
  }
}

const mouldOf = (markup: string): Mould => {
  const parts = markup.split(SLOT)
  return {
    pieces: parts.filter((_, at) => at % 2 === 0),
    slots: parts.filter((_, at) => at % 2 === 1).map(Number),
  }
}

/** What goes into the slots, as React writes it. */
const valuesOf = (article: Outline, body: string): ReadonlyMap<number, string> => {
  const { title, day, time, instant, source, categories } = article
  const values = new Map([
    [TITLE, escaped(title)],
    [INSTANT, escaped(instant)],
    [DAY, escaped(day)],
    [TIME, escaped(time)],
    [NAME, escaped(source?.name ?? '')],
    [LINK, escaped(source?.link ?? '')],
    [BODY, body],
  ] as [number, string][])
  for (const [at, { slug, name }] of categories.entries()) {
    // As in their addresses: see the article's dateline.
    values.set(CATEGORY_SLOT + 2 * at, escaped(encodeURIComponent(slug)))
    values.set(CATEGORY_SLOT + 2 * at + 1, escaped(name))
  }
  return values
}

const REFERENCES: Readonly<Record<string, string>> = {
  '"': '&quot;',
  '&': '&amp;',
  "'": '&#x27;',
  '<': '&lt;',
  '>': '&gt;',
}

const escaped = (text: string): string =>
  /["&'<>]/.test(text) ? text.replace(/["&'<>]/g, (sign) => REFERENCES[sign] ?? sign) : text
