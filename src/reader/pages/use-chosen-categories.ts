import { useCallback, useMemo } from 'react'
import type { CategoryEntry } from '../../archive/categories.ts'
import { useArchive } from '../asking/archive-context.ts'
import { useAnswer } from '../asking/use-answer.ts'
import { categoryOf } from '../library/directory.ts'

export interface ChosenCategories {
  readonly entries: readonly CategoryEntry[]
  /** The archive has been asked, and has no such category. */
  readonly isUnknown: (slug: string) => boolean
}

/** The chosen categories with their names: the largest are in the root, others are looked up. */
export const useChosenCategories = (slugs: readonly string[]): ChosenCategories => {
  const { archive, root } = useArchive()
  const { top } = root.categories
  const ask = useCallback(
    () =>
      Promise.all(
        slugs.map(async (slug) => {
          const known = top.find((entry) => entry.slug === slug)
          if (known) return known
          const found = await categoryOf(archive, slug)
          return found && { slug, ...found }
        }),
      ),
    [archive, top, slugs],
  )
  const { value } = useAnswer(ask)
  return useMemo(() => {
    const known = value ?? slugs.map((slug) => top.find((entry) => entry.slug === slug))
    const entries = known.filter((entry) => entry !== undefined)
    return {
      entries,
      isUnknown: (slug) => value !== undefined && !entries.some((entry) => entry.slug === slug),
    }
  }, [value, slugs, top])
}
