import { DayButton, type DayButtonProps } from '@daypicker/react'
import { createContext, use } from 'react'
import type { Day } from '../../archive/day.ts'
import { busiestOf, heatOf } from './heat.ts'
import { dayOf } from './plain-dates.ts'

/** The counts of the month on show. A context, because the calendar builds its own day buttons. */
export const DayCounts = createContext<ReadonlyMap<Day, number>>(new Map())

/** One day: its number, a shade, and the count itself in small figures where there is room. */
export const HeatDay = ({ children, ...props }: DayButtonProps) => {
  const counts = use(DayCounts)
  const count = counts.get(dayOf(props.day.date)) ?? 0
  return (
    <DayButton
      {...props}
      title={props['aria-label']}
      data-heat={heatOf(count, busiestOf(counts))}
      data-count={count || undefined}
    >
      {children}
    </DayButton>
  )
}
