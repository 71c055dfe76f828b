import { Link } from 'react-router-dom'
import { UNDATED } from '../../archive/day.ts'
import type { Root } from '../../archive/root.ts'
import { useWords } from '../words/words-context.ts'
import './frame.css'

interface MastheadProps {
  readonly root: Root
  /** The site's name is the page's heading where no category or article is. */
  readonly isHeading: boolean
}

/** The site's name, and how fresh the paper is. */
export const Masthead = ({ root, isHeading }: MastheadProps) => {
  const words = useWords()
  const newest = root.newest[0]
  const name = (
    <Link to="/" lang={root.site.lang}>
      {root.site.title}
    </Link>
  )
  return (
    <header className="masthead">
      {isHeading ? <h1 className="masthead-name">{name}</h1> : <p className="masthead-name">{name}</p>}
      {newest && newest.day !== UNDATED && (
        <p className="masthead-update">{words.frame.lastUpdate(`${newest.day} ${newest.time}`)}</p>
      )}
    </header>
  )
}
