import { type ReactNode, type Ref, useEffect, useRef } from 'react'
import { Link } from 'react-router-dom'
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
import { usePassage } from './use-passage.ts'
import './article.css'
import './markdown.css'

export interface ArticleViewProps {
  readonly article: Article
  readonly site: Site
  readonly neighbours: Neighbours
  /** What the older and newer article are to know of the list this one was opened from. */
  readonly state: unknown
  /** `desk`: beside the list; `middle`: in the list's place; `phone`: the whole screen; `printed`: any of them. */
  readonly width: 'phone' | 'middle' | 'desk' | 'printed'
  /** Whether the text stands in the page already. */
  readonly isPrinted: boolean
  onBack(): void
  onTextSize(): void
  onShare(passage: Range | undefined): void
}

/** One article, whole. */
export const ArticleView = (props: ArticleViewProps) => {
  const { article, site, neighbours, state, width, isPrinted, onBack, onTextSize, onShare } = props
  const words = useWords()
  const heading = useRef<HTMLHeadingElement>(null)
  const story = useRef<HTMLElement>(null)
  // Beside the list the focus stays in the list; where the article has replaced it, reading starts at the title.
  const takesFocus = width === 'phone' || width === 'middle'
  // biome-ignore lint/correctness/useExhaustiveDependencies: another article is another title to start at.
  useEffect(() => {
    // Who has gone on with the keys in a page that stood there already is not called back.
    const isElsewhere = isPrinted && document.activeElement !== document.body
    if (takesFocus && !isElsewhere) heading.current?.focus({ preventScroll: true })
  }, [takesFocus, article.permalink])
  // After the title has taken the focus: what the address names is more than the title.
  useFragment(article.permalink, width !== 'printed')
  usePassage(article.permalink, story)

  return (
    <>
      {(width === 'middle' || width === 'printed') && (
        <Link
          className="button story-back"
          to="/"
          onClick={(event) => {
            event.preventDefault()
            onBack()
          }}
        >
          {words.article.back}
        </Link>
      )}
      <Story {...{ article, site, state, isPrinted }} heading={heading} story={story}>
        {(width === 'middle' || width === 'desk') && (
          <ShareButton className="dateline-share" onShare={onShare} />
        )}
      </Story>
      <NeighbourLinks neighbours={neighbours} state={state} />
      {width === 'phone' && (
        <ThumbBar
          neighbours={neighbours}
          state={state}
          onBack={onBack}
          onTextSize={onTextSize}
          onShare={onShare}
        />
      )}
    </>
  )
}

interface StoryProps {
  readonly article: Article
  readonly site: Site
  readonly state: unknown
  readonly isPrinted: boolean
  readonly heading?: Ref<HTMLHeadingElement>
  readonly story?: Ref<HTMLElement>
  /** What stands at the end of the dateline. */
  readonly children?: ReactNode
}

/** The article itself, without anything around it. */
export const Story = ({ article, site, state, isPrinted, heading, story, children }: StoryProps) => (
  <article className="story" ref={story}>
    <h1 className="story-title" tabIndex={-1} ref={heading} lang={site.lang}>
      {article.title}
    </h1>
    <Dateline article={article}>{children}</Dateline>
    <div lang={site.lang}>
      <ArticleBody html={article.html} isPrinted={isPrinted} state={state} />
    </div>
  </article>
)
