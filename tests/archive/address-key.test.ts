import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { addressKey } from '../../src/archive/address-key.ts'

it('is the same for every way to write an address', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 4 }), (segments) => {
      const encoded = `/${segments.map(encodeURIComponent).join('/')}`
      // Every byte percent-encoded, as some chat programs do.
      const wholly = `/${segments
        .map((segment) =>
          Array.from(Buffer.from(segment), (byte) => `%${byte.toString(16).padStart(2, '0')}`),
        )
        .map((bytes) => bytes.join(''))
        .join('/')}`
      expect(addressKey(wholly)).toBe(addressKey(encoded))
    }),
  )
})

it('keeps two addresses apart whose segments differ by a slash', () => {
  expect(addressKey('/a%2Fb')).toBe('/a%2Fb')
  expect(addressKey('/a%2fb')).toBe('/a%2Fb')
  expect(addressKey('/a/b')).toBe('/a/b')
})

it('keeps the percent sign apart from what it escapes', () => {
  expect(addressKey('/a%252Fb')).toBe('/a%252Fb')
  expect(addressKey('/up-100%25')).toBe('/up-100%25')
})

it('takes a lone percent sign for the text it is', () => {
  expect(addressKey('/up-100%')).toBe(addressKey('/up-100%25'))
  expect(addressKey('/%E4%BD%A0%')).toBe('/你%25')
  expect(addressKey('/%zz/%E7%83%AD')).toBe('/%25zz/热')
  expect(addressKey('/%E7%83')).toBe('/%25E7%2583')
})

it('does not change case, dots or doubled slashes', () => {
  expect(addressKey('/Wind//2022/../a.HTML')).toBe('/Wind//2022/../a.HTML')
})
