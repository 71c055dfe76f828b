import { type ComponentType, lazy } from 'react'
import type { ArticleView, ArticleViewProps } from '../article/article-view.tsx'

type View = ComponentType<ArticleViewProps>

// Its weight is the sanitizer's: a reader of headlines does not pay for it.
const later: View = lazy(() => loadArticleView().then((view) => ({ default: view })))

let known: typeof ArticleView | undefined

/** Loads the part of the reader that shows articles. */
export const loadArticleView = async (): Promise<typeof ArticleView> => {
  known = (await import('../article/article-view.tsx')).ArticleView
  return known
}

/** The view of an article: at once where it has been loaded, as a page that was printed needs it. */
export const articleView = (): View => known ?? later
