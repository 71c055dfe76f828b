import { memo } from 'react'
import { Link } from 'react-router-dom'
import { UNDATED } from '../../archive/day.ts'
import type { ListedHeadline } from '../library/listing.ts'
import { Marked } from './marked.tsx'

interface HeadlineRowProps {
  readonly headline: ListedHeadline
  readonly row: number
  /** What the article's page is to know of the list it was opened from. */
  readonly state: unknown
  readonly isOpen: boolean
  /** Where no heading tells the day, the row does. */
  readonly showsDay?: boolean
  /** The language of the news, which need not be the interface's. */
  readonly lang: string
}

/** One article in the list: its time in the gutter, its title, the start of its text, its category. */
export const HeadlineRow = memo((props: HeadlineRowProps) => {
  const { headline, row, state, isOpen, showsDay = false, lang } = props
  const { permalink, day, time, title, excerpt, categories, marks } = headline
  const name = [
    'headline',
    isOpen && 'headline-open',
    marks && 'headline-found',
    showsDay && 'headline-dated',
  ]
  const isDayShown = showsDay && day !== UNDATED
  return (
    <article className={name.filter(Boolean).join(' ')} data-row={row} lang={lang}>
      {(time || isDayShown) && (
        <time className="headline-time" dateTime={time ? `${day}T${time}` : day}>
          {isDayShown && <span className="headline-day">{day}</span>} {time}
        </time>
      )}
      {/* No heading: the days are. Windowed, a list of h3 would again and again begin without its h2. */}
      <p className="headline-title">
        <Link to={permalink} state={state} aria-current={isOpen ? 'page' : undefined}>
          <Marked text={title} marks={marks?.title} />
        </Link>
      </p>
      {excerpt && (
        <p className="headline-excerpt">
          <Marked text={excerpt} marks={marks?.excerpt} />
        </p>
      )}
      {categories.length > 0 && (
        <p className="headline-category">{categories.map(({ name }) => name).join(' · ')}</p>
      )}
    </article>
  )
})
HeadlineRow.displayName = 'HeadlineRow'
