import { useWords } from '../words/words-context.ts'
import { type NoticeLevel, NoticeView } from './notice-view.tsx'

interface NoArchiveProps {
  readonly level: NoticeLevel
  onRetry(): void
}

/** Nothing has been published here. */
export const NoArchive = ({ level, onRetry }: NoArchiveProps) => (
  <NoticeView notice={useWords().notices.missing} level={level} onAction={onRetry} />
)
