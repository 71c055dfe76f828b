import { useCallback, useMemo } from 'react'
import { UNDATED } from '../../archive/day.ts'
import { useArchive } from '../asking/archive-context.ts'
import { useAnswer } from '../asking/use-answer.ts'
import { categoriesOf } from '../library/directory.ts'

/** Fetched when somebody goes to the box: most readers of a front page never do. */
const loadOffer = () => import('./offer.ts').then(({ offer }) => offer)

const NOTHING = () => Promise.resolve(undefined)

/**
 * The suggestions for a text, and the list that shows them; none until they are wanted and here. Where they cannot be
 * fetched, the box searches without them.
 */
export const useSuggestions = (text: string, recent: readonly string[], isWanted: boolean) => {
  const { archive, root } = useArchive()
  const offer = useAnswer(isWanted ? loadOffer : NOTHING).value
  const askCategories = useCallback(() => categoriesOf(archive), [archive])
  const categories = useAnswer(isWanted ? askCategories : NOTHING).value ?? root.categories.top
  const newest = root.newest.find(({ day }) => day !== UNDATED)?.day
  const { timezone } = root.site
  return useMemo(() => {
    const today = offer?.todayIn(timezone, new Date()) ?? UNDATED
    return {
      suggestions: offer?.suggestionsFor({ text, recent, categories, today, newest }) ?? [],
      SuggestionList: offer?.SuggestionList,
    }
  }, [offer, text, recent, categories, newest, timezone])
}
