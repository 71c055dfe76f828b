import { Link } from 'react-router-dom'
import { siteFeeds } from '../../archive/feed-address.ts'
import type { Root } from '../../archive/root.ts'
import { useWords } from '../words/words-context.ts'
import './site-menu.css'

/** The site's own pages, such as “about”, and its feed; nothing where it has neither. */
export const SiteMenu = ({ root }: { readonly root: Root }) => {
  const { frame } = useWords()
  const { menu = [], site } = root
  const feeds = siteFeeds(site)
  if (menu.length === 0 && !feeds) return null
  return (
    <nav className="site-menu" aria-label={frame.pages}>
      <ul>
        {menu.map(({ title, permalink }) => (
          <li key={permalink} lang={site.lang}>
            <Link to={permalink}>{title}</Link>
          </li>
        ))}
        {feeds && (
          <li key="feed">
            <Link to={feeds.atom} type="application/atom+xml" reloadDocument>
              {frame.follow}
            </Link>
          </li>
        )}
      </ul>
    </nav>
  )
}
