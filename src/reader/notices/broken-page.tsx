import { useWords } from '../words/words-context.ts'
import { NoticeView } from './notice-view.tsx'

/** A bug of ours reached the reader. */
export const BrokenPage = () => (
  <main>
    <NoticeView notice={useWords().notices.broken} level="h1" onAction={() => location.reload()} />
  </main>
)
