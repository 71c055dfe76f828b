import { memo } from 'react'
import { Link } from 'react-router-dom'
import type { Headline } from '../../archive/headline.ts'

interface HeadlineRowProps {
  readonly headline: Headline
  readonly row: number
  /** What the article's page is to know of the list it was opened from. */
  readonly state: unknown
  readonly isOpen: boolean
  /** The language of the news, which need not be the interface's. */
  readonly lang: string
}

/** One article in the list: its time in the gutter, its title, the start of its text, its category. */
export const HeadlineRow = memo(({ headline, row, state, isOpen, lang }: HeadlineRowProps) => {
  const { permalink, day, time, title, excerpt, categories } = headline
  return (
    <article className={isOpen ? 'headline headline-open' : 'headline'} data-row={row} lang={lang}>
      {time && (
        <time className="headline-time" dateTime={`${day}T${time}`}>
          {time}
        </time>
      )}
      {/* No heading: the days are. Windowed, a list of h3 would again and again begin without its h2. */}
      <p className="headline-title">
        <Link to={permalink} state={state} aria-current={isOpen ? 'page' : undefined}>
          {title}
        </Link>
      </p>
      {excerpt && <p className="headline-excerpt">{excerpt}</p>}
      {categories.length > 0 && (
        <p className="headline-category">{categories.map(({ name }) => name).join(' · ')}</p>
      )}
    </article>
  )
})
HeadlineRow.displayName = 'HeadlineRow'
