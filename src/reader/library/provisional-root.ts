import { FORMAT_VERSION } from '../../archive/limits.ts'
import type { PrintedPage } from '../../archive/printed-page.ts'
import type { Root } from '../../archive/root.ts'

/** As much of a root as a printed page knows: enough to render that page until the root itself is here. */
export const provisionalRoot = ({ site, list }: PrintedPage): Root => ({
  format: FORMAT_VERSION,
  edition: '',
  site,
  count: 0,
  // Those of a category are not the archive's: they tell neither when the paper came out nor which year it is.
  newest: list && !list.category ? list.headlines : [],
  recent: [],
  years: '',
  categories: { count: 0, top: list?.category ? [list.category] : [], directory: [], tallies: [] },
  addresses: [],
})
