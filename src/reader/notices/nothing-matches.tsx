import { type Filter, isEmpty, NO_FILTER } from '../library/filter.ts'
import { useWords } from '../words/words-context.ts'
import { NoticeView } from './notice-view.tsx'

interface NothingMatchesProps {
  readonly filter: Filter
  /** Whether the archive has an index. */
  readonly isSearchable: boolean
  onFilter(filter: Filter): void
}

/** The list is empty, and says what to do about it. */
export const NothingMatches = ({ filter, isSearchable, onFilter }: NothingMatchesProps) => {
  const { notices, search } = useWords()
  const { words } = filter
  // An empty archive has nothing to take off.
  if (isEmpty(filter)) return <NoticeView notice={notices.noArticles} onAction={() => location.reload()} />
  if (words && !isSearchable)
    return <NoticeView notice={notices.noIndex} onAction={() => onFilter(NO_FILTER)} />
  if (!words) return <NoticeView notice={notices.empty} onAction={() => onFilter(NO_FILTER)} />
  const everywhere: Filter = { ...NO_FILTER, words }
  const isNarrowed = !isEmpty({ ...filter, words: '' })
  return (
    <NoticeView
      notice={isNarrowed ? notices.notFoundHere : notices.notFoundAtAll}
      detail={search.sought(words)}
      onAction={() => onFilter(isNarrowed ? everywhere : NO_FILTER)}
    />
  )
}
