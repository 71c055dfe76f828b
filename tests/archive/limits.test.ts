import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import * as limits from '../../src/archive/limits.ts'

const FORMAT = readFileSync(new URL('../../src/archive/FORMAT.md', import.meta.url), 'utf8')
const [, LIMITS = ''] = FORMAT.split('\n## Limits\n')

describe('the limits', () => {
  it.each([
    ['root', `${limits.ROOT_BYTES / 1024} KiB`],
    ['`newest`', `${limits.NEWEST_HEADLINES} headlines, ${limits.NEWEST_BYTES / 1024} KiB`],
    ['`recent`', `${limits.RECENT_MONTHS} months`],
    ['`top`', `${limits.TOP_CATEGORIES}`],
    ['page', `${limits.PAGE_HEADLINES} headlines`],
    [
      'body pack',
      `${limits.PACK_BYTES / 1024} KiB, at most ${limits.MOST_PACK_BYTES / 1024 ** 2} MiB, or one article`,
    ],
    ['day shard', `${limits.DAY_ARTICLES.toLocaleString('en')} articles`],
    ['postings part', `${limits.POSTINGS_ENTRIES.toLocaleString('en')} entries on average`],
    ['directory part', `${limits.DIRECTORY_CATEGORIES.toLocaleString('en')} categories`],
    ['tally part', `${limits.TALLY_ENTRIES.toLocaleString('en')} pairs of category and month on average`],
    ['address part', `${limits.ADDRESS_ENTRIES.toLocaleString('en')} entries on average`],
    ['parts', `${limits.MAX_PARTS} of a kind`],
    ['excerpt', `${limits.EXCERPT_LIMIT} code points`],
  ])('of %s are those of FORMAT.md', (what, value) => {
    expect(LIMITS).toContain(`\n| ${what} | ${value} | `)
  })

  it('are of the version that FORMAT.md describes', () => {
    expect(FORMAT).toMatch(new RegExp(`^# The archive format, version ${limits.FORMAT_VERSION}\n`))
    expect(FORMAT).toContain(`- **Version ${limits.FORMAT_VERSION}**`)
  })

  it('fit each other', () => {
    expect(limits.DAY_ARTICLES % limits.PAGE_HEADLINES).toBe(0)
    expect(Number.isInteger(Math.log2(limits.MAX_PARTS))).toBe(true)
    // Names of all parts, recent months: what of the root grows with the archive fits beside a site’s own texts.
    const parts = 3 * limits.MAX_PARTS * '"abcdefghij27",'.length
    const months = limits.RECENT_MONTHS * '{"month":"2022-04","count":9999999,"name":"abcdefghij27"},'.length
    expect(parts + months).toBeLessThan(limits.ROOT_BYTES / 2)
  })
})
