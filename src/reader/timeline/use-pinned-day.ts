import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import type { WindowVirtualizerHandle } from 'virtua'
import type { Day } from '../../archive/day.ts'
import type { Row } from './rows.ts'

/** The day of the row under the pinned heading, and the function that looks again after a scroll. */
export const usePinnedDay = (
  rows: readonly Row[],
  list: RefObject<WindowVirtualizerHandle | null>,
  pin: RefObject<HTMLElement | null>,
): [day: Day | undefined, follow: () => void] => {
  const [day, setDay] = useState<Day>()
  const start = useRef(0)
  const follow = useCallback(() => {
    if (!list.current) return
    const depth = list.current.scrollOffset - start.current
    setDay(rows[rowAt(list.current, rows.length, depth)]?.day)
  }, [rows, list])
  // Measured when the page changes and not while it scrolls: even to ask for `scrollY` then lays it out once more each time.
  useEffect(() => {
    const measure = () => {
      const timeline = pin.current?.parentElement
      if (!timeline || !pin.current) return
      const stuckAt = Number.parseFloat(getComputedStyle(pin.current).top) || 0
      start.current = timeline.getBoundingClientRect().top + scrollY - stuckAt
      follow()
    }
    measure()
    addEventListener('resize', measure)
    return () => removeEventListener('resize', measure)
  })
  return [day ?? rows[0]?.day, follow]
}

/** The last of `count` rows that starts at or above `depth` pixels below the list's own top. */
const rowAt = (view: WindowVirtualizerHandle, count: number, depth: number): number => {
  let [low, high] = [0, count - 1]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (view.getItemOffset(middle) <= depth) low = middle
    else high = middle - 1
  }
  return low
}
