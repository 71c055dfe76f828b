import type { CategoryEntry } from '../../archive/categories.ts'
import type { Archive } from './archive.ts'
import { tallyOf } from './tallies.ts'

/** All categories, the largest first. */
export const categoriesOf = async (archive: Archive): Promise<readonly CategoryEntry[]> => {
  const { categories } = await archive.root()
  const parts = await Promise.all(categories.directory.map((name) => archive.shard('directory', name)))
  return parts.flatMap((part) => part.categories)
}

/** One category by its slug, in any case; nothing when the archive has none of that name. */
export const categoryOf = async (
  archive: Archive,
  slug: string,
): Promise<{ name: string; count: number } | undefined> => {
  const tally = await tallyOf(archive, slug.toLowerCase())
  return tally && { name: tally.name, count: tally.count }
}

/** The categories whose name, other names or slug hold the words; those that start with them come first. */
export const matchCategories = (
  entries: readonly CategoryEntry[],
  query: string,
): readonly CategoryEntry[] => {
  const wanted = fold(query)
  if (!wanted) return entries
  const ranked = entries.flatMap((entry) => {
    const names = [entry.name, entry.slug, ...(entry.also ?? [])].map(fold)
    if (names.some((name) => name.startsWith(wanted))) return [{ entry, rank: 0 }]
    return names.some((name) => name.includes(wanted)) ? [{ entry, rank: 1 }] : []
  })
  return ranked.sort((a, b) => a.rank - b.rank).map(({ entry }) => entry)
}

/** Case, width (ＡＢ and ab) and blanks make no difference to a person who types. */
const fold = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s+/g, '')
