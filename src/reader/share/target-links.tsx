import type { Site } from '../../archive/root.ts'
import { useWords } from '../words/words-context.ts'
import { shareLinks } from './share-targets.ts'

interface TargetLinksProps {
  readonly site: Site
  readonly address: string
  readonly title: string
}

/** Links to the places where the site has its articles shared; nothing where it wants none. */
export const TargetLinks = ({ site, address, title }: TargetLinksProps) => {
  const { share: words } = useWords()
  const links = shareLinks(site, address, title)
  const names = { weibo: words.weibo, x: 'X', telegram: 'Telegram', mail: words.mail }
  if (links.length === 0) return null
  return (
    <nav className="share-targets" aria-label={words.targets}>
      {links.map(({ target, href }) => (
        <a
          key={target}
          className="button"
          href={href}
          // A mail is written in another program: a new tab would stay behind, empty.
          {...(target !== 'mail' && { target: '_blank', rel: 'noopener noreferrer' })}
        >
          {names[target]}
        </a>
      ))}
    </nav>
  )
}
