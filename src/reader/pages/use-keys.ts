import { useEffect, useRef } from 'react'

const TYPING = 'input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable], dialog[open] *'

/** Runs the command of a pressed key, unless the reader is typing, in a dialog, or holds a modifier. */
export const useKeys = (commands: Readonly<Record<string, (() => void) | undefined>>): void => {
  const latest = useRef(commands)
  useEffect(() => {
    latest.current = commands
  })
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing)
        return
      if (event.target instanceof Element && event.target.closest(TYPING)) return
      if (document.querySelector('dialog[open]')) return
      const command = latest.current[event.key]
      if (!command) return
      event.preventDefault()
      command()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [])
}
