import { DayPicker } from '@daypicker/react'
import { enUS } from '@daypicker/react/locale/en-US'
import { zhCN } from '@daypicker/react/locale/zh-CN'
import { useCallback, useMemo, useState } from 'react'
import { type Day, firstDay, type Month, monthOf, UNDATED } from '../../archive/day.ts'
import { useArchive } from '../asking/archive-context.ts'
import { useAnswer } from '../asking/use-answer.ts'
import { dayCountsOf } from '../library/calendar.ts'
import { boundsOf, type Filter, hasDates } from '../library/filter.ts'
import { useWords } from '../words/words-context.ts'
import { CalendarFoot } from './calendar-foot.tsx'
import { CalendarHead } from './calendar-head.tsx'
import { pickDay } from './filter-changes.ts'
import { DayCounts, HeatDay } from './heat-day.tsx'
import { dateOf, dayOf, monthOfDate } from './plain-dates.ts'
import './calendar.css'

interface CalendarProps {
  readonly filter: Filter
  onChange(filter: Filter): void
}

const NO_COUNTS: ReadonlyMap<Day, number> = new Map()
const COMPONENTS = { DayButton: HeatDay }
const CLASSES = {
  month_caption: 'hidden',
  month_grid: 'calendar-grid',
  weekday: 'calendar-weekday',
  day_button: 'calendar-day',
}

/** A month as a heat map: each day's shade tells how many articles it has within the chosen categories. */
export const Calendar = ({ filter, onChange }: CalendarProps) => {
  const words = useWords()
  const { archive, root } = useArchive()
  const newest = root.newest.find(({ day }) => day !== UNDATED)?.day
  const [month, setMonth] = useShownMonth(filter, newest)
  const [isRange, setRange] = useState(false)
  const { categories } = filter
  const ask = useCallback(() => dayCountsOf(archive, categories, month), [archive, categories, month])
  const { value: known } = useAnswer(ask)
  const counts = known ?? NO_COUNTS

  const isDisabled = useCallback(
    (date: Date) => known !== undefined && monthOfDate(date) === month && !known.has(dayOf(date)),
    [known, month],
  )
  const isPicked = useMemo(() => {
    const { first, last } = boundsOf(filter)
    return (date: Date) => {
      const day = dayOf(date)
      return hasDates(filter) && (!first || day >= first) && (!last || day <= last)
    }
  }, [filter])
  const labels = useMemo(
    () => ({
      labelDayButton: (date: Date) => {
        const count = counts.get(dayOf(date))
        return words.calendar.day(
          words.day(dayOf(date)),
          count ? words.numbers.articles(count) : words.calendar.none,
        )
      },
    }),
    [counts, words],
  )
  if (!newest) return null

  return (
    <div className="calendar">
      <CalendarHead month={month} newest={monthOf(newest)} onMonth={setMonth} />
      <DayCounts value={counts}>
        <DayPicker
          locale={words.lang === 'en' ? enUS : zhCN}
          weekStartsOn={1}
          fixedWeeks
          hideNavigation
          month={dateOf(firstDay(month))}
          onMonthChange={(date) => setMonth(monthOfDate(date))}
          today={dateOf(newest)}
          endMonth={dateOf(newest)}
          components={COMPONENTS}
          classNames={CLASSES}
          labels={labels}
          disabled={isDisabled}
          modifiers={{ selected: isPicked }}
          onDayClick={(date, _, event) => {
            const isExtended = event.shiftKey || (isRange && filter.from === filter.to)
            onChange(pickDay(filter, dayOf(date), isExtended))
          }}
        />
      </DayCounts>
      <CalendarFoot filter={filter} month={month} isRange={isRange} onRange={setRange} onChange={onChange} />
    </div>
  )
}

/** The month on show: it goes where the filter's dates go, and from there where the reader leafs. */
const useShownMonth = (filter: Filter, newest: Day | undefined): [Month, (month: Month) => void] => {
  const wanted = monthOf(filter.to ?? filter.from ?? newest ?? UNDATED)
  const [shown, setShown] = useState({ wanted, month: wanted })
  if (shown.wanted !== wanted) setShown({ wanted, month: wanted })
  const setMonth = useCallback((month: Month) => setShown((last) => ({ ...last, month })), [])
  return [shown.wanted === wanted ? shown.month : wanted, setMonth]
}
