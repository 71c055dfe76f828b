import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { type Check, CheckFailure } from '../../src/archive/check.ts'
import { FORMAT_VERSION } from '../../src/archive/limits.ts'
import { aRoot, aSite, NewerFormat } from '../../src/archive/root.ts'
import { SHARD_CHECKS } from '../../src/archive/shard-kinds.ts'

const fixture = (path: string): URL => new URL(`../fixtures/format/${path}`, import.meta.url)
const textOf = (path: string): string => readFileSync(fixture(path), 'utf8')
const sound = JSON.parse(textOf('sound/archive/root.json'))

/** Each golden damaged file, and the place that its check must blame. */
const DAMAGED: Readonly<Record<string, string>> = {
  'addresses-of-no-day': 'days./a.html',
  'bodies-with-script-link': 'articles[0].source.link',
  'bodies-without-html': 'articles[0].html',
  'day-that-is-not': 'day',
  'day-with-wide-fingerprints': 'fingerprints',
  'directory-counting-halves': 'categories[0].count',
  'month-thirteen': 'month',
  'page-on-another-host': 'headlines[0].permalink',
  'page-too-long': 'headlines',
  'postings-going-back': 'categories.macro[1]',
  'root-format-as-text': 'format',
  'root-with-21-newest': 'newest',
  'root-with-a-path-for-a-name': 'addresses[0]',
  'root-with-null-for-a-list': 'categories.top',
  'root-without-edition': 'edition',
  'tally-as-a-list': 'categories',
  'year-with-thirteen-months': 'months',
  'years-of-two-digits': 'years[0].year',
}

/** Damage that a JSON parser meets first. */
const NO_JSON = ['bodies-cut-off', 'page-as-an-error-page']

describe('a root', () => {
  it.each(['sound', 'empty'])('that is %s passes', (kind) => {
    const root = JSON.parse(textOf(`${kind}/archive/root.json`))
    expect(aRoot(root, 'root')).toBe(root)
  })

  it('may have fields that this version does not know', () => {
    const later = { ...sound, weather: 'fair', categories: { ...sound.categories, colours: {} } }
    expect(aRoot(later, 'root')).toBe(later)
  })

  it('of a newer format is refused by name, before any other field is read', () => {
    const read = () => aRoot(JSON.parse(textOf('too-new/archive/root.json')), 'archive/root.json')
    expect(read).toThrow(NewerFormat)
    expect(read).toThrow('archive/root.json: format 2, and this reader knows 1')
  })

  it.each([undefined, null, 0, -1, '1', '2', [1]])('of format %j is damaged, not newer', (format) => {
    expect(() => aRoot({ ...sound, format }, 'root')).toThrow(
      new CheckFailure('root.format', String(FORMAT_VERSION)),
    )
  })

  it.each([null, undefined, 7, 'root', []])('is not %j', (value) => {
    expect(() => aRoot(value, 'root')).toThrow('root.format: expected 1')
  })

  it.each(['edition', 'years'])('has a shard name as its %s', (field) => {
    for (const value of ['', 'newest', 'ABCDEFGHIJ27', 1])
      expect(() => aRoot({ ...sound, [field]: value }, 'root')).toThrow(
        `root.${field}: expected a shard name`,
      )
  })

  it.each([
    ['newest', 20],
    ['recent', 36],
    ['addresses', 128],
  ])('has at most so many in %s: %i', (field, most) => {
    const full = Array.from({ length: most }, () => sound[field][0])
    expect(aRoot({ ...sound, [field]: full }, 'root').count).toBe(sound.count)
    expect(() => aRoot({ ...sound, [field]: [...full, full[0]] }, 'root')).toThrow(
      `root.${field}: expected at most`,
    )
  })
})

describe('a site', () => {
  it.each(Object.keys(sound.site))('has a %s of bounded length', (field) => {
    expect(() => aSite({ ...sound.site, [field]: undefined }, 'site')).toThrow(
      `site.${field}: expected a string`,
    )
    const long = { ...sound.site, [field]: '看'.repeat(501) }
    expect(() => aSite(long, 'site')).toThrow(`site.${field}: expected at most`)
  })
})

it('a site may say where it is shared, and a later version may know more places', () => {
  const site = { ...sound.site, share: ['mail', 'pigeon'] }
  expect(aSite(site, 'site')).toBe(site)
  expect(() => aSite({ ...sound.site, share: 'mail' }, 'site')).toThrow('site.share: expected a list')
})

describe('damaged files', () => {
  it('are all listed here', () => {
    const files = readdirSync(fixture('damaged')).map((file) => file.replace('.json', ''))
    expect(files.sort()).toEqual([...Object.keys(DAMAGED), ...NO_JSON].sort())
  })

  it.each(Object.entries(DAMAGED))('%s is refused at %s', (file, place) => {
    const kind = file.split('-', 1)[0] as keyof typeof SHARD_CHECKS | 'root'
    const check: Check<unknown> = kind === 'root' ? aRoot : SHARD_CHECKS[kind]
    const value: unknown = JSON.parse(textOf(`damaged/${file}.json`))
    expect(() => check(value, kind)).toThrow(CheckFailure)
    expect(() => check(value, kind)).toThrow(`${kind}.${place}: expected`)
  })

  it.each(NO_JSON)('%s is not even JSON', (file) => {
    expect(() => JSON.parse(textOf(`damaged/${file}.json`))).toThrow(SyntaxError)
  })
})
