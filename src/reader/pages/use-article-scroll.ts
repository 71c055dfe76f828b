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
  // How far the window was scrolled that the article stood in before it came to stand in a pane of its own.
  const before = useRef<number>(undefined)
  useLayoutEffect(() => {
    if (!permalink) return
    const element = pane.current
    if (isPrinted && !isPane) before.current = scrollY
    else {
      const start = before.current ?? read.get(key) ?? 0
      before.current = undefined
      if (isPane) element?.scrollTo(0, start)
      else scrollTo(0, start)
    }
    return () => {
      read.set(key, isPane ? (element?.scrollTop ?? 0) : scrollY)
    }
  }, [key, permalink, isPane, isPrinted])
  return pane
}
