import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MOST_PACK_BYTES, PACK_BYTES } from '../../src/archive/limits.ts'
import { cutPacks } from '../../src/publisher/cut-packs.ts'
import { HOST_BUDGETS, HOST_NAMES, pagesThatFit } from '../../src/publisher/host-budgets.ts'
import { indexFilesFor } from '../../src/publisher/plan-segments.ts'

const host = fc.constantFrom(...HOST_NAMES)
const wanted = fc.oneof(fc.constant('all' as const), fc.nat(30_000))
const count = fc.nat(2_000_000)

/** Files of an archive of articles of 5 kB, without their pages: what the budgets were chosen for. */
const shardsOf = (days: number, aDay: number, packBytes: number): number => {
  const packs = cutPacks(Array<number>(aDay).fill(5000), 36, packBytes).length
  return days * (packs + Math.ceil(aDay / 32) + 5)
}

/** Files of the search index of such an archive. */
const indexFiles = (days: number, aDay: number, bucketBytes: number): number => {
  const posts = Array.from({ length: days * aDay }, (_, place) => ({
    day: new Date(Date.UTC(2022, 0, 1 + Math.floor(place / aDay))).toISOString().slice(0, 10),
    bytes: 5000,
  }))
  return indexFilesFor(posts, bucketBytes)
}

describe('the budget of a host', () => {
  it.each(HOST_NAMES)('of %s has a pack size that the format allows', (name) => {
    const { packBytes } = HOST_BUDGETS[name]
    expect(packBytes).toBeGreaterThanOrEqual(PACK_BYTES)
    expect(packBytes).toBeLessThanOrEqual(MOST_PACK_BYTES)
  })

  it('lets eight months of a busy paper fit where files are counted, and not four with usual packs', () => {
    const { files, packBytes } = HOST_BUDGETS['cloudflare-pages']
    expect(shardsOf(240, 1480, packBytes)).toBeLessThan(files)
    expect(shardsOf(240, 1480, PACK_BYTES)).toBeGreaterThan(1.9 * files)
  })

  it('lets five months of that paper fit with an index, and not two with usual buckets', () => {
    const { files, packBytes, bucketBytes } = HOST_BUDGETS['cloudflare-pages']
    expect(shardsOf(150, 1480, packBytes) + indexFiles(150, 1480, bucketBytes)).toBeLessThan(0.9 * files)
    expect(
      shardsOf(50, 1480, packBytes) + indexFiles(50, 1480, HOST_BUDGETS.any.bucketBytes),
    ).toBeGreaterThan(files)
  })

  it('is the one that the README tells', () => {
    const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8')
    expect(HOST_BUDGETS).toMatchObject({
      'github-pages': { bytes: 1_000_000_000, packBytes: 24 * 1024 },
      'cloudflare-pages': { files: 20_000, fileBytes: 25 * 1024 * 1024, packBytes: 256 * 1024 },
      netlify: { folderFiles: 54_000, packBytes: 24 * 1024 },
    })
    for (const row of [
      '| `github-pages` | 1 GB | – | – | – | 24 KiB |',
      '| `cloudflare-pages` | – | 20,000 (Free plan) | 25 MiB | – | 256 KiB |',
      '| `netlify` | – | – | – | 54,000 | 24 KiB |',
      '| `any` | – | – | – | – | 24 KiB |',
    ])
      expect(readme).toContain(`\n${row}\n`)
  })
})

describe('pages that fit', () => {
  it.each([
    ['any', 'all', 1_000_000, 70_000, 1_000_000],
    ['github-pages', 'all', 300_000, 70_000, 300_000],
    ['netlify', 500, 300_000, 70_000, 500],
    ['netlify', 500, 45, 90, 45],
    ['any', 0, 45, 90, 0],
    ['cloudflare-pages', 'all', 10_000, 1_000, 10_000],
    ['cloudflare-pages', 'all', 100_000, 5_400, 12_600],
    ['cloudflare-pages', 5_000, 100_000, 5_400, 5_000],
    ['cloudflare-pages', 15_000, 100_000, 5_400, 12_600],
    ['cloudflare-pages', 'all', 350_000, 18_000, 0],
    ['cloudflare-pages', 'all', 400_000, 25_000, 0],
  ] as const)('on %s: %s of %i beside %i files are %i', (name, want, articles, others, pages) => {
    expect(pagesThatFit(name, want, articles, others)).toBe(pages)
  })

  it('are never more than wanted, than there are, or than the host takes with a tenth to spare', () => {
    fc.assert(
      fc.property(host, wanted, count, count, fc.constantFrom(1, 3), (name, want, articles, others, each) => {
        const pages = pagesThatFit(name, want, articles, others, each)
        const { files } = HOST_BUDGETS[name]
        expect(Number.isInteger(pages) && pages >= 0 && pages <= articles).toBe(true)
        if (want !== 'all') expect(pages).toBeLessThanOrEqual(want)
        if (pages > 0) expect(each * pages + others).toBeLessThanOrEqual(0.9 * files)
      }),
    )
  })

  it('give way one by one as the rest grows', () => {
    fc.assert(
      fc.property(host, wanted, count, fc.nat(30_000), (name, want, articles, others) => {
        const lost =
          pagesThatFit(name, want, articles, others) - pagesThatFit(name, want, articles, others + 1)
        expect([0, 1]).toContain(lost)
      }),
    )
  })
})
