import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { useWords } from '../words/words-context.ts'
import { useModal } from './use-modal.ts'
import './sheet.css'

interface TopSheetProps {
  readonly label: string
  readonly children: ReactNode
  onClose(): void
}

/** A phone's whole screen for something to type: at the top, where the screen's keyboard does not cover it. */
export const TopSheet = ({ label, children, onClose }: TopSheetProps) => {
  const { frame } = useWords()
  const dialog = useModal(onClose)
  return (
    <dialog ref={dialog} className="top-sheet" aria-label={label}>
      <div className="top-sheet-row">
        <div className="top-sheet-content">{children}</div>
        <button
          type="button"
          className="bar-button"
          aria-label={frame.close}
          onClick={() => dialog.current?.close()}
        >
          <X size="1.25rem" aria-hidden="true" />
        </button>
      </div>
    </dialog>
  )
}
