import { Search, SlidersHorizontal } from 'lucide-react'
import { Link } from 'react-router-dom'
import type { Site } from '../../archive/root.ts'
import { useWords } from '../words/words-context.ts'
import './frame.css'

interface TopBarProps {
  readonly site: Site
  readonly isHeading: boolean
  /** Filters in force: a bar that is all a phone shows must say that the list is narrowed. */
  readonly filtersInForce: number
  /** Over an article the bar goes away with the page's top. */
  readonly isLoose: boolean
  /** Left out over an article, which the filters would take away. */
  onOpenFilters?: (() => void) | undefined
  /** Left out where the archive has no index. */
  onOpenSearch?: (() => void) | undefined
}

/** The phone's slim bar. Over an article it goes away with the page's top, since reading has the whole screen. */
export const TopBar = ({
  site,
  isHeading,
  filtersInForce,
  isLoose,
  onOpenFilters,
  onOpenSearch,
}: TopBarProps) => {
  const { frame, search } = useWords()
  const name = (
    <Link to="/" lang={site.lang}>
      {site.title}
    </Link>
  )
  return (
    <header className={isLoose ? 'top-bar top-bar-loose' : 'top-bar'}>
      {isHeading ? <h1 className="top-bar-name">{name}</h1> : <p className="top-bar-name">{name}</p>}
      <div className="top-bar-buttons">
        {onOpenSearch && (
          <button
            type="button"
            className="bar-button"
            aria-label={search.label}
            aria-haspopup="dialog"
            onClick={onOpenSearch}
          >
            <Search size="1.25rem" aria-hidden="true" />
          </button>
        )}
        {onOpenFilters && (
          <button type="button" className="bar-button" aria-haspopup="dialog" onClick={onOpenFilters}>
            <SlidersHorizontal size="1.25rem" aria-hidden="true" />
            <span>{frame.filters}</span>
            {filtersInForce > 0 && <span className="bar-badge">{filtersInForce}</span>}
          </button>
        )}
      </div>
    </header>
  )
}
