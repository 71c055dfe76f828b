import { type ReactNode, type Ref, useImperativeHandle, useMemo, useRef, useSyncExternalStore } from 'react'
import { WindowVirtualizer, type WindowVirtualizerHandle } from 'virtua'
import type { Headline } from '../../archive/headline.ts'
import { useArchive } from '../asking/archive-context.ts'
import { useLate } from '../asking/use-late.ts'
import type { ArchiveFailure } from '../library/failure.ts'
import type { Listing } from '../library/listing.ts'
import { DayHeading } from './day-heading.tsx'
import { HeadlineRow } from './headline-row.tsx'
import { ListEnd } from './list-end.tsx'
import { rowsOf } from './rows.ts'
import { stepFocus } from './step-focus.ts'
import { TimelineSkeleton } from './timeline-skeleton.tsx'
import { usePinnedDay } from './use-pinned-day.ts'
import { useReadOn } from './use-read-on.ts'
import { useRestoredPlace } from './use-restored-place.ts'
import './timeline.css'

export interface TimelineHandle {
  /** Moves the focus to the headline below (1) or above (-1). */
  step(by: 1 | -1): void
}

interface TimelineProps {
  readonly listing: Listing
  /** The history entry this list belongs to; a list of another entry is another element (use it as the key). */
  readonly entry: string
  readonly linkState: unknown
  /** Whether the newest come first; the best matches have no days to stand under. */
  readonly isByDay: boolean
  /** The permalink of the article that is open beside the list. */
  readonly open: string | undefined
  /** The headlines that stood in the page before, which the reader may have scrolled already. */
  readonly printed?: readonly Headline[] | undefined
  readonly empty: ReactNode
  failed(failure: ArchiveFailure, retry: () => void): ReactNode
  readonly ref?: Ref<TimelineHandle>
}

/** Pixels rendered beyond the screen: enough that a flick does not outrun the rows. */
const BUFFER = 1200

/** Headlines by day, newest first, windowed: only what is near the screen is in the page. */
export const Timeline = (props: TimelineProps) => {
  const { listing, entry, linkState, isByDay, open, printed, empty, failed, ref } = props
  const { lang } = useArchive().root.site
  const state = useSyncExternalStore(listing.subscribe, listing.snapshot, listing.snapshot)
  const { headlines, dayCounts, phase, failure } = state
  const rows = useMemo(() => rowsOf(headlines, isByDay), [headlines, isByDay])
  const printedRows = useMemo(() => printed && rowsOf(printed, isByDay), [printed, isByDay])
  const list = useRef<WindowVirtualizerHandle>(null)
  const element = useRef<HTMLDivElement>(null)
  const pin = useRef<HTMLDivElement>(null)
  const { isReady, heights } = useRestoredPlace({
    entry,
    rows,
    phase,
    list,
    element,
    count: headlines.length,
    printed: printedRows,
  })
  const isShown = isReady && rows.length > 0
  const [pinned, followPin] = usePinnedDay(rows, list, pin)
  const readOn = useReadOn({ listing, phase, rows, list, isReady, isByDay })
  const isLate = useLate(!isShown && (phase === 'reading' || phase === 'resting'))
  useImperativeHandle(ref, () => ({ step: (by) => stepFocus({ by, rows, list, element }) }), [rows])

  return (
    <div className="timeline" ref={element}>
      <div className="day-pin" ref={pin} aria-hidden="true">
        {isShown && isByDay && pinned && <DayHeading day={pinned} count={dayCounts.get(pinned)} pinned />}
      </div>
      {isShown && (
        <WindowVirtualizer
          ref={list}
          data={rows}
          bufferSize={BUFFER}
          {...(heights && { cache: heights })}
          onScroll={() => {
            followPin()
            readOn()
          }}
        >
          {(row, index) =>
            row.kind === 'day' ? (
              <DayHeading key={`day ${row.day}`} day={row.day} count={dayCounts.get(row.day)} />
            ) : (
              <HeadlineRow
                key={row.headline.permalink}
                headline={row.headline}
                row={index}
                state={linkState}
                lang={lang}
                isOpen={row.headline.permalink === open}
                showsDay={!isByDay}
              />
            )
          }
        </WindowVirtualizer>
      )}
      {isLate && <TimelineSkeleton isByDay={isByDay} />}
      {phase === 'ended' && rows.length === 0 && empty}
      {phase === 'failed' && failure && failed(failure, listing.retry)}
      {isShown && phase !== 'failed' && <ListEnd {...state} />}
    </div>
  )
}
