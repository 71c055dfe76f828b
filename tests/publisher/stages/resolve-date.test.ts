import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { resolveDate } from '../../../src/publisher/stages/resolve-date.ts'
import { notes } from '../site-folder.ts'

const resolve = (written: unknown, fileName = 'a.md', timezone = 'America/New_York') => {
  const { taken, note } = notes()
  return { ...resolveDate(written, fileName, timezone, note), taken }
}

const two = (value: number): string => String(value).padStart(2, '0')

describe('a date written as', () => {
  // The last column is what Jekyll 4.3.1 puts into the address of the same post.
  it.each([
    ['2022-01-21 22:05:40', '2022-01-21T22:05:40-05:00', '21 17:05'],
    ['2022-01-21T22:05:40', '2022-01-21T22:05:40-05:00', '21 17:05'],
    ['2022-01-21 22:05:40.5', '2022-01-21T22:05:40-05:00', '21 17:05'],
    ['2022-01-21 2:05:40', '2022-01-21T02:05:40-05:00', '20 21:05'],
    ['2022-1-2 23:00:00', '2022-01-02T23:00:00-05:00', '02 18:00'],
    ['2022/1/2 23:00:00', '2022-01-02T23:00:00-05:00', '02 23:00'],
    ['2022-01-21 22:05', '2022-01-21T22:05:00-05:00', '21 22:05'],
    ['2022-01-21 22:05:40 +0800', '2022-01-21T09:05:40-05:00', '21 09:05'],
    ['2022-01-21 22:05 +0800', '2022-01-21T09:05:00-05:00', '21 09:05'],
    ['2022-01-21T22:05:40+08:00', '2022-01-21T09:05:40-05:00', '21 09:05'],
    ['2022-01-21 22:05:40 +8:00', '2022-01-21T09:05:40-05:00', '21 09:05'],
    ['2022-01-21 22:05:40 +08', '2022-01-21T09:05:40-05:00', '21 09:05'],
    ['2022-01-21T22:05:40Z', '2022-01-21T17:05:40-05:00', '21 17:05'],
    ['2022-01-21 22:05:40 UTC', '2022-01-21T17:05:40-05:00', '21 17:05'],
    ['2022-01-21', '2022-01-21T00:00:00-05:00', '21 00:00'],
    ['2022/01/21', '2022-01-21T00:00:00-05:00', '21 00:00'],
    ['2022-01-21 22:05:40 CST', '2022-01-21T23:05:40-05:00', '21 23:05'],
    ['2022-01-21 22:05:40 Asia/Shanghai', '2022-01-21T22:05:40-05:00', '21 22:05'],
    ['20220121', '2022-01-21T00:00:00-05:00', '21 00:00'],
    ['January 21, 2022', '2022-01-21T00:00:00-05:00', '21 00:00'],
    ['21st Jan. 2022 22:05', '2022-01-21T22:05:00-05:00', '21 22:05'],
    ['Fri, 21 Jan 2022 22:05:40 GMT', '2022-01-21T17:05:40-05:00', '21 17:05'],
    ['2022-01-21 10:05 PM', '2022-01-21T22:05:00-05:00', '21 22:05'],
    ['2022-01-21 12:00am', '2022-01-21T00:00:00-05:00', '21 00:00'],
    ['2022-03-13 02:30:00 -0500', '2022-03-13T03:30:00-04:00', '13 03:30'],
  ])('%s is %s', (written, instant, inAddress) => {
    const { address, taken, ...date } = resolve(written)
    expect(date.instant).toBe(instant)
    expect(date.epoch).toBe(Date.parse(instant))
    expect(date.day).toBe(instant.slice(0, 10))
    expect(date.time).toBe(/:\d\d/.test(written) ? instant.slice(11, 16) : '')
    expect(`${two(address.day)} ${two(address.hour)}:${two(address.minute)}`).toBe(inAddress)
    expect(taken).toEqual([])
  })

  it.each([
    '昨天',
    '2022-02-30',
    '2022-01-21 24:00:00',
    '2022-01-21 10:61:00',
    '2022-01-21 10:00:00 +9900',
    '2022-13-01',
    '9999-12-31 23:59:59 -2300',
    '0001-01-01 00:00:00 +2300',
    '1642773940',
    'Janbruary 32, 2022',
    'May 2022',
  ])('%s is none, and the file name is asked', (written) => {
    const { day, time, taken } = resolve(written, '2022-06-01-a.md')
    expect([day, time]).toEqual(['2022-06-01', ''])
    expect(taken).toEqual([`date: “${written}” is not a date; took the day from the file name`])
  })
})

