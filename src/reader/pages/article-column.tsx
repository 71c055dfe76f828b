import { lazy, Suspense, useCallback, useEffect, useMemo, useState } from 'react'
import { addressKey } from '../../archive/address-key.ts'
import { ArticleSkeleton } from '../article/article-skeleton.tsx'
import { useArchive } from '../asking/archive-context.ts'
import { useAnswer } from '../asking/use-answer.ts'
import { useLate } from '../asking/use-late.ts'
import type { Width } from '../frame/width.ts'
import { findArticle } from '../library/find-article.ts'
import { type Neighbours, neighboursOf } from '../library/neighbours.ts'
import { FailureNotice } from '../notices/failure-notice.tsx'
import { NotFound } from '../notices/not-found.tsx'
import { bareAddress } from '../share/bare-address.ts'
import { useWords } from '../words/words-context.ts'
import { articleView } from './article-view-part.ts'
import { type Destination, stateFrom } from './destination.ts'
import { useArticleScroll } from './use-article-scroll.ts'
import { useKeys } from './use-keys.ts'
import { useTitle } from './use-title.ts'

// The panel, the code and the poster are for those who share.
const ShareSheet = lazy(() => import('./share-sheet.tsx').then(({ ShareSheet }) => ({ default: ShareSheet })))

interface ArticleColumnProps {
  readonly destination: Destination
  readonly permalink: string
  readonly width: Width
  go(permalink: string): void
  /** The article is at another address than the one asked for. */
  onMoved(permalink: string): void
  onBack(): void
  onHome(): void
  onTextSize(): void
}

const NONE: Neighbours = {}

/** The article at the address, or what there is to say instead. */
export const ArticleColumn = (props: ArticleColumnProps) => {
  const { destination, permalink, width, go, onMoved, onBack, onHome, onTextSize } = props
  const words = useWords()
  // One for as long as the column stands: another would be another element.
  const [ArticleView] = useState(articleView)
  const { archive, root, printed, reopen } = useArchive()
  const { filter } = destination.list
  const find = useCallback(() => findArticle(archive, permalink), [archive, permalink])
  const standing = useMemo(() => printed?.article && { ...printed.article, html: printed.body }, [printed])
  const answer = useAnswer(find, standing)
  const isLate = useLate(!answer.settled)
  // Until the next article is here the last one stays: a blank between two would be a flicker.
  const article = answer.settled || isLate ? answer.value : answer.previous
  const own = answer.value?.permalink
  useEffect(() => {
    if (own !== undefined && addressKey(own) !== addressKey(permalink)) onMoved(own)
  }, [own, permalink, onMoved])
  const askNeighbours = useCallback(
    () => (article ? neighboursOf(archive, filter, article) : Promise.resolve(NONE)),
    [archive, filter, article],
  )
  const neighbours = useAnswer(askNeighbours).value ?? NONE
  const pane = useArticleScroll(article?.permalink, width === 'desk', article === standing)
  useTitle(article?.title ?? (answer.settled ? words.notices.notFound.title : undefined), root.site.title)
  const { newer, older } = neighbours
  const [sharing, setSharing] = useState<{ readonly address: string; readonly passage: Range | undefined }>()
  const endSharing = useCallback(() => setSharing(undefined), [])
  useKeys({
    n: older && (() => go(older.permalink)),
    p: newer && (() => go(newer.permalink)),
    u: onBack,
    Escape: onBack,
  })
  return (
    <section
      className="article-column"
      ref={pane}
      aria-label={words.article.pane}
      aria-busy={!answer.settled}
      tabIndex={width === 'desk' ? 0 : -1}
    >
      {article && (
        <Suspense>
          <ArticleView
            article={article}
            site={root.site}
            neighbours={neighbours}
            state={stateFrom(destination)}
            width={width}
            isPrinted={article === standing}
            onBack={onBack}
            onTextSize={onTextSize}
            onShare={(passage) => setSharing({ address: bareAddress(article.permalink, root.site), passage })}
          />
        </Suspense>
      )}
      {article && sharing && (
        <Suspense>
          <ShareSheet article={article} site={root.site} {...sharing} onClose={endSharing} />
        </Suspense>
      )}
      {isLate && <ArticleSkeleton />}
      {answer.failure && (
        <FailureNotice
          failure={answer.failure}
          level="h1"
          onRetry={() => {
            reopen?.()
            answer.retry()
          }}
        />
      )}
      {answer.settled && !answer.failure && !article && <NotFound what="article" onHome={onHome} />}
      <p className="hidden" role="status">
        {width === 'desk' && article && words.list.opened(article.title)}
      </p>
    </section>
  )
}
