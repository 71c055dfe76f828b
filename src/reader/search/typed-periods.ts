import { type Day, isDay, isMonth, monthOf, shiftDay, shiftMonth, yearOf } from '../../archive/day.ts'

/** A day, a whole month, or the months of a year, as a filter has them: `from` and `to` are both included. */
export interface Period {
  readonly from: string
  readonly to: string
}

/** The days that people name and do not number, with what they are from today. */
const NAMED: readonly (readonly [names: readonly string[], of: (today: Day) => string])[] = [
  [['今天', '今日', 'today'], (today) => today],
  [['昨天', '昨日', 'yesterday'], (today) => shiftDay(today, -1)],
  [['前天', '前日', 'day before yesterday'], (today) => shiftDay(shiftDay(today, -1), -1)],
  [['本月', '这个月', 'this month'], monthOf],
  [['上月', '上个月', 'last month'], (today) => shiftMonth(monthOf(today), -1)],
]

/** `2022-04-10`, `2022/4/10`, `2022年4月10日`, and months in the same ways. */
const WITH_YEAR = /^(\d{4})[-/.年](\d{1,2})(?:月|[-/.月](\d{1,2})[日号]?)?$/
const IN_A_ROW = /^(\d{4})(\d{2})(\d{2})?$/
const DAY_ALONE = /^(\d{1,2})[-/.月](\d{1,2})[日号]?$/
const MONTH_ALONE = /^(\d{1,2})月$/
const YEAR_ALONE = /^(\d{4})年?$/

/** The periods that the text may name; `newest` is the archive's last day, which a day without year is not after. */
export const typedPeriods = (text: string, today: Day, newest: Day): readonly Period[] => {
  const typed = text.normalize('NFKC').trim().toLowerCase()
  // A single letter begins too many words to mean a day.
  const isName = typed.length > 1 || typed > '\u{ff}'
  const named = NAMED.filter(([names]) => isName && names.some((name) => name.startsWith(typed)))
  if (typed && named.length > 0) return named.map(([, of]) => one(of(today)))
  const [, year, month, day] = WITH_YEAR.exec(typed) ?? IN_A_ROW.exec(typed) ?? []
  if (year && month) return existing(numbered(year, month, day))
  const yearAlone = YEAR_ALONE.exec(typed)?.[1]
  if (yearAlone)
    return isMonth(`${yearAlone}-01`) && yearAlone <= yearOf(newest)
      ? [{ from: `${yearAlone}-01`, to: `${yearAlone}-12` }]
      : []
  const [, monthOfDay, dayOfMonth] = DAY_ALONE.exec(typed) ?? MONTH_ALONE.exec(typed) ?? []
  return monthOfDay ? existing(latest(monthOfDay, dayOfMonth, newest)) : []
}

const one = (dayOrMonth: string): Period => ({ from: dayOrMonth, to: dayOrMonth })

const existing = (dayOrMonth: string | undefined): readonly Period[] =>
  dayOrMonth && (isDay(dayOrMonth) || isMonth(dayOrMonth)) ? [one(dayOrMonth)] : []

const numbered = (year: string, month: string, day: string | undefined): string =>
  [year, month.padStart(2, '0'), ...(day ? [day.padStart(2, '0')] : [])].join('-')

/** Years to go back for a day without year: the 29th of February may be eight years away. */
const YEARS_BACK = 8

const latest = (month: string, day: string | undefined, newest: Day): string | undefined => {
  const last = Number(yearOf(newest))
  for (let year = last; year >= last - YEARS_BACK; year--) {
    const named = numbered(String(year).padStart(4, '0'), month, day)
    if ((isDay(named) || isMonth(named)) && named <= newest) return named
  }
  return undefined
}

/** The day it is in a zone; in UTC where the browser does not know the zone. */
export const todayIn = (zone: string, now: Date): Day => {
  try {
    return dayIn(zone, now)
  } catch {
    return dayIn('UTC', now)
  }
}

// Sweden writes its days as ISO 8601 does.
const dayIn = (timeZone: string, now: Date): Day =>
  new Intl.DateTimeFormat('sv-SE', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(
    now,
  )
