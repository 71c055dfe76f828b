import { useEffect } from 'react'
import { useWords } from '../words/words-context.ts'
import { type NoticeLevel, NoticeView } from './notice-view.tsx'

interface OfflineProps {
  readonly level: NoticeLevel
  onRetry(): void
}

/** No answer from the site. Tries again by itself when the connection is back. */
export const Offline = ({ level, onRetry }: OfflineProps) => {
  const { offline } = useWords().notices
  useEffect(() => {
    addEventListener('online', onRetry)
    return () => removeEventListener('online', onRetry)
  }, [onRetry])
  return <NoticeView notice={offline} level={level} onAction={onRetry} />
}
