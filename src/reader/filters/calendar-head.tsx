import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useCallback } from 'react'
import { type Month, yearOf } from '../../archive/day.ts'
import { useArchive } from '../asking/archive-context.ts'
import { useAnswer } from '../asking/use-answer.ts'
import { useWords } from '../words/words-context.ts'
import { adjacentMonth, monthChoices, monthInYear } from './calendar-months.ts'

interface CalendarHeadProps {
  readonly month: Month
  readonly newest: Month
  onMonth(month: Month): void
}

/** Year and month to choose from, only those that have articles, and one step either way. */
export const CalendarHead = ({ month, newest, onMonth }: CalendarHeadProps) => {
  const { calendar } = useWords()
  const { archive } = useArchive()
  const ask = useCallback(() => monthChoices(archive, month), [archive, month])
  const answer = useAnswer(ask)
  const choices = answer.value ?? answer.previous
  const year = yearOf(month)
  const years = choices?.years ?? [{ year }]
  const months = choices?.months.filter((each) => yearOf(each.month) === year) ?? []
  const isOldest = choices !== undefined && years[0]?.year === year && months[0]?.month === month

  // A question that fails leaves the month as it is: the list itself says what is wrong.
  const go = (asked: Promise<Month | undefined>) =>
    asked.then(
      (found) => found && onMonth(found),
      () => undefined,
    )
  return (
    <div className="calendar-head">
      <button
        type="button"
        className="icon-button"
        aria-label={calendar.previousMonth}
        disabled={isOldest}
        onClick={() => go(adjacentMonth(archive, month, -1))}
      >
        <ChevronLeft size="1.125rem" aria-hidden="true" />
      </button>
      <div className="calendar-selects">
        <select
          aria-label={calendar.year}
          value={year}
          onChange={(event) => go(monthInYear(archive, month, event.target.value))}
        >
          {years.map((entry) => (
            <option key={entry.year} value={entry.year}>
              {calendar.yearOption(entry.year)}
            </option>
          ))}
        </select>
        <select aria-label={calendar.month} value={month} onChange={(event) => onMonth(event.target.value)}>
          {!months.some((each) => each.month === month) && (
            <option value={month}>{calendar.monthOption(Number(month.slice(5)))}</option>
          )}
          {months.map((entry) => (
            <option key={entry.month} value={entry.month}>
              {calendar.monthOption(Number(entry.month.slice(5)))}
            </option>
          ))}
        </select>
      </div>
      <button
        type="button"
        className="icon-button"
        aria-label={calendar.nextMonth}
        disabled={month >= newest}
        onClick={() => go(adjacentMonth(archive, month, 1))}
      >
        <ChevronRight size="1.125rem" aria-hidden="true" />
      </button>
    </div>
  )
}
