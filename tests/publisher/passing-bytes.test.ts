import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { passingBytes } from '../../src/publisher/passing-bytes.ts'

describe('passing bytes', () => {
  it('are those of the texts, one behind another, whatever is in them', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' })), (texts) => {
        const { bytes, ends } = passingBytes(...texts)
        expect(Buffer.from(bytes).equals(Buffer.concat(texts.map((text) => Buffer.from(text))))).toBe(true)
        const starts = [0, ...ends]
        for (const [at, text] of texts.entries())
          expect(Buffer.from(bytes.subarray(starts[at], ends[at])).equals(Buffer.from(text))).toBe(true)
      }),
    )
  })

  it.each([1, 100_000, 3_000_000])('have room for %i ideographs', (count) => {
    const text = '报'.repeat(count)
    expect(Buffer.from(passingBytes(text).bytes).toString()).toBe(text)
    expect(Buffer.from(passingBytes('看').bytes).toString()).toBe('看')
  })

  it('stand in for half of a pair as Buffer does', () => {
    const half = 'a\ud800b'
    expect(Buffer.from(passingBytes(half).bytes).equals(Buffer.from(half))).toBe(true)
  })
})
