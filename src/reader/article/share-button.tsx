import { Share2 } from 'lucide-react'
import { useRef } from 'react'
import { useWords } from '../words/words-context.ts'

interface ShareButtonProps {
  readonly className: string
  /** `passage`: what is selected in the article, if anything is. */
  onShare(passage: Range | undefined): void
}

/** Opens the ways to share the article. */
export const ShareButton = ({ className, onShare }: ShareButtonProps) => {
  const { article } = useWords()
  const held = useRef<Range>(undefined)
  // Some browsers drop the selection as the button is pressed: what was selected before counts. The keyboard drops none.
  const onPointerDown = () => {
    held.current = selectedPassage()
  }
  return (
    <button
      type="button"
      className={className}
      aria-haspopup="dialog"
      onPointerDown={onPointerDown}
      onClick={({ detail }) => onShare(selectedPassage() ?? (detail > 0 ? held.current : undefined))}
    >
      <Share2 size="1.125rem" aria-hidden="true" />
      <span>{article.share}</span>
    </button>
  )
}

/** What is selected in the text of an article. */
const selectedPassage = (): Range | undefined => {
  const selection = getSelection()
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return undefined
  const range = selection.getRangeAt(0)
  const around = range.commonAncestorContainer
  const element = around instanceof Element ? around : around.parentElement
  return element?.closest('.story') && range.toString().trim() ? range.cloneRange() : undefined
}
