import { X } from 'lucide-react'
import { type ReactNode, useEffect, useRef } from 'react'
import { useWords } from '../words/words-context.ts'
import './sheet.css'

interface SheetProps {
  readonly label: string
  readonly children: ReactNode
  readonly footer?: ReactNode
  onClose(): void
}

/**
 * A modal dialog that rises from below on a phone. The native one: Escape, the focus that stays inside and comes
 * back, and the inert page behind are the browser's.
 */
export const Sheet = ({ label, children, footer, onClose }: SheetProps) => {
  const { frame } = useWords()
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const element = dialog.current
    if (!element) return
    // A press on the backdrop is a press on the dialog element itself: its content fills the rest.
    const onPress = (event: MouseEvent) => {
      if (event.target === element) element.close()
    }
    element.addEventListener('click', onPress)
    element.addEventListener('close', onClose)
    if (!element.open) element.showModal()
    return () => {
      element.removeEventListener('click', onPress)
      element.removeEventListener('close', onClose)
    }
  }, [onClose])
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
