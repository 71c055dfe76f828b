import { type RefObject, useLayoutEffect, useRef } from 'react'
import { useLocation } from 'react-router-dom'

/** How far each article was read, by history entry, for as long as the page lives. */
const read = new Map<string, number>()

/**
 * Starts an article at its top, or where it was left in this history entry. One that stood in the page before is left
 * as it is: the reader may have begun. Returns the pane's ref.
 */
export const useArticleScroll = (
  permalink: string | undefined,
  isPane: boolean,
  isPrinted: boolean,
): RefObject<HTMLElement | null> => {
  const { key } = useLocation()
  const pane = useRef<HTMLElement>(null)
  /** The history entry that the reader came with: there it is where the browser or the reader has brought it. */
  const stood = useRef(isPrinted ? key : undefined)
  useLayoutEffect(() => {
    if (!permalink) return
    const element = pane.current
    const start = read.get(key) ?? 0
    if (stood.current !== key) {
      stood.current = undefined
      if (isPane) element?.scrollTo(0, start)
      else scrollTo(0, start)
    }
    return () => {
      read.set(key, isPane ? (element?.scrollTop ?? 0) : scrollY)
    }
  }, [key, permalink, isPane])
  return pane
}
