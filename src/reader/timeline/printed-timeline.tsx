import { useMemo } from 'react'
import type { Headline } from '../../archive/headline.ts'
import { useArchive } from '../asking/archive-context.ts'
import { DayHeading } from './day-heading.tsx'
import { HeadlineRow } from './headline-row.tsx'
import { ListEnd } from './list-end.tsx'
import { rowsOf } from './rows.ts'
import './timeline.css'

interface PrintedTimelineProps {
  readonly headlines: readonly Headline[]
  readonly linkState: unknown
}

const NONE: ReadonlyMap<string, number> = new Map()

/** The first headlines of a list as a page is printed with them: all in the page, and none is open. */
export const PrintedTimeline = ({ headlines, linkState }: PrintedTimelineProps) => {
  const { lang } = useArchive().root.site
  const rows = useMemo(() => rowsOf(headlines, true), [headlines])
  return (
    <div className="timeline">
      {rows.map((row, index) =>
        row.kind === 'day' ? (
          <DayHeading key={`day ${row.day}`} day={row.day} count={undefined} />
        ) : (
          <HeadlineRow
            key={row.headline.permalink}
            headline={row.headline}
            row={index}
            state={linkState}
            lang={lang}
            isOpen={false}
          />
        ),
      )}
      <ListEnd headlines={headlines} dayCounts={NONE} phase="resting" />
    </div>
  )
}
