import { useWords } from '../words/words-context.ts'
import { type NoticeLevel, NoticeView } from './notice-view.tsx'

interface DamagedShardProps {
  readonly shard: string | undefined
  readonly level: NoticeLevel
  onRetry(): void
}

/** A file of the archive is not what it should be. It is named, so that the owner can be told which. */
export const DamagedShard = ({ shard, level, onRetry }: DamagedShardProps) => {
  const { damaged, file } = useWords().notices
  return <NoticeView notice={damaged} level={level} detail={shard && file(shard)} onAction={onRetry} />
}
