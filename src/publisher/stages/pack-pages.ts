import { addressKey } from '../../archive/address-key.ts'
import type { Article } from '../../archive/article.ts'
import { MENU_LENGTH, MENU_PAGES, type MenuEntry } from '../../archive/pages.ts'
import { type Edition, putShard } from '../edition.ts'
import { compare } from '../problems.ts'

/** Packs the site's own pages, each alone, and what finds them; returns what the root says of them. */
export const packPages = (
  edition: Edition,
  pages: readonly Article[],
): { menu?: MenuEntry[]; pages?: string } => {
  if (pages.length === 0) return {}
  const entries = pages.map((page): [string, string] => [
    addressKey(page.permalink),
    putShard(edition, 'bodies', { day: page.day, articles: [page] }),
  ])
  entries.sort(([a], [b]) => compare(a, b))
  const menu = pages
    .filter(({ title, permalink }) => title.length + permalink.length <= MENU_LENGTH)
    .slice(0, MENU_PAGES)
    .map(({ title, permalink }) => ({ title, permalink }))
  return { menu, pages: putShard(edition, 'pages', { pages: Object.fromEntries(entries) }) }
}
