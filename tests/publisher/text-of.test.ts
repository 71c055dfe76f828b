import fc from 'fast-check'
import { expect, it } from 'vitest'
import { textOf } from '../../src/publisher/text-of.ts'

it('reads what UTF-8 was made of, and a part of a larger buffer', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(textOf(Buffer.from(text))).toBe(text)
      expect(textOf(Buffer.from(`看${text}报`).subarray(3, -3))).toBe(text)
    }),
  )
})
