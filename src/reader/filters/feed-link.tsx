import { Link } from 'react-router-dom'
import type { CategoryEntry } from '../../archive/categories.ts'
import { categoryFeeds } from '../../archive/feed-address.ts'
import { FOLLOWED_CATEGORIES } from '../../archive/limits.ts'
import type { Root } from '../../archive/root.ts'
import type { Filter } from '../library/filter.ts'
import { useWords } from '../words/words-context.ts'

interface FeedLinkProps {
  readonly filter: Filter
  readonly root: Pick<Root, 'site' | 'categories'>
}

/** The category that a list is of, where that is all that narrows it and it has a feed. */
const followed = (
  { categories, ...narrower }: Filter,
  { top }: Root['categories'],
): CategoryEntry | undefined =>
  categories.length === 1 && Object.keys(narrower).length === 0
    ? top.slice(0, FOLLOWED_CATEGORIES).find(({ slug }) => slug === categories[0])
    : undefined

/** Leads to the feed of the category that is listed; nothing where it has none. */
export const FeedLink = ({ filter, root }: FeedLinkProps) => {
  const { frame, tokens } = useWords()
  const category = followed(filter, root.categories)
  const feeds = category && categoryFeeds(root.site, category.slug)
  if (!feeds) return null
  return (
    <Link
      className="feed-link"
      to={feeds.atom}
      type="application/atom+xml"
      aria-label={tokens.follow(category.name)}
      reloadDocument
    >
      {frame.follow}
    </Link>
  )
}
