import { type RefObject, useEffect, useRef } from 'react'

/**
 * The ref of a dialog element that opens as a modal one. The native kind: Escape, the focus that stays inside and
 * comes back, and the inert page behind are the browser's.
 */
export const useModal = (onClose: () => void): RefObject<HTMLDialogElement | null> => {
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
  return dialog
}
