import { lazy, Suspense, useEffect, useId, useState } from 'react'
import type { Filter } from '../library/filter.ts'
import { useWords } from '../words/words-context.ts'
import './filters.css'

// The calendar is a third of the reader's weight and nobody's first wish: it comes when the page has come to rest.
const Calendar = lazy(() => import('./calendar.tsx').then(({ Calendar }) => ({ default: Calendar })))

interface DateFilterProps {
  readonly filter: Filter
  /** Without waiting for the page to be idle, for a reader who has asked for the filters. */
  readonly isUrgent?: boolean
  /** Something else is waited for, which is not to be held up: only what is there already stays. */
  readonly isHeld?: boolean
  onChange(filter: Filter): void
}

/** The calendar, or a place of exactly its size until it is here. */
export const DateFilter = ({ filter, isUrgent = false, isHeld = false, onChange }: DateFilterProps) => {
  const words = useWords()
  const heading = useId()
  const isDue = useOnce((useIdle() && !isHeld) || isUrgent)
  return (
    <section className="date-filter" aria-labelledby={heading}>
      <h2 className="hidden" id={heading}>
        {words.calendar.heading}
      </h2>
      <div className="calendar-place">
        {isDue && (
          <Suspense>
            <Calendar filter={filter} onChange={onChange} />
          </Suspense>
        )}
      </div>
    </section>
  )
}

/** True from the first time on that it is. */
const useOnce = (isNow: boolean): boolean => {
  const [was, setWas] = useState(isNow)
  if (isNow && !was) setWas(true)
  return was || isNow
}

/** True from the first moment the browser has nothing else to do. */
const useIdle = (): boolean => {
  const [isIdle, setIdle] = useState(false)
  useEffect(() => {
    const rest = () => setIdle(true)
    // Safari has no idle callback; a second after the first paint is late enough there.
    if (!('requestIdleCallback' in window)) {
      const timer = setTimeout(rest, 1000)
      return () => clearTimeout(timer)
    }
    const request = requestIdleCallback(rest, { timeout: 3000 })
    return () => cancelIdleCallback(request)
  }, [])
  return isIdle
}
