import { type RefObject, useLayoutEffect, useRef, useState } from 'react'
import type { CacheSnapshot, WindowVirtualizerHandle } from 'virtua'
import type { Phase } from '../library/listing.ts'
import { keepPlace, keptPlace } from './kept-places.ts'
import { type Row, rowOf } from './rows.ts'
import { focusedRow, focusRow } from './step-focus.ts'

interface RestoredPlace {
  readonly entry: string
  readonly rows: readonly Row[]
  readonly count: number
  readonly phase: Phase
  readonly list: RefObject<WindowVirtualizerHandle | null>
  readonly element: RefObject<HTMLElement | null>
  /** The rows of a list that stood in the page before: a new one shows what was shown of it. */
  readonly printed: readonly Row[] | undefined
}

/**
 * Brings a list back to where it was left in this history entry, and keeps the place when it is left again.
 * `isReady` is false until as many headlines are read as there were.
 */
export const useRestoredPlace = (given: RestoredPlace): { isReady: boolean; heights?: CacheSnapshot } => {
  const { entry, rows, count, phase, list, element, printed } = given
  const [kept] = useState(() => keptPlace(entry))
  const [seen] = useState(() => (kept ? undefined : printed && firstSeen(printed)))
  const isReady = !kept || count >= kept.headlines || phase === 'ended' || phase === 'failed'
  const isShown = isReady && rows.length > 0
  const latest = useRef({ rows, count })
  useLayoutEffect(() => {
    latest.current = { rows, count }
  })

  const topRow = kept?.top && isShown ? rowOf(rows, kept.top.permalink) : -1
  const isSame = topRow >= 0 && topRow === kept?.top?.row

  const [isNew] = useState(!kept && !printed)
  useLayoutEffect(() => {
    if (isNew) scrollTo(0, 0)
  }, [isNew])

  const isRestored = useRef(false)
  useLayoutEffect(() => {
    if (!seen || !isShown || isRestored.current) return
    isRestored.current = true
    // As long as it knows no heights, the list would move the page by what it took the rows above for.
    const row = rowOf(rows, seen.permalink)
    if (row >= 0) list.current?.scrollToIndex(row, { offset: -seen.top })
  }, [seen, isShown, rows, list])

  useLayoutEffect(() => {
    if (!kept || !isShown || isRestored.current) return
    isRestored.current = true
    if (isSame || topRow < 0) scrollTo(0, kept.scrollY)
    else list.current?.scrollToIndex(topRow)
    if (kept.focused) focusRow(element, rowOf(rows, kept.focused), { preventScroll: true })
  }, [kept, isShown, isSame, topRow, rows, list, element])

  useLayoutEffect(() => {
    const keep = () => {
      const view = list.current
      if (!view) return
      const { rows, count } = latest.current
      const row = view.findItemIndex(view.scrollOffset)
      const top = rows.slice(row).find((each) => each.kind === 'headline')
      const focused = rows[focusedRow(element) ?? -1]
      keepPlace(entry, {
        // As the list last noted it: when the page comes apart, it is already shorter and scrolled less far.
        scrollY: view.scrollOffset,
        headlines: count,
        heights: view.cache,
        ...(top && { top: { row: rows.indexOf(top), permalink: top.headline.permalink } }),
        ...(focused?.kind === 'headline' && { focused: focused.headline.permalink }),
      })
    }
    addEventListener('pagehide', keep)
    return () => {
      removeEventListener('pagehide', keep)
      keep()
    }
  }, [entry, list, element])

  // Heights of a list that has changed since would belong to other rows.
  return isSame && kept ? { isReady, heights: kept.heights } : { isReady }
}

/** The first headline on the screen of a list that stands in the page, if the reader has scrolled it. */
const firstSeen = (rows: readonly Row[]): { permalink: string; top: number } | undefined => {
  if (rows.length === 0 || scrollY <= 0) return undefined
  for (const element of document.querySelectorAll('.timeline [data-row]')) {
    const { top, bottom } = element.getBoundingClientRect()
    const row = rows[Number(element.getAttribute('data-row'))]
    if (bottom > 0 && row?.kind === 'headline') return { permalink: row.headline.permalink, top }
  }
  return undefined
}
