import { ArrowUpRight } from 'lucide-react'
import type { ReactNode } from 'react'
import { Link } from 'react-router-dom'
import type { Article } from '../../archive/article.ts'
import { UNDATED } from '../../archive/day.ts'
import { useWords } from '../words/words-context.ts'

interface DatelineProps {
  readonly article: Article
  readonly children?: ReactNode
}

/** When and where the article appeared, in the site's zone, and the categories it stands in. */
export const Dateline = ({ article, children }: DatelineProps) => {
  const words = useWords()
  const { day, time, instant, source, categories, isPage } = article
  const others = categories.filter(({ name }) => name !== source?.name)
  const own = categories.find(({ name }) => name === source?.name)
  return (
    <div className="dateline">
      {day === UNDATED ? (
        !isPage && <span>{words.days.undated}</span>
      ) : (
        <time dateTime={instant || day}>{`${day} ${time}`.trim()}</time>
      )}
      {own && <CategoryLink {...own} />}
      {!own && source?.name && <span>{source.name}</span>}
      {source?.article && <Link to={source.article}>{words.article.source}</Link>}
      {source?.link && !source.article && (
        <a href={source.link} target="_blank" rel="noopener noreferrer nofollow">
          {words.article.source}
          <ArrowUpRight size="0.875rem" aria-hidden="true" />
        </a>
      )}
      {others.map((category) => (
        <CategoryLink key={category.slug} {...category} />
      ))}
      {children}
    </div>
  )
}

const CategoryLink = ({ slug, name }: Article['categories'][number]) => (
  <Link className="dateline-category" to={`/category/${encodeURIComponent(slug)}.html`}>
    {name}
  </Link>
)
