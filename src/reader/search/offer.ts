import { SuggestionList } from './suggestion-list.tsx'
import { suggestionsFor } from './suggestions.ts'
import { todayIn } from './typed-periods.ts'

/** All that the search box offers beyond searching, in one piece: one request when it is first used. */
export const offer = { suggestionsFor, todayIn, SuggestionList }
