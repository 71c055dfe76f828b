import type { RefObject } from 'react'
import type { WindowVirtualizerHandle } from 'virtua'
import { nextHeadline, type Row } from './rows.ts'

type Element = RefObject<HTMLElement | null>

/** The row whose headline has the focus. */
export const focusedRow = (element: Element): number | undefined => {
  const focused = document.activeElement?.closest<HTMLElement>('[data-row]')
  return focused && element.current?.contains(focused) ? Number(focused.dataset.row) : undefined
}

/** Moves the focus to a row's headline; false when the row is not in the page. */
export const focusRow = (element: Element, row: number, options?: FocusOptions): boolean => {
  const link = element.current?.querySelector<HTMLElement>(`[data-row="${row}"] a`)
  link?.focus(options)
  return Boolean(link)
}

/** Frames a row gets to come into the page after the list has scrolled to it. */
const FRAMES = 10

interface Step {
  readonly by: 1 | -1
  readonly rows: readonly Row[]
  readonly list: RefObject<WindowVirtualizerHandle | null>
  readonly element: Element
}

/** Moves the focus by one headline, from the one that has it or else from the top of the screen. */
export const stepFocus = ({ by, rows, list, element }: Step): void => {
  const view = list.current
  if (!view) return
  const from = focusedRow(element) ?? view.findItemIndex(view.scrollOffset) - (by === 1 ? 1 : 0)
  const row = nextHeadline(rows, from, by)
  if (row === undefined || focusRow(element, row)) return
  view.scrollToIndex(row, { align: 'center' })
  const retry = (frames: number) => {
    if (frames > 0 && !focusRow(element, row)) requestAnimationFrame(() => retry(frames - 1))
  }
  requestAnimationFrame(() => retry(FRAMES))
}
