import type { Article } from '../archive/article.ts'
import type { CategoryEntry } from '../archive/categories.ts'
import type { Day } from '../archive/day.ts'
import type { Headline } from '../archive/headline.ts'
import { listAddresses } from '../archive/list-address.ts'
import type { PrintedPage, PrintPage } from '../archive/printed-page.ts'
import type { Site } from '../archive/root.ts'
import type { FileClaims } from './stages/claim-files.ts'
import { headOf, type PageHead, pageWriter } from './stages/write-page.ts'
import { articlePageWriter } from './write-article-page.ts'

/** A page that is no post's. */
export interface ListPage {
  readonly head: PageHead
  /** One of the site's own pages, which is printed like an article. */
  readonly article?: Article
  /** A category whose newest headlines are printed. */
  readonly category?: CategoryEntry
}

/** Pages that every site has; static hosts answer an unknown address with the second, and the app looks it up. */
export const HOME_PAGES = ['index.html', '404.html'] as const

/** Where there are more categories, the pages of the largest alone are printed with headlines. */
const FEW_CATEGORIES = 100

const homeHead = ({ title, description }: Site): PageHead => ({
  name: title,
  description,
  address: '/',
  type: 'website',
})

/**
 * The pages of categories. A page with headlines is written again with each article of its category: a push of fifty
 * into two thousand categories touches thirty, and only the `largest` have them then.
 */
export const categoryPages = (
  categories: readonly CategoryEntry[],
  largest: readonly CategoryEntry[],
  site: Site,
): ListPage[] => {
  const followed = new Set(largest.map(({ slug }) => slug))
  const printed = new Set(
    (categories.length <= FEW_CATEGORIES ? categories : largest).map(({ slug }) => slug),
  )
  return categories.map((category) => {
    const { slug, name, count } = category
    const head: PageHead = {
      name,
      description: [name, site.description || site.title].join(' · '),
      address: `/category/${encodeURIComponent(slug)}.html`,
      type: 'website',
      ...(followed.has(slug) && { category: slug }),
    }
    return printed.has(slug) ? { head, category: { slug, name, count } } : { head }
  })
}

/** The site's own pages, and those of its lists. */
export const listPages = (lists: {
  readonly site: Site
  readonly categories: readonly CategoryEntry[]
  readonly pages: readonly Article[]
  readonly posts: readonly { readonly day: Day }[]
}): ListPage[] => {
  const { site, categories, pages, posts } = lists
  const slugs = categories.map(({ slug }) => slug)
  const days = new Set(posts.map(({ day }) => day))
  return [
    ...pages.map((article) => ({ head: headOf(article, article.html), article })),
    ...listAddresses(site.archives ?? [], slugs, days).map((address) => ({
      head: { ...homeHead(site), address },
    })),
  ]
}

/** Claims files for pages; the app opens the address of one that gets none. */
export const claimLists = (pages: readonly ListPage[], files: FileClaims): ReadonlyMap<string, ListPage> => {
  const claimed = new Map<string, ListPage>()
  for (const page of pages) {
    const path = files.claim(page.head.address)
    if (path !== undefined) claimed.set(path, page)
  }
  return claimed
}

/** What is printed in lists. */
export interface Printing {
  readonly template: string
  readonly site: Site
  readonly print: PrintPage | undefined
  /** The newest headlines of the archive, newest first. */
  readonly newest: readonly Headline[]
  /** The search index, where there is one. */
  readonly search: PrintedPage['search']
  /** Those of a category. */
  newestIn(slug: string): readonly Headline[]
}

/** Makes such pages, and those that every site has, by their paths. */
export const printLists = (
  claimed: ReadonlyMap<string, ListPage>,
  { template, site, print, newest, search, newestIn }: Printing,
): ReadonlyMap<string, string> => {
  const write = pageWriter(template, site)
  const writeArticle = articlePageWriter(template, site, print)
  const writeList = (
    head: PageHead,
    list: NonNullable<PrintedPage['list']>,
    own?: PrintedPage['search'],
  ): string => {
    if (!print) return write(head)
    const page = { site, list, ...(own && { search: own }) }
    return write(head, { markup: print({ ...page, body: '' }, head.address), page })
  }
  const home = homeHead(site)
  const pages = new Map<string, string>()
  for (const [path, { head, article, category }] of claimed) {
    if (article) pages.set(path, writeArticle(article, article.html))
    else if (category) pages.set(path, writeList(head, { category, headlines: newestIn(category.slug) }))
    else pages.set(path, write(head))
  }
  const [index, unknown] = HOME_PAGES
  return pages.set(index, writeList(home, { headlines: newest }, search)).set(unknown, write(home))
}
