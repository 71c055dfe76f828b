import * as fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { fold } from '../../../src/archive/fold.ts'
import type { Filter } from '../../../src/reader/library/filter.ts'
import type { ListedHeadline } from '../../../src/reader/library/listing.ts'
import { searchArchive } from '../../../src/reader/library/search-engine.ts'
import type { SearchedArchive } from '../../../src/reader/library/searched-archive.ts'
import { type Part, type PlainNews, plainMatches, plainNewsOf } from '../plain-news-search.ts'
import { searchedArchive, serveFiles } from '../published.ts'
import { publishRandomNews } from '../random-news.ts'

let files: Map<string, string | Uint8Array>
let archive: SearchedArchive
let news: PlainNews[]

beforeAll(async () => {
  files = await publishRandomNews()
  archive = await searchedArchive(serveFiles(files))
  news = plainNewsOf(files)
}, 60_000)

const search = async (filter: Filter): Promise<ListedHeadline[]> => {
  const found: ListedHeadline[] = []
  for await (const batch of searchArchive(archive, filter)) found.push(...batch)
  return found
}

const permalinksOf = (list: readonly { readonly permalink: string }[]): string[] =>
  list.map(({ permalink }) => permalink)

const typed = ({ text, isUnwanted, isOfTitle }: Part, quotes: string): string => {
  const [open = '', close = ''] = /\s/.test(text) && quotes === '' ? '""' : quotes
  return `${isUnwanted ? '-' : ''}${isOfTitle ? 'title:' : ''}${open}${text}${close}`
}

/** A piece of a text that is there, or a word. */
const aText = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .record({
        article: fc.nat(700),
        at: fc.nat(),
        length: fc.integer({ min: 1, max: 8 }),
        ofTitle: fc.boolean(),
      })
      .map(({ article, at, length, ofTitle }) => {
        const each = news[article] as PlainNews
        const lines = ofTitle ? [each.title] : each.text.split('\n')
        const line = lines[at % lines.length] as string
        const units = Array.from(line.replace(/["“”]/g, ' '))
        const start = at % units.length
        // A number that is cut at its point is a word and a sign.
        return units
          .slice(start, start + length)
          .join('')
          .replace(/^[\s.,%]+|[\s.,]+$/g, '')
      })
      .filter((text) => /[\p{L}\p{N}]/u.test(text)),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      'ETF',
      'etf',
      'ｅｔｆ',
      '600519',
      '3.5',
      '3.5%',
      '12,345',
      '345',
      '5',
      '后天',
      '證券',
      '𠮷',
      '国人',
      '股',
      'ＡＩ',
      '国',
    ),
  },
)
const aPart = (isUnwanted: fc.Arbitrary<boolean>): fc.Arbitrary<Part> =>
  fc.record({ text: aText, isUnwanted, isOfTitle: fc.constantFrom(false, false, true) })
const someParts = fc
  .tuple(aPart(fc.constant(false)), fc.array(aPart(fc.boolean()), { maxLength: 2 }))
  .map(([first, others]) => [first, ...others])
const aQuestion = fc.record({
  parts: someParts,
  quotes: fc.constantFrom('', '""', '“”', '「」'),
  categories: fc.oneof(
    { weight: 2, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: fc.subarray(['hongguan', 'gushi', 'nirgends'], { minLength: 1 }) },
  ),
  dates: fc.constantFrom<Pick<Filter, 'from' | 'to'>>(
    {},
    {},
    { from: '2022-02' },
    { to: '2022-01-07' },
    { from: '2022-01-05', to: '2022-02-01' },
    { from: '2021-06', to: '2022-03' },
  ),
})

const wantedOf = (parts: readonly Part[], { categories, from, to }: Filter): PlainNews[] =>
  plainMatches(news, parts).filter(
    ({ day, categories: own }) =>
      (categories.length === 0 || own.some((slug) => categories.includes(slug))) &&
      ((!from && !to) || (day !== '0000-00-00' && day >= (from ?? '') && day <= `${to ?? '9'}~`)),
  )

describe('what a search lists', () => {
  it('is what a plain search through all texts finds, newest first', async () => {
    const { search: index } = archive.root
    expect(index?.segments.length).toBeGreaterThan(3)
    let found = 0
    await fc.assert(
      fc.asyncProperty(aQuestion, async ({ parts, quotes, categories, dates }) => {
        const filter = { categories, ...dates, words: parts.map((part) => typed(part, quotes)).join(' ') }
        const wanted = permalinksOf(wantedOf(parts, filter))
        expect(permalinksOf(await search(filter)), filter.words).toEqual(wanted)
        found += wanted.length
      }),
      { numRuns: 300 },
    )
    expect(found).toBeGreaterThan(400)
  }, 60_000)

  it('is the same in order of worth, those first that have all words in the title', async () => {
    await fc.assert(
      fc.asyncProperty(aQuestion, async ({ parts, quotes, categories, dates }) => {
        const filter = { categories, ...dates, words: parts.map((part) => typed(part, quotes)).join(' ') }
        const found = permalinksOf(await search({ ...filter, order: 'best' }))
        expect(found.toSorted()).toEqual(permalinksOf(wantedOf(parts, filter)).sort())
        const inTitle = parts.map((part) => ({ ...part, isOfTitle: part.isOfTitle || !part.isUnwanted }))
        const first = permalinksOf(wantedOf(inTitle, filter))
        expect(found.slice(0, first.length)).toEqual(first)
      }),
      { numRuns: 120 },
    )
  }, 60_000)

  it('shows each word, in the title or in the excerpt', async () => {
    await fc.assert(
      fc.asyncProperty(aText, async (text) => {
        const words = `"${text}"`
        for (const { title, excerpt, marks } of await search({ categories: [], words })) {
          const slices = [
            ...(marks?.title ?? []).map(([start, end]) => title.slice(start, end)),
            ...(marks?.excerpt ?? []).map(([start, end]) => excerpt.slice(start, end)),
          ]
          expect(slices.length).toBeGreaterThan(0)
          for (const slice of slices) expect(fold(slice)).toContain(fold(text))
        }
      }),
      { numRuns: 60 },
    )
  }, 60_000)
})
