import type { Month } from '../../archive/day.ts'
import { useArchive } from '../asking/archive-context.ts'
import { type Filter, hasDates } from '../library/filter.ts'
import { useWords } from '../words/words-context.ts'
import { adjacentDay } from './adjacent-day.ts'
import { withPeriod } from './filter-changes.ts'

interface CalendarFootProps {
  readonly filter: Filter
  readonly month: Month
  readonly isRange: boolean
  onRange(isRange: boolean): void
  onChange(filter: Filter): void
}

/** Earlier and later day, the whole month, and whether two presses make a range. */
export const CalendarFoot = ({ filter, month, isRange, onRange, onChange }: CalendarFootProps) => {
  const { calendar } = useWords()
  const { archive } = useArchive()
  const step = async (by: 1 | -1) => {
    // Where the archive cannot be read, the list itself says so.
    const day = await adjacentDay(archive, filter, by).catch(() => undefined)
    if (day) onChange(withPeriod(filter, day, day))
  }
  const isWholeMonth = filter.from === month && filter.to === month
  return (
    <div className="calendar-foot">
      <button type="button" onClick={() => step(-1)}>
        {calendar.earlierDay}
      </button>
      <button
        type="button"
        aria-pressed={isWholeMonth}
        onClick={() => onChange(isWholeMonth ? withPeriod(filter) : withPeriod(filter, month, month))}
      >
        {calendar.wholeMonth}
      </button>
      <button
        type="button"
        aria-pressed={isRange}
        title={calendar.rangeHint}
        onClick={() => onRange(!isRange)}
      >
        {calendar.range}
      </button>
      <button type="button" disabled={!hasDates(filter)} onClick={() => step(1)}>
        {calendar.laterDay}
      </button>
    </div>
  )
}
