import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FINGERPRINT_LENGTH, fingerprint, fnv1a, partOf, partsFor } from '../../src/archive/fingerprint.ts'

/** FNV-1a by its definition, in whole numbers of any size, over the bytes of UTF-16LE. */
const byDefinition = (text: string): number => {
  let hash = 0x811c9dc5n
  for (const byte of Buffer.from(text, 'utf16le')) hash = ((hash ^ BigInt(byte)) * 0x01000193n) % 2n ** 32n
  return Number(hash)
}

const anyText = fc.string({ unit: 'binary' })

describe('fnv1a', () => {
  it('is the 32-bit FNV-1a of the text’s UTF-16 code units, the low byte first', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(fnv1a(text)).toBe(byDefinition(text))
      }),
    )
  })

  it('has not changed: archives are found by these values', () => {
    expect(fnv1a('')).toBe(0x811c9dc5)
    expect(fnv1a('macro')).toBe(4205243607)
    expect(fnv1a('南昌日报')).toBe(3875187548)
  })
})

describe('parts', () => {
  const limit = fc.integer({ min: 0, max: 7 }).map((power) => 2 ** power)

  it('are the least power of two that keeps the average within the limit, up to the most', () => {
    fc.assert(
      fc.property(fc.nat(10_000_000), fc.integer({ min: 1, max: 70_000 }), limit, (entries, each, most) => {
        const parts = partsFor(entries, each, most)
        expect(Number.isInteger(Math.log2(parts))).toBe(true)
        expect(parts).toBeLessThanOrEqual(most)
        expect(parts * each >= entries || parts === most).toBe(true)
        expect(parts === 1 || (parts / 2) * each < entries).toBe(true)
      }),
    )
  })

  it('are at least one, for nothing at all too', () => {
    expect(partsFor(0, 1024, 128)).toBe(1)
    expect(partsFor(1024, 1024, 128)).toBe(1)
    expect(partsFor(1025, 1024, 128)).toBe(2)
    expect(partsFor(10 ** 9, 1024, 128)).toBe(128)
  })

  it('hold every key in one place, and half of them stay when the parts double', () => {
    fc.assert(
      fc.property(anyText, limit, (key, parts) => {
        const part = partOf(key, parts)
        expect(part).toBeGreaterThanOrEqual(0)
        expect(part).toBeLessThan(parts)
        expect(partOf(key, parts * 2) % parts).toBe(part)
      }),
    )
  })

  it('spread keys that differ by little', () => {
    const sizes = new Array<number>(16).fill(0)
    for (let index = 0; index < 16_000; index++) {
      const part = partOf(`/macro/2022/01/21/${202201210000000 + index}.html`, 16)
      sizes[part] = (sizes[part] ?? 0) + 1
    }
    for (const size of sizes) expect(Math.abs(size - 1000)).toBeLessThan(200)
  })
})

describe('fingerprint', () => {
  it('has five digits of base 32, the low ones first', () => {
    fc.assert(
      fc.property(fc.webPath(), (path) => {
        const digits = fingerprint(path)
        expect(digits).toMatch(/^[a-z2-7]{5}$/)
        expect(digits).toHaveLength(FINGERPRINT_LENGTH)
      }),
    )
    const value = Array.from(fingerprint('/a.html')).reduceRight(
      (sum, digit) => sum * 32 + 'abcdefghijklmnopqrstuvwxyz234567'.indexOf(digit),
      0,
    )
    expect(value).toBe(fnv1a('/a.html') % 2 ** 25)
  })

  it('is the same however the address is percent-encoded', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (title) => {
        const encoded = `/macro/${encodeURIComponent(title)}.html`
        const lower = encoded.replace(/%[0-9A-F]{2}/g, (code) => code.toLowerCase())
        expect(fingerprint(lower)).toBe(fingerprint(encoded))
      }),
    )
    expect(fingerprint('/热电.html')).toBe(fingerprint('/%E7%83%AD%E7%94%B5.html'))
    expect(fingerprint('/热电.html')).not.toBe(fingerprint('/热点.html'))
  })

  it('is shared by a few articles of a busy day, as FORMAT.md warns', () => {
    const seen = new Set<string>()
    for (let index = 0; index < 100_000; index++) seen.add(fingerprint(`/macro/${index}.html`))
    // 100,000 values out of 2²⁵ meet about 149 times.
    expect(100_000 - seen.size).toBeGreaterThan(60)
    expect(100_000 - seen.size).toBeLessThan(300)
  })
})
