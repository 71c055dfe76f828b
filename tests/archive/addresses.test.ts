import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anAddressShard, dayInPermalink } from '../../src/archive/addresses.ts'

describe('dayInPermalink', () => {
  it.each([
    ['/macro/2022/01/21/a.html', '2022-01-21'],
    ['/2022/01/21/a/', '2022-01-21'],
    ['/2022-01-21-a.html', '2022-01-21'],
    ['/news/2022-01-21', '2022-01-21'],
    ['/2022/01/21', '2022-01-21'],
    ['/macro/2022/01/21/2021/12/08/a.html', '2022-01-21'],
  ])('%s tells %s', (permalink, day) => {
    expect(dayInPermalink(permalink)).toBe(day)
  })

  it.each([
    '/about.html',
    '/2022/02/30/a.html',
    '/2022/1/21/a.html',
    '/2022/01/211/a.html',
    '/12022/01/21/a.html',
    '/a2022-01-21.html',
    '/0000/00/00/a.html',
  ])('%s tells none', (permalink) => {
    expect(dayInPermalink(permalink)).toBeUndefined()
  })

  it('reads the day of every default permalink', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date(0), max: new Date('9999-12-31'), noInvalidDate: true }), (date) => {
        const day = date.toISOString().slice(0, 10)
        expect(dayInPermalink(`/macro/${day.replaceAll('-', '/')}/a.html`)).toBe(day)
      }),
    )
  })
})

it('an address shard maps any key to a day, or to the undated', () => {
  const days = JSON.parse('{"/a.html":"2022-01-21","/about.html":"0000-00-00","__proto__":"2022-01-21"}')
  expect(anAddressShard({ days }, 'it')).toEqual({ days })
  expect(() => anAddressShard({ days: { '/a.html': '2022-02-30' } }, 'it')).toThrow('it.days./a.html')
})

it('an address shard may lead other addresses to permalinks', () => {
  expect(anAddressShard({ days: {}, moved: { '/old': '/a.html' } }, 'it').moved).toEqual({
    '/old': '/a.html',
  })
  expect(() => anAddressShard({ days: {}, moved: { '/old': '//elsewhere' } }, 'it')).toThrow('it.moved./old')
})
