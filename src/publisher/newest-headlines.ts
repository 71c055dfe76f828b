import type { Headline } from '../archive/headline.ts'
import { NEWEST_HEADLINES } from '../archive/limits.ts'
import { shardPath } from '../archive/shard-kinds.ts'
import type { Page } from '../archive/timeline.ts'
import type { Edition } from './edition.ts'

/** The newest headlines, newest first, read off the pages that have just been packed or stand there still. */
export const newestHeadlines = (
  edition: Edition,
  entries: readonly { readonly pages: readonly string[] }[],
): Headline[] => {
  const newest: Headline[] = []
  for (const { pages } of [...entries].reverse())
    for (const name of [...pages].reverse()) {
      if (newest.length >= NEWEST_HEADLINES) return newest
      const page = JSON.parse(edition.get(shardPath('page', name)) ?? '') as Page
      newest.push(...[...page.headlines].reverse())
    }
  return newest
}
