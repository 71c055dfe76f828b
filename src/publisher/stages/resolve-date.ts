import { Temporal } from 'temporal-polyfill'
import { isDay, UNDATED } from '../../archive/day.ts'
import type { AddressDate, PostDate } from '../post.ts'
import type { Note } from '../problems.ts'

/** `2022-01-21`, `2022-01-21 18:05:40 +0800`, `2022-01-21T18:05:40.5Z`, `2022/1/21 18:05`. */
const WRITTEN =
  /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:(?:[Tt]|\s+)(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?)?\s*([a-z][a-z/_]*|[+-]\d{1,2}(?::?\d{2})?)?$/i

/** The date in a post's file name: https://jekyllrb.com/docs/posts/#creating-posts */
const IN_FILE_NAME = /^(\d{4}|\d{2})-(\d{1,2})-(\d{1,2})-/

/** `March 9, 2022`, `9 Mar 2022`, `Wed, 09 March 2022 10:00:00 GMT`: English months, as Ruby's `Time.parse` takes them. */
const SPELLED =
  /^(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?(?:([a-z]{3,9})\.?\s+(\d{1,2})|(\d{1,2})(?:st|nd|rd|th)?[\s-]+([a-z]{3,9}))(?:st|nd|rd|th)?\.?[,\s-]+(\d{4})(?=$|[\s,])[\s,]*(.*)$/i

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')

/** The zones that Ruby knows by name; it passes over any other name, and reads the date as local. */
const ZONES: ReadonlyMap<string, string> = new Map(
  'Z=Z UTC=Z UT=Z GMT=Z EST=-05:00 EDT=-04:00 CST=-06:00 CDT=-05:00 MST=-07:00 MDT=-06:00 PST=-08:00 PDT=-07:00'
    .split(' ')
    .map((zone) => zone.split('=') as [string, string]),
)

/** A scraped post's id is its day and ten digits more. */
const IN_ID = /^\D*?(\d{4})(\d{2})(\d{2})\d{10}\b/

/**
 * The moment a post names: front matter over file name over id. A date without zone is the site's local time,
 * which is what its author meant; Jekyll reads what YAML takes for a timestamp as UTC, so `address` does too.
 */
export const resolveDate = (
  written: unknown,
  fileName: string,
  timezone: string,
  note: Note,
  isQuoted = false,
): PostDate => {
  const text = typeof written === 'string' ? written.trim() : ''
  const figures = inFigures(text)
  // A text is not a timestamp to YAML; Ruby then reads it as local time.
  const parsed = parse(figures, timezone, isQuoted || figures !== text)
  // The zone may carry the first or last day of all into a year that no calendar has.
  if (parsed && isDay(parsed.day)) return parsed
  const named = dayFrom(IN_FILE_NAME.exec(fileName))
  // `date: +0800` is what the scraper writes when the source names no date.
  if (text && !/^[+-]\d{4}$/.test(text)) {
    note(
      'date',
      `“${text.slice(0, 40)}” is not a date`,
      named ? 'took the day from the file name' : 'looked further',
    )
  }
  if (named) return wholeDay(named, timezone)
  const coded = dayFrom(IN_ID.exec(fileName))
  if (coded) {
    note('date', 'names no date, in front matter or file name', `took ${coded} from its id`)
    return wholeDay(coded, timezone)
  }
  note('date', 'names no date, in front matter or file name', 'kept it among the undated')
  const none = { year: 0, month: 0, day: 0, hour: 0, minute: 0, second: 0 }
  return { epoch: undefined, day: UNDATED, time: '', instant: '', address: none, local: none }
}

/** A date in words or without separators, and a clock of twelve hours, in the form that `WRITTEN` reads. */
const inFigures = (text: string): string => {
  const [, month, day, dayBefore, monthBehind, year, rest] = SPELLED.exec(text) ?? []
  const name = (month ?? monthBehind ?? '').toLowerCase()
  const number = MONTHS.findIndex((each) => name.startsWith(each)) + 1
  const date = year && number > 0 ? `${year}-${number}-${day ?? dayBefore} ${rest}`.trim() : text
  return date
    .replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3')
    .replace(/\b(\d{1,2})(:\d{2}(?::\d{2})?)?\s*([ap])\.?m\b\.?/i, (_, hour, rest = ':00', half) => {
      return `${(Number(hour) % 12) + (/p/i.test(half) ? 12 : 0)}${rest}`
    })
}

const dayFrom = (found: RegExpExecArray | null): string | undefined => {
  if (!found) return undefined
  const [, year = '', month = '', number = ''] = found
  // Ruby's window for years of two digits, which old file names have.
  const century = year.length > 2 ? '' : Number(year) < 69 ? '20' : '19'
  const day = `${century}${year}-${month.padStart(2, '0')}-${number.padStart(2, '0')}`
  return isDay(day) ? day : undefined
}

const parse = (text: string, timezone: string, isText: boolean): PostDate | undefined => {
  const found = WRITTEN.exec(text)
  const day = dayFrom(found)
  if (!found || !day) return undefined
  const [, , , , hour, minute, second, zone] = found
  if (hour === undefined) return wholeDay(day, timezone)
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second ?? 0) > 59) return undefined
  const clock = `${day}T${hour.padStart(2, '0')}:${minute}:${second ?? '00'}`
  const isNamed = zone !== undefined && /^[a-z]/i.test(zone)
  const offset = zone && (isNamed ? ZONES.get(zone.toUpperCase()) : offsetOf(zone))
  if (zone && !isNamed && !offset) return undefined
  if (offset) return datedAt(Date.parse(clock + offset), timezone)
  const local = Temporal.PlainDateTime.from(clock).toZonedDateTime(timezone)
  // YAML knows no timestamp without seconds or with slashes: those are texts, which Ruby reads as local.
  const isTimestamp = !isText && !isNamed && second !== undefined && !text.includes('/')
  return dated(local, isTimestamp ? Temporal.Instant.from(`${clock}Z`).toZonedDateTimeISO(timezone) : local)
}

