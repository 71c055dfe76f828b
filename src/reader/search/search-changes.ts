import type { CategoryEntry } from '../../archive/categories.ts'
import type { Filter } from '../library/filter.ts'

/** Something the reader may have meant by what stands in the search box. */
export type Suggestion =
  | { readonly kind: 'search' | 'recent'; readonly words: string }
  | { readonly kind: 'category'; readonly entry: CategoryEntry }
  | { readonly kind: 'period'; readonly from: string; readonly to: string }

/** The filter with these words, or without any; categories and dates stay in force. */
export const withWords = (filter: Filter, words: string): Filter => {
  const { words: _, order, ...rest } = filter
  const sought = words.trim()
  return sought ? { ...rest, words: sought, ...(order && { order }) } : rest
}

/** What a suggestion makes of the filter: a category or a period takes the place of those that were chosen. */
export const withSuggestion = (filter: Filter, suggestion: Suggestion): Filter => {
  if (suggestion.kind === 'category') return { ...filter, categories: [suggestion.entry.slug] }
  if (suggestion.kind === 'period') return { ...filter, from: suggestion.from, to: suggestion.to }
  return withWords(filter, suggestion.words)
}
