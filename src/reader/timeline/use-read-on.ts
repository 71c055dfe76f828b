import { type RefObject, useCallback, useEffect, useRef } from 'react'
import type { WindowVirtualizerHandle } from 'virtua'
import type { Listing, Phase } from '../library/listing.ts'
import type { Row } from './rows.ts'

/** Rows that are left below the screen when the next ones are asked for. */
const AHEAD = 15

interface ReadOn {
  readonly listing: Listing
  readonly phase: Phase
  readonly rows: readonly Row[]
  readonly list: RefObject<WindowVirtualizerHandle | null>
  readonly isReady: boolean
  readonly isByDay: boolean
}

/** Reads more whenever the reader comes near the end; returns the function that looks again after a scroll. */
export const useReadOn = ({ listing, phase, rows, list, isReady, isByDay }: ReadOn): (() => void) => {
  const isNear = useCallback((): boolean => {
    if (phase !== 'resting') return false
    const view = list.current
    const bottom = view ? view.findItemIndex(view.scrollOffset + view.viewportSize) : rows.length
    return !isReady || bottom + AHEAD >= rows.length
  }, [phase, rows, list, isReady])
  const readOn = useCallback(() => {
    if (isNear()) listing.more()
  }, [isNear, listing])
  const isEmpty = rows.length === 0
  useEffect(() => {
    if (!isNear()) return
    if (isEmpty) return listing.more()
    // What is there is to be seen before more is asked for: both would be busy with the same line and processor.
    let timer: ReturnType<typeof setTimeout> | undefined
    const frame = requestAnimationFrame(() => {
      timer = setTimeout(listing.more)
    })
    return () => {
      cancelAnimationFrame(frame)
      clearTimeout(timer)
    }
  }, [isNear, isEmpty, listing])

  // The root's headlines come without their days' counts: a moment of rest is used to read on and learn them. Once,
  // or a listing that never counts days would be read to its end.
  const learnt = useRef<Listing>(undefined)
  const isFirst = isByDay && phase === 'resting' && rows.length > 0
  useEffect(() => {
    if (!isFirst || learnt.current === listing || listing.snapshot().dayCounts.size > 0) return
    const timer = setTimeout(() => {
      learnt.current = listing
      listing.more()
    }, 1000)
    return () => clearTimeout(timer)
  }, [isFirst, listing])
  return readOn
}