/** `+0800`, `+08`, `+8:00` → `+08:00`; nothing for an offset that no clock has. */
const offsetOf = (zone: string): string | undefined => {
  const [, sign, hours = '', minutes = '00'] = /^([+-])(\d{1,2}):?(\d{2})?$/.exec(zone) ?? []
  if (!sign) return undefined
  return Number(hours) > 23 || Number(minutes) > 59
    ? undefined
    : `${sign}${hours.padStart(2, '0')}:${minutes}`
}

/** A moment on the site's clocks. Where their offset is known for its day, figures do what a calendar would. */
const datedAt = (epoch: number, timezone: string): PostDate => {
  const offset = offsetOn(epoch, timezone)
  if (offset === undefined)
    return dated(Temporal.Instant.fromEpochMilliseconds(epoch).toZonedDateTimeISO(timezone))
  const clock = new Date(epoch + offset).toISOString().slice(0, 'YYYY-MM-DDTHH:MM:SS'.length)
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = clock.split(/\D/).map(Number)
  const address: AddressDate = { year, month, day, hour, minute, second }
  const minutes = Math.abs(offset / 60_000)
  const sign = offset < 0 ? '-' : '+'
  return {
    epoch,
    day: clock.slice(0, 10),
    time: clock.slice(11, 16),
    instant: `${clock}${sign}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`,
    address,
    local: address,
  }
}

const two = (value: number): string => String(value).padStart(2, '0')

const DAY = 86_400_000
/** Years of four digits; others are written otherwise. */
const [FIRST, LAST] = [Date.parse('0001-01-02T00:00Z'), Date.parse('9999-12-30T00:00Z')]

/** Offsets in milliseconds by zone and day of UTC; undefined for a day on which the zone has several. */
const offsets = new Map<string, Map<number, number | undefined>>()

/** To ask the calendar for a zone's offset takes longer than to read the rest of a post's front matter. */
const offsetOn = (epoch: number, timezone: string): number | undefined => {
  if (!(epoch >= FIRST && epoch < LAST)) return undefined
  const day = Math.floor(epoch / DAY)
  const known = offsets.get(timezone) ?? new Map<number, number | undefined>()
  offsets.set(timezone, known)
  if (!known.has(day)) known.set(day, offsetOfDay(day, timezone))
  return known.get(day)
}

const offsetOfDay = (day: number, timezone: string): number | undefined => {
  const start = Temporal.Instant.fromEpochMilliseconds(day * DAY).toZonedDateTimeISO(timezone)
  const next = start.getTimeZoneTransition('next')
  const offset = start.offsetNanoseconds / 1e6
  // Offsets of old, in seconds, are rounded when they are written.
  const isPlain = offset % 60_000 === 0
  return isPlain && (next === null || next.epochMilliseconds >= (day + 1) * DAY) ? offset : undefined
}

const dated = (moment: Temporal.ZonedDateTime, address: AddressDate = moment): PostDate => ({
  epoch: moment.epochMilliseconds,
  day: moment.toPlainDate().toString(),
  time: moment.toPlainTime().toString().slice(0, 5),
  instant: moment.toString({ timeZoneName: 'never', fractionalSecondDigits: 0 }),
  address: addressDate(address),
  local: addressDate(moment),
})

/** As plain fields: those of a Temporal object are on its prototype, and a copy by spreading has none. */
const addressDate = ({ year, month, day, hour, minute, second }: AddressDate): AddressDate => ({
  year,
  month,
  day,
  hour,
  minute,
  second,
})

const wholeDay = (day: string, timezone: string): PostDate => ({
  ...dated(Temporal.PlainDate.from(day).toZonedDateTime(timezone)),
  time: '',
})
