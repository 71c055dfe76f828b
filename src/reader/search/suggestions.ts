import type { CategoryEntry } from '../../archive/categories.ts'
import { type Day, UNDATED } from '../../archive/day.ts'
import { matchCategories } from '../library/directory.ts'
import type { Suggestion } from './search-changes.ts'
import { typedPeriods } from './typed-periods.ts'

/** All that the suggestions hang on. */
export interface Typed {
  readonly text: string
  readonly recent: readonly string[]
  readonly categories: readonly CategoryEntry[]
  /** The day it is in the site's zone. */
  readonly today: Day
  /** The archive's last day with articles. */
  readonly newest: Day | undefined
}

const CATEGORIES_OFFERED = 5
const RECENT_OFFERED = 3

/**
 * What may be meant by the text so far: the search itself first, since that is what Enter does, then days, earlier
 * searches and categories. Without any text, all that was searched for before.
 */
export const suggestionsFor = ({ text, recent, categories, today, newest }: Typed): readonly Suggestion[] => {
  const words = text.trim()
  if (!words) return recent.map((each) => ({ kind: 'recent', words: each }))
  const known = newest && newest !== UNDATED ? newest : today
  const sought = words.toLowerCase()
  const earlier = recent.filter((each) => each !== words && each.toLowerCase().includes(sought))
  return [
    { kind: 'search', words },
    ...typedPeriods(words, today, known).map((period) => ({ kind: 'period', ...period }) as const),
    ...earlier.slice(0, RECENT_OFFERED).map((each) => ({ kind: 'recent', words: each }) as const),
    ...matchCategories(categories, words)
      .slice(0, CATEGORIES_OFFERED)
      .map((entry) => ({ kind: 'category', entry }) as const),
  ]
}
