import type { Tally } from '../../archive/categories.ts'
import { itemOf } from '../../archive/check.ts'
import { partOf } from '../../archive/fingerprint.ts'
import type { Archive } from './archive.ts'

/** Where the articles of one category lie; nothing when the archive has no such category. */
export const tallyOf = async (archive: Archive, slug: string): Promise<Tally | undefined> => {
  const { categories } = await archive.root()
  const name = categories.tallies[partOf(slug, categories.tallies.length)]
  if (!name) return undefined
  return itemOf((await archive.shard('tally', name)).categories, slug)
}

/** The tallies of those categories that exist, each with its slug. */
export const talliesOf = async (
  archive: Archive,
  slugs: readonly string[],
): Promise<[slug: string, Tally][]> => {
  const tallies = await Promise.all(slugs.map((slug) => tallyOf(archive, slug)))
  return slugs.flatMap((slug, index) => {
    const tally = tallies[index]
    return tally ? [[slug, tally] as [string, Tally]] : []
  })
}
