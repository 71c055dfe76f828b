import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { HOST_NAMES } from '../../src/publisher/host-budgets.ts'
import { describeUse, exceeds, type Usage } from '../../src/publisher/host-use.ts'

/** An archive of some months, its articles at addresses with their days. */
const USAGE: Usage = {
  files: 12_345,
  bytes: 260e6,
  largest: { path: 'images/a.png', bytes: 2e6 },
  fullest: { folder: '2022/01/21', files: 1500 },
  articles: 100_000,
  pages: 0,
  compression: 'none',
  pace: 1480,
}
const use = (fields: Partial<Usage> = {}): Usage => ({ ...USAGE, ...fields })

const size = fc.nat(2_000_000_000)
const usage = fc
  .record({
    files: fc.nat(100_000),
    bytes: size,
    largest: fc.record({ path: fc.string(), bytes: size }),
    fullest: fc.record({ folder: fc.string(), files: fc.nat(100_000) }),
    articles: fc.nat(1_000_000),
    pages: fc.nat(100_000),
    compression: fc.constantFrom('none' as const, 'new' as const),
    pace: fc.oneof(fc.constant(0), fc.double({ min: 1, max: 10_000, noNaN: true })),
  })
  .map((each) => ({ ...each, pages: Math.min(each.pages, each.articles, each.files) }))
const host = fc.constantFrom(...HOST_NAMES)

describe('what a host would refuse', () => {
  it('is nothing at its limits, and nothing anywhere for a host without', () => {
    expect(exceeds('github-pages', use({ bytes: 1e9, files: 1e6 }))).toBeUndefined()
    const full = use({ files: 20_000, largest: { path: 'a', bytes: 26_214_400 } })
    expect(exceeds('cloudflare-pages', full)).toBeUndefined()
    expect(exceeds('netlify', use({ fullest: { folder: 'a', files: 54_000 } }))).toBeUndefined()
    fc.assert(
      fc.property(usage, (any) => {
        expect(exceeds('any', any)).toBeUndefined()
      }),
    )
  })

  it.each([
    [
      'cloudflare-pages',
      use({ files: 21_300, pages: 9_000 }),
      'Cloudflare Pages takes at most 20,000 files, and the site has 21,300: give fewer articles a page of their own (kanbao.pages; 9,000 have one), or choose another host',
    ],
    [
      'cloudflare-pages',
      use({ files: 31_300, pages: 9_000 }),
      'Cloudflare Pages takes at most 20,000 files, and the site has 31,300: choose another host, since to give no article a page (kanbao.pages: none) would not be enough',
    ],
    [
      'cloudflare-pages',
      use({ largest: { path: 'films/a\u001b[2J.mp4', bytes: 26_214_401 } }),
      'Cloudflare Pages takes at most 26,214,400 bytes in a file, and films/a\uFFFD[2J.mp4 has 26,214,401: make it smaller, leave it out with exclude, or choose another host',
    ],
    [
      'github-pages',
      use({ bytes: 1_100_000_000, pages: 100_000 }),
      'GitHub Pages takes at most 1,000,000,000 bytes, and the site has 1,100,000,000: give fewer articles a page of their own (kanbao.pages; 100,000 have one), or choose another host',
    ],
    [
      'github-pages',
      use({ bytes: 2_300_000_000, pages: 100_000 }),
      'GitHub Pages takes at most 1,000,000,000 bytes, and the site has 2,300,000,000: choose another host, since to give no article a page (kanbao.pages: none) would not be enough',
    ],
    [
      'netlify',
      use({ fullest: { folder: '', files: 60_010 }, pages: 60_000 }),
      'Netlify takes at most 54,000 files in a folder, and the folder of the site has 60,010: give fewer articles a page of their own (kanbao.pages; 60,000 have one), or choose another host',
    ],
  ] as const)('%s says which limit, and what to do (%#)', (name, over, sentence) => {
    expect(exceeds(name, over)).toBe(sentence)
  })
})

