import { type Day, UNDATED, yearOf } from '../../archive/day.ts'
import type { Messages } from './messages.ts'

/** Says days and months of the site's zone as people say them. */
export interface DayWords {
  /** `4月10日 星期日`, with the year unless it is the current one. */
  day(day: Day): string
  /** The same, with the year always. */
  dayInFull(day: Day): string
}

/** `currentYear` is the year of the newest article: an archive that ended in 2022 has no need to repeat it. */
export const dayWords = (locale: string, currentYear: string, days: Messages['days']): DayWords => {
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' })
  const full = { year: 'numeric', month: 'long', day: 'numeric' } as const
  const date = format({ month: 'long', day: 'numeric' })
  const dateAndYear = format(full)
  const weekday = format({ weekday: 'long' })
  const say = (day: Day, form: Intl.DateTimeFormat) => {
    if (day === UNDATED) return days.undated
    const instant = instantOf(day)
    const said = form.format(instant)
    return locale.startsWith('zh')
      ? `${said} ${weekday.format(instant)}`
      : `${weekday.format(instant)}, ${said}`
  }
  return {
    day: (day) => say(day, yearOf(day) === currentYear ? date : dateAndYear),
    dayInFull: (day) => say(day, dateAndYear),
  }
}

/** A plain day as an instant that Intl, told UTC, gives back as the same day, wherever the reader lives. */
const instantOf = (day: Day): number => Date.UTC(+day.slice(0, 4), +day.slice(5, 7) - 1, +day.slice(8, 10))
