import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { useWords } from '../words/words-context.ts'
import { useModal } from './use-modal.ts'
import './sheet.css'

interface SheetProps {
  readonly label: string
  readonly children: ReactNode
  readonly footer?: ReactNode
  onClose(): void
}

/** A modal dialog that rises from below on a phone. */
export const Sheet = ({ label, children, footer, onClose }: SheetProps) => {
  const { frame } = useWords()
  const dialog = useModal(onClose)
  return (
    <dialog ref={dialog} className="sheet" aria-label={label}>
      <div className="sheet-content">
        <div className="sheet-head">
          <p className="sheet-title">{label}</p>
          <button
            type="button"
            className="bar-button"
            aria-label={frame.close}
            onClick={() => dialog.current?.close()}
          >
            <X size="1.25rem" aria-hidden="true" />
          </button>
        </div>
        <div className="sheet-body">{children}</div>
        {footer && <div className="sheet-foot">{footer}</div>}
      </div>
    </dialog>
  )
}
