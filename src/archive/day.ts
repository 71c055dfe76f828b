import { type Check, CheckFailure } from './check.ts'

/** A calendar day in the site's zone, `YYYY-MM-DD`. Plain text: it never meets the machine's own zone. */
export type Day = string

/** A calendar month in the site's zone, `YYYY-MM`. */
export type Month = string

/** The day of an article whose post carries no usable date. It sorts before every real day. */
export const UNDATED: Day = '0000-00-00'
export const UNDATED_MONTH: Month = '0000-00'

/** How many days a month has, in the proleptic Gregorian calendar; `month` is `YYYY-MM`. */
export const daysInMonth = (month: Month): number => {
  const year = Number(month.slice(0, 4))
  const number = Number(month.slice(5, 7))
  if (number === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return [4, 6, 9, 11].includes(number) ? 30 : 31
}

/** Whether the text names a day that exists: 2022-02-30 does not. */
export const isDay = (value: string): boolean => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value) || !isMonth(value.slice(0, 7))) return false
  const number = Number(value.slice(8))
  return number >= 1 && number <= daysInMonth(value.slice(0, 7))
}

export const isMonth = (value: string): boolean => /^(?!0000)\d{4}-(0[1-9]|1[0-2])$/.test(value)

export const monthOf = (day: Day): Month => day.slice(0, 7)
export const yearOf = (dayOrMonth: string): string => dayOrMonth.slice(0, 4)

/** The nth day of a month, from 1. */
export const dayOfMonth = (month: Month, number: number): Day => `${month}-${String(number).padStart(2, '0')}`
export const firstDay = (month: Month): Day => dayOfMonth(month, 1)
export const lastDay = (month: Month): Day => dayOfMonth(month, daysInMonth(month))

/** The month `steps` months later (earlier when negative), or the same one past the years 1 to 9999. */
export const shiftMonth = (month: Month, steps: number): Month => {
  const index = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + steps
  if (index < 12 || index >= 120_000) return month
  return `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}`
}

/** The next day (or the one before, with -1), or the same one past the years 1 to 9999. */
export const shiftDay = (day: Day, step: 1 | -1): Day => {
  if (day === UNDATED) return day
  const month = monthOf(day)
  const number = Number(day.slice(8)) + step
  if (number >= 1 && number <= daysInMonth(month)) return dayOfMonth(month, number)
  const next = shiftMonth(month, step)
  if (next === month) return day // the first or last day of the calendar
  return step > 0 ? firstDay(next) : lastDay(next)
}

/** A day as a number, the higher the later, as if each month had 31 days; UNDATED is 0. */
export const numberOfDay = (day: Day): number => {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  return day === UNDATED ? 0 : year * 372 + month * 31 + date
}

/** The day of such a number, if there is one. */
export const dayOfNumber = (number: number): Day | undefined => {
  if (number === 0) return UNDATED
  const months = Math.floor((number - 1) / 31) - 1
  const month = `${String(Math.floor(months / 12)).padStart(4, '0')}-${String((months % 12) + 1).padStart(2, '0')}`
  const day = dayOfMonth(month, ((number - 1) % 31) + 1)
  return isDay(day) ? day : undefined
}

/** A real day, or UNDATED. */
export const aDay: Check<Day> = (value, place) => {
  if (typeof value !== 'string' || !(value === UNDATED || isDay(value)))
    throw new CheckFailure(place, 'a day YYYY-MM-DD')
  return value
}

/** A real month, or UNDATED_MONTH. */
export const aMonth: Check<Month> = (value, place) => {
  if (typeof value !== 'string' || !(value === UNDATED_MONTH || isMonth(value)))
    throw new CheckFailure(place, 'a month YYYY-MM')
  return value
}
