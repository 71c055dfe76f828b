import { useEffect } from 'react'
import type { ArchiveFailure } from '../library/failure.ts'
import { useWords } from '../words/words-context.ts'
import { type NoticeLevel, NoticeView } from './notice-view.tsx'

interface FailureNoticeProps {
  readonly failure: ArchiveFailure
  readonly level?: NoticeLevel
  onRetry(): void
}

interface RetryProps {
  readonly level: NoticeLevel
  onRetry(): void
}

/** Each failure of the archive in its own words. */
export const FailureNotice = ({ failure, level = 'h2', onRetry }: FailureNoticeProps) => {
  switch (failure.kind) {
    case 'offline':
      return <Offline level={level} onRetry={onRetry} />
    case 'newer':
      return <NewerArchive level={level} />
    case 'missing':
      return <NoArchive level={level} onRetry={onRetry} />
    case 'damaged':
      return <DamagedShard level={level} shard={failure.shard} onRetry={onRetry} />
  }
}

/** No answer from the site. Tries again by itself when the connection is back. */
const Offline = ({ level, onRetry }: RetryProps) => {
  const { offline } = useWords().notices
  useEffect(() => {
    addEventListener('online', onRetry)
    return () => removeEventListener('online', onRetry)
  }, [onRetry])
  return <NoticeView notice={offline} level={level} onAction={onRetry} />
}

/** The archive's format is newer than this page: only the page of today can read it. */
const NewerArchive = ({ level }: { readonly level: NoticeLevel }) => (
  <NoticeView notice={useWords().notices.newer} level={level} onAction={() => location.reload()} />
)

/** Nothing has been published here. */
const NoArchive = ({ level, onRetry }: RetryProps) => (
  <NoticeView notice={useWords().notices.missing} level={level} onAction={onRetry} />
)

/** A file of the archive is not what it should be. It is named, so that the owner can be told which. */
const DamagedShard = ({ level, shard, onRetry }: RetryProps & { readonly shard: string | undefined }) => {
  const { damaged, file } = useWords().notices
  return <NoticeView notice={damaged} level={level} detail={shard && file(shard)} onAction={onRetry} />
}