describe('a post that names no date', () => {
  it.each([undefined, null, '', '+0800', ['2022-01-01'], { year: '2022' }])(
    'but %j takes its file name’s',
    (written) => {
      const { instant, taken } = resolve(written, '2022-06-01-a.md')
      expect([instant, taken]).toEqual(['2022-06-01T00:00:00-04:00', []])
    },
  )

  it.each([
    ['2022-1-2-a.md', '2022-01-02'],
    ['22-01-03-a.md', '2022-01-03'],
    ['99-12-31-a.md', '1999-12-31'],
  ])('takes the day of %s', (fileName, day) => {
    expect(resolve(undefined, fileName).day).toBe(day)
  })

  it.each(['-202205262391921712.md', 'NW202205262391921712.md'])('takes the day in its id %s', (fileName) => {
    const { day, taken } = resolve(undefined, fileName)
    expect(day).toBe('2022-05-26')
    expect(taken).toEqual(['date: names no date, in front matter or file name; took 2022-05-26 from its id'])
  })

  it.each(['a.md', '2022-02-30-a.md', '202213452391921712.md'])('in %s either is undated', (fileName) => {
    const { day, time, instant, epoch, taken } = resolve(undefined, fileName)
    expect([day, time, instant, epoch]).toEqual(['0000-00-00', '', '', undefined])
    expect(taken).toEqual(['date: names no date, in front matter or file name; kept it among the undated'])
  })
})

it('a whole day begins when the zone’s day does, even where no midnight is', () => {
  const { instant } = resolve('2018-11-04', 'a.md', 'America/Sao_Paulo')
  expect(instant).toBe('2018-11-04T01:00:00-02:00')
})

it('a date in quotes is a text, which Ruby reads as local time: both readings are one', () => {
  const { note } = notes()
  const date = resolveDate('2022-01-21 02:05:40', 'a.md', 'America/New_York', note, true)
  expect(date.address).toEqual(date.local)
  expect(resolveDate('2022-01-21 02:05:40', 'a.md', 'America/New_York', note).address.day).toBe(20)
})

it('gives a moment the figures that a calendar gives it, on days of all kinds', () => {
  const zones = [
    'Asia/Shanghai',
    'Europe/Berlin',
    'America/St_Johns',
    'Pacific/Apia',
    'Africa/Monrovia',
    'UTC',
  ]
  const near = [
    '1940-06-03',
    '1986-05-04',
    '1991-09-15',
    '2011-12-30',
    '2022-03-27',
    '2022-10-30',
    '1972-01-07',
  ]
  const day = fc.oneof(
    fc.constantFrom(...near).map((each) => Date.parse(each)),
    fc.integer({ min: Date.parse('0001-01-01'), max: Date.parse('9999-12-29') }),
  )
  fc.assert(
    fc.property(
      day,
      fc.integer({ min: -86_400, max: 86_400 }),
      fc.constantFrom(...zones),
      (start, second, zone) => {
        const epoch = Math.floor(start / 1000) * 1000 + second * 1000
        const written = new Date(epoch).toISOString().slice(0, 19)
        fc.pre(/^(?!0000)\d{4}-/.test(written))
        const moment = Temporal.Instant.fromEpochMilliseconds(epoch).toZonedDateTimeISO(zone)
        fc.pre(moment.year >= 1 && moment.year <= 9999)
        const found = resolveDate(`${written}Z`, 'a.md', zone, () => {})
        expect(found).toMatchObject({
          epoch,
          day: moment.toPlainDate().toString(),
          time: moment.toPlainTime().toString().slice(0, 5),
          instant: moment.toString({ timeZoneName: 'never', fractionalSecondDigits: 0 }),
        })
        const { year, month, day: number, hour, minute, second: seconds } = moment
        expect(found.local).toEqual({ year, month, day: number, hour, minute, second: seconds })
      },
    ),
  )
})
