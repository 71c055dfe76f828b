import { ArrowLeft, ArrowRight } from 'lucide-react'
import { Link } from 'react-router-dom'
import type { Neighbours } from '../library/neighbours.ts'
import { useWords } from '../words/words-context.ts'

interface NeighbourLinksProps {
  readonly neighbours: Neighbours
  readonly state: unknown
}

/** The articles before and after this one in the list the reader came from. */
export const NeighbourLinks = ({ neighbours: { newer, older }, state }: NeighbourLinksProps) => {
  const { article } = useWords()
  if (!newer && !older) return null
  return (
    <nav className="neighbours" aria-label={article.neighbours}>
      {newer && (
        <Link className="neighbour" to={newer.permalink} state={state}>
          <span className="neighbour-way">
            <ArrowLeft size="1rem" aria-hidden="true" />
            {article.newer}
          </span>
          {newer.title}
        </Link>
      )}
      {older && (
        <Link className="neighbour neighbour-older" to={older.permalink} state={state}>
          <span className="neighbour-way">
            {article.older}
            <ArrowRight size="1rem" aria-hidden="true" />
          </span>
          {older.title}
        </Link>
      )}
    </nav>
  )
}
