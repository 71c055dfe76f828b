import { Link } from 'react-router-dom'
import type { Root } from '../../archive/root.ts'
import { useWords } from '../words/words-context.ts'
import './site-menu.css'

/** The site's own pages, such as “about”; nothing where it has none. */
export const SiteMenu = ({ root }: { readonly root: Root }) => {
  const { frame } = useWords()
  if (!root.menu?.length) return null
  return (
    <nav className="site-menu" aria-label={frame.pages}>
      <ul lang={root.site.lang}>
        {root.menu.map(({ title, permalink }) => (
          <li key={permalink}>
            <Link to={permalink}>{title}</Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
