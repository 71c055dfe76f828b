import type { Article } from '../archive/article.ts'
import type { CategoryEntry } from '../archive/categories.ts'
import type { Day } from '../archive/day.ts'
import { listAddresses } from '../archive/list-address.ts'
import type { Site } from '../archive/root.ts'
import type { Edition } from './edition.ts'
import type { FileClaims } from './stages/claim-files.ts'
import { headOf, type PageHead, pageWriter } from './stages/write-page.ts'

/** Pages that every site has; static hosts answer an unknown address with the second, and the app looks it up. */
export const HOME_PAGES = ['index.html', '404.html'] as const

const homeHead = ({ title, description }: Site): PageHead => ({
  title,
  description,
  address: '/',
  type: 'website',
})

/** What the pages of categories say. No count: it would change the page with each article. */
export const categoryHeads = (categories: readonly CategoryEntry[], site: Site): PageHead[] =>
  categories.map(({ slug, name }) => ({
    title: `${name} - ${site.title}`,
    description: [name, site.description || site.title].join(' · '),
    address: `/category/${encodeURIComponent(slug)}.html`,
    type: 'website',
  }))

/** What the site's own pages say, and those of its lists. */
export const listHeads = (lists: {
  readonly site: Site
  readonly categories: readonly CategoryEntry[]
  readonly pages: readonly Article[]
  readonly posts: readonly { readonly day: Day }[]
}): PageHead[] => {
  const { site, categories, pages, posts } = lists
  const slugs = categories.map(({ slug }) => slug)
  const days = new Set(posts.map(({ day }) => day))
  return [
    ...pages.map((page) => headOf(page, site)),
    ...listAddresses(site.archives ?? [], slugs, days).map((address) => ({ ...homeHead(site), address })),
  ]
}

/** Claims files for pages; the app opens the address of one that gets none. */
export const claimHeads = (heads: readonly PageHead[], files: FileClaims): ReadonlyMap<string, PageHead> => {
  const claimed = new Map<string, PageHead>()
  for (const head of heads) {
    const path = files.claim(head.address)
    if (path !== undefined) claimed.set(path, head)
  }
  return claimed
}

/** Writes such pages, and those that every site has. */
export const writeLists = (
  edition: Edition,
  template: string,
  site: Site,
  claimed: ReadonlyMap<string, PageHead>,
): void => {
  const write = pageWriter(template, site)
  for (const [path, head] of claimed) edition.put(path, write(head))
  const home = write(homeHead(site))
  for (const path of HOME_PAGES) edition.put(path, home)
}
