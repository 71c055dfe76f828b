import { SlidersHorizontal } from 'lucide-react'
import { Link } from 'react-router-dom'
import type { Site } from '../../archive/root.ts'
import { useWords } from '../words/words-context.ts'
import './frame.css'

interface TopBarProps {
  readonly site: Site
  readonly isHeading: boolean
  /** Filters in force: a bar that is all a phone shows must say that the list is narrowed. */
  readonly filtersInForce: number
  onOpenFilters(): void
}

/** The phone's slim bar. */
export const TopBar = ({ site, isHeading, filtersInForce, onOpenFilters }: TopBarProps) => {
  const { frame } = useWords()
  const name = (
    <Link to="/" lang={site.lang}>
      {site.title}
    </Link>
  )
  return (
    <header className="top-bar">
      {isHeading ? <h1 className="top-bar-name">{name}</h1> : <p className="top-bar-name">{name}</p>}
      <button type="button" className="bar-button" aria-haspopup="dialog" onClick={onOpenFilters}>
        <SlidersHorizontal size="1.25rem" aria-hidden="true" />
        <span>{frame.filters}</span>
        {filtersInForce > 0 && <span className="bar-badge">{filtersInForce}</span>}
      </button>
    </header>
  )
}
