import type { ArchiveFailure } from '../library/failure.ts'
import { DamagedShard } from './damaged-shard.tsx'
import { NewerArchive } from './newer-archive.tsx'
import { NoArchive } from './no-archive.tsx'
import type { NoticeLevel } from './notice-view.tsx'
import { Offline } from './offline.tsx'

interface FailureNoticeProps {
  readonly failure: ArchiveFailure
  readonly level?: NoticeLevel
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
