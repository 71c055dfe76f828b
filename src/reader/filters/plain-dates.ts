import { type Day, dayOfMonth, type Month } from '../../archive/day.ts'

/**
 * The calendar component speaks in Dates of the machine's own zone. Noon is safe there: no change of clocks
 * anywhere moves it to another day.
 */
export const dateOf = (day: Day): Date =>
  new Date(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10)), 12)

/** The plain day a Date of the machine's zone falls on. */
export const dayOf = (date: Date): Day => dayOfMonth(monthOfDate(date), date.getDate())

export const monthOfDate = (date: Date): Month =>
  `${String(date.getFullYear()).padStart(4, '0')}-${String(date.getMonth() + 1).padStart(2, '0')}`
