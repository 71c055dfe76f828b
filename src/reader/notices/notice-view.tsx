import type { ReactNode } from 'react'
import type { Notice } from '../words/messages.ts'
import './notices.css'

/** `h1` where the notice is the page, `h2` within one. */
export type NoticeLevel = 'h1' | 'h2'

interface NoticeViewProps {
  readonly notice: Notice
  readonly detail?: ReactNode
  readonly level?: NoticeLevel
  onAction(): void
}

/** What happened, in a sentence, with one button. */
export const NoticeView = ({ notice, detail, level: Heading = 'h2', onAction }: NoticeViewProps) => (
  <div className="notice" role="status">
    <Heading className="notice-title">{notice.title}</Heading>
    <p>{notice.text}</p>
    {detail && <p className="notice-detail">{detail}</p>}
    <button type="button" className="button" onClick={onAction}>
      {notice.action}
    </button>
  </div>
)
