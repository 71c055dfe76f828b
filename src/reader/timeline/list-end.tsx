import type { ListingState } from '../library/listing.ts'
import { useWords } from '../words/words-context.ts'

/** What stands below the last headline. Its height is always the same, so that nothing jumps. */
export const ListEnd = ({ headlines, phase }: ListingState) => {
  const words = useWords()
  return (
    <p className="list-end">
      {phase === 'ended' && words.list.ended(headlines.length)}
      {phase === 'reading' && words.list.reading}
    </p>
  )
}
