import { useWords } from '../words/words-context.ts'
import { type NoticeLevel, NoticeView } from './notice-view.tsx'

/** The archive's format is newer than this page: only the page of today can read it. */
export const NewerArchive = ({ level }: { readonly level: NoticeLevel }) => {
  const { newer } = useWords().notices
  return <NoticeView notice={newer} level={level} onAction={() => location.reload()} />
}