describe('the line on what an edition takes', () => {
  it.each([
    ['any', use(), '12,345 files; 260 MB'],
    ['any', use({ bytes: 999 }), '12,345 files; 1 kB'],
    ['any', use({ bytes: 1_234_000_000 }), '12,345 files; 1.23 GB'],
    [
      'cloudflare-pages',
      use(),
      '12,345 files, 61 % of the 20,000 that Cloudflare Pages takes; 260 MB; full in about 41 days at 1,480 articles a day',
    ],
    [
      'cloudflare-pages',
      use({ files: 17_400, pages: 12_000 }),
      '17,400 files, 87 % of the 20,000 that Cloudflare Pages takes; 260 MB; full in about 182 days at 1,480 articles a day, as pages give way',
    ],
    [
      'cloudflare-pages',
      use({ files: 20_001 }),
      '20,001 files, 100 % of the 20,000 that Cloudflare Pages takes; 260 MB; too much for Cloudflare Pages',
    ],
    [
      'cloudflare-pages',
      use({ files: 19_999 }),
      '19,999 files, 99 % of the 20,000 that Cloudflare Pages takes; 260 MB; full in less than a day at 1,480 articles a day',
    ],
    // Each article brings 2,600 bytes, and 12,000 more for its page, which gives way.
    [
      'github-pages',
      use({}),
      '12,345 files; 260 MB, 26 % of the 1 GB that GitHub Pages takes; full in about 192 days at 1,480 articles a day',
    ],
    [
      'github-pages',
      use({ bytes: 860e6, pages: 50_000 }),
      '12,345 files; 860 MB, 86 % of the 1 GB that GitHub Pages takes; full in about 192 days at 1,480 articles a day, as pages give way',
    ],
    [
      'github-pages',
      use({ pace: 2.25 }),
      '12,345 files; 260 MB, 26 % of the 1 GB that GitHub Pages takes; full in more than ten years at 2.3 articles a day',
    ],
    [
      'github-pages',
      use({ bytes: 999_997_000, pace: 1 }),
      '12,345 files; 999 MB, 99 % of the 1 GB that GitHub Pages takes; full in less than a day at 1 article a day',
    ],
    [
      'github-pages',
      use({ bytes: 999_985_000, pace: 1 }),
      '12,345 files; 999 MB, 99 % of the 1 GB that GitHub Pages takes; full in about 1 day at 1 article a day',
    ],
    [
      'netlify',
      use(),
      '12,345 files; 1,500 in the fullest folder, 2 % of the 54,000 that Netlify takes; 260 MB',
    ],
  ] as const)('for %s (%#)', (name, taken, line) => {
    expect(describeUse(name, taken)).toBe(line)
  })

  it('foresees a folder that all articles share filling, unless older pages leave it', () => {
    const flat = use({ articles: 30_000, pages: 30_000, fullest: { folder: '', files: 30_000 } })
    expect(describeUse('netlify', flat)).toMatch(/; full in about 16 days at 1,480 articles a day$/)
    expect(describeUse('netlify', { ...flat, articles: 40_000 })).not.toContain('full in')
  })

  it.each([use({ pace: 0 }), use({ articles: 999 }), use({ articles: 0, files: 12, bytes: 1e6 })])(
    'foresees nothing where too little is known (%#)',
    (little) => {
      for (const name of HOST_NAMES) expect(describeUse(name, little)).not.toContain('full in')
    },
  )

  it('is one line of whole words, and says that it is too much just when the host would refuse', () => {
    fc.assert(
      fc.property(host, usage, (name, taken) => {
        const line = describeUse(name, taken)
        expect(line).not.toMatch(/NaN|Infinity|undefined|-\d|\n/)
        expect(line.includes('too much')).toBe(exceeds(name, taken) !== undefined)
      }),
    )
  })

  it('gives a faster paper no more days', () => {
    const daysIn = (line: string): number =>
      Number(/about ([\d,]+) day/.exec(line)?.[1]?.replaceAll(',', '') ?? (/ten years/.test(line) ? 3653 : 0))
    const pace = fc.integer({ min: 1, max: 5000 })
    fc.assert(
      fc.property(fc.constantFrom('github-pages', 'cloudflare-pages'), pace, pace, (name, one, more) => {
        const slow = daysIn(describeUse(name, use({ pace: one })))
        expect(daysIn(describeUse(name, use({ pace: one + more })))).toBeLessThanOrEqual(slow)
      }),
    )
  })
})
