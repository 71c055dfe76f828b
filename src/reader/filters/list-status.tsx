import { useEffect, useState } from 'react'
import type { ListingState } from '../library/listing.ts'
import { useWords } from '../words/words-context.ts'

interface ListStatusProps {
  readonly state: ListingState
  readonly isSearch: boolean
  /** Without any filter the count is said, but takes no room. */
  readonly isShown: boolean
}

/** How long a count must stand before it is said: one that grows as a search goes on would stutter. */
const STEADY_MS = 700

/** How many articles there are, and what a search is about: for the eye at once, for the ear when it has settled. */
export const ListStatus = ({ state, isSearch, isShown }: ListStatusProps) => {
  const { numbers, list, search } = useWords()
  const { headlines, total, phase, isOfTitles } = state
  const isAtWork = phase === 'reading' || (phase === 'resting' && headlines.length === 0)
  const isGoingOn = isSearch && !total && isAtWork
  const count =
    total &&
    (total.exact ? list.counted(numbers.articles(total.value)) : numbers.articlesAtLeast(total.value))
  const said = [isGoingOn ? search.searching : count, isOfTitles && search.titlesOnly].filter(Boolean)
  const text = said.join(' · ')
  const steady = useSteady(text, isSearch ? STEADY_MS : 0)
  const isSteady = steady === text
  return (
    <>
      {isShown && !isSteady && (
        <p className="token-count" aria-hidden="true">
          {text}
        </p>
      )}
      <p className={isShown && isSteady ? 'token-count' : 'hidden'} role="status">
        {steady}
      </p>
    </>
  )
}

/** The text as it was when it last stood still so long; at once where no time is asked for. */
const useSteady = (text: string, milliseconds: number): string => {
  const [steady, setSteady] = useState(text)
  useEffect(() => {
    if (milliseconds === 0) return setSteady(text)
    const timer = setTimeout(() => setSteady(text), milliseconds)
    return () => clearTimeout(timer)
  }, [text, milliseconds])
  return milliseconds === 0 ? text : steady
}
