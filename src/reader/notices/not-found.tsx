import { useWords } from '../words/words-context.ts'
import { NoticeView } from './notice-view.tsx'

interface NotFoundProps {
  readonly what: 'article' | 'category'
  onHome(): void
}

/** No article, or no category, stands at this address. */
export const NotFound = ({ what, onHome }: NotFoundProps) => {
  const { notFound, noCategory } = useWords().notices
  return <NoticeView notice={what === 'article' ? notFound : noCategory} level="h1" onAction={onHome} />
}
