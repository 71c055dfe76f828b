import { type Day, UNDATED } from '../../archive/day.ts'
import { useWords } from '../words/words-context.ts'

interface DayHeadingProps {
  readonly day: Day
  /** Nothing while it is not known. */
  readonly count: number | undefined
  /** The copy at the top of the screen, which says again what the heading in the list says. */
  readonly pinned?: boolean
}

/** A day and how many articles it has. */
export const DayHeading = ({ day, count, pinned = false }: DayHeadingProps) => {
  const words = useWords()
  const name = words.day(day)
  const Heading = pinned ? 'p' : 'h2'
  return (
    <div className={pinned ? 'day-heading day-pinned' : 'day-heading'}>
      <Heading className="day-name">{day === UNDATED ? name : <time dateTime={day}>{name}</time>}</Heading>
      {count !== undefined && <span className="day-count">{words.numbers.articles(count)}</span>}
    </div>
  )
}
