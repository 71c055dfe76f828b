import { useEffect, useRef } from 'react'
import type { Article } from '../../archive/article.ts'
import type { Site } from '../../archive/root.ts'
import type { Neighbours } from '../library/neighbours.ts'
import { useWords } from '../words/words-context.ts'
import { ArticleBody } from './article-body.tsx'
import { Dateline } from './dateline.tsx'
import { NeighbourLinks } from './neighbour-links.tsx'
import { ShareButton } from './share-button.tsx'
import { ThumbBar } from './thumb-bar.tsx'
import { useFragment } from './use-fragment.ts'
import './article.css'
import './markdown.css'

interface ArticleViewProps {
  readonly article: Article
  readonly site: Site
  readonly neighbours: Neighbours
  /** What the older and newer article are to know of the list this one was opened from. */
  readonly state: unknown
  /** `desk`: beside the list; `middle`: in the list's place; `phone`: the whole screen. */
  readonly width: 'phone' | 'middle' | 'desk'
  onBack(): void
  onTextSize(): void
}

/** One article, whole. */
export const ArticleView = (props: ArticleViewProps) => {
  const { article, site, neighbours, state, width, onBack, onTextSize } = props
  const words = useWords()
  const heading = useRef<HTMLHeadingElement>(null)
  const url = new URL(import.meta.env.BASE_URL + article.permalink.slice(1), location.origin).href
  const isPhone = width === 'phone'
  // Beside the list the focus stays in the list; where the article has replaced it, reading starts at the title.
  const takesFocus = width !== 'desk'
  // biome-ignore lint/correctness/useExhaustiveDependencies: another article is another title to start at.
  useEffect(() => {
    if (takesFocus) heading.current?.focus({ preventScroll: true })
  }, [takesFocus, article.permalink])
  // After the title has taken the focus: what the address names is more than the title.
  useFragment(article.permalink)

  return (
    <>
      {width === 'middle' && (
        <button type="button" className="button story-back" onClick={onBack}>
          {words.article.back}
        </button>
      )}
      <article className="story">
        <h1 className="story-title" tabIndex={-1} ref={heading} lang={site.lang}>
          {article.title}
        </h1>
        <Dateline article={article}>
          {!isPhone && <ShareButton className="dateline-share" title={article.title} url={url} />}
        </Dateline>
        <div lang={site.lang}>
          <ArticleBody html={article.html} state={state} />
        </div>
      </article>
      <NeighbourLinks neighbours={neighbours} state={state} />
      {isPhone && (
        <ThumbBar
          title={article.title}
          url={url}
          neighbours={neighbours}
          state={state}
          onBack={onBack}
          onTextSize={onTextSize}
        />
      )}
    </>
  )
}
