import { useWords } from '../words/words-context.ts'
import { NoticeView } from './notice-view.tsx'

interface NothingMatchesProps {
  /** False when the archive itself is empty: there is then nothing to take off. */
  readonly filtered: boolean
  onClear(): void
}

/** The list is empty, and says what to do about it. */
export const NothingMatches = ({ filtered, onClear }: NothingMatchesProps) => {
  const { empty, noArticles } = useWords().notices
  return filtered ? (
    <NoticeView notice={empty} onAction={onClear} />
  ) : (
    <NoticeView notice={noArticles} onAction={() => location.reload()} />
  )
}
