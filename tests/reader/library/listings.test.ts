import { describe, expect, it } from 'vitest'
import { FilterListing } from '../../../src/reader/library/listing.ts'
import { listingOf } from '../../../src/reader/library/listings.ts'
import { SearchListing } from '../../../src/reader/library/search-listing.ts'
import { serveFiles } from '../published.ts'

const categories = ['gushi']

describe('the listing of a filter', () => {
  it('is the same when it is asked for again', () => {
    const { archive } = serveFiles(new Map())
    const first = listingOf(archive, { categories })
    expect(listingOf(archive, { categories: ['gushi'] })).toBe(first)
    expect(listingOf(archive, { categories: ['haiwai'] })).not.toBe(first)
    const words = listingOf(archive, { categories, words: '茅台' })
    expect(listingOf(archive, { categories, words: '茅台' })).toBe(words)
    expect(listingOf(archive, { categories, words: '茅台', order: 'best' })).not.toBe(words)
  })

  it('is another of another archive', () => {
    const [one, other] = [serveFiles(new Map()).archive, serveFiles(new Map()).archive]
    expect(listingOf(one, { categories })).not.toBe(listingOf(other, { categories }))
  })

  it('is a search where there are words', () => {
    const { archive } = serveFiles(new Map())
    expect(listingOf(archive, { categories, words: '茅台' })).toBeInstanceOf(SearchListing)
    expect(listingOf(archive, { categories })).toBeInstanceOf(FilterListing)
  })

  it('is forgotten when twelve others have been used since', () => {
    const { archive } = serveFiles(new Map())
    const [old, used] = [
      listingOf(archive, { categories: ['old'] }),
      listingOf(archive, { categories: ['used'] }),
    ]
    for (let number = 0; number < 11; number++) {
      listingOf(archive, { categories: [`n${number}`] })
      expect(listingOf(archive, { categories: ['used'] })).toBe(used)
    }
    expect(listingOf(archive, { categories: ['old'] })).not.toBe(old)
    expect(listingOf(archive, { categories: ['used'] })).toBe(used)
  })
})
