import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Check,
  CheckFailure,
  count,
  dictionary,
  flag,
  itemOf,
  list,
  matching,
  object,
  optional,
  text,
} from '../../src/archive/check.ts'

/** The place that a check blames, or nothing when it lets the value pass. */
const blamed = (check: Check<unknown>, value: unknown): string | undefined => {
  try {
    check(value, 'it')
    return undefined
  } catch (thrown) {
    if (thrown instanceof CheckFailure) return thrown.place
    throw thrown
  }
}

/** What JSON can hold, with the keys that trip a careless program. */
const anyJson = fc.oneof(
  fc.jsonValue(),
  fc.dictionary(fc.constantFrom('constructor', '__proto__', 'a'), fc.jsonValue()),
)

describe('single values', () => {
  it('lets through what it says and nothing else', () => {
    fc.assert(
      fc.property(anyJson, (value) => {
        expect(blamed(text(), value) === undefined).toBe(typeof value === 'string')
        expect(blamed(flag, value) === undefined).toBe(typeof value === 'boolean')
        expect(blamed(count, value) === undefined).toBe(Number.isSafeInteger(value) && Number(value) >= 0)
      }),
    )
  })

  it('counts to 2⁵³−1 and no further, and knows no fractions, no signs and no numerals', () => {
    expect(count(Number.MAX_SAFE_INTEGER, 'it')).toBe(9007199254740991)
    for (const value of [2 ** 53, -1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, '1', null])
      expect(blamed(count, value)).toBe('it')
  })

  it('measures a text in UTF-16 code units', () => {
    expect(blamed(text(2), '看报')).toBeUndefined()
    expect(blamed(text(2), '𠮷𠮷')).toBe('it')
  })

  it('takes a form as a whole, line feeds included', () => {
    const form = matching(/^[a-z]+$/, 'letters')
    expect(form('abc', 'it')).toBe('abc')
    for (const value of ['abc\n', '\nabc', '', 'a b', 7, ['abc']]) expect(blamed(form, value)).toBe('it')
  })
})

describe('list', () => {
  it('gives back the very list, and blames the item by its index', () => {
    const value = [1, 2, 3]
    expect(list(count)(value, 'it')).toBe(value)
    expect(blamed(list(count), [1, 2, '3'])).toBe('it[2]')
    expect(blamed(list(count), { length: 0 })).toBe('it')
  })

  it('refuses one that is too long before it reads the items', () => {
    let read = 0
    const counting: Check<unknown> = (value) => {
      read++
      return value
    }
    expect(blamed(list(counting, 2), [1, 2, 3])).toBe('it')
    expect(read).toBe(0)
    expect(blamed(list(counting, 2), [1, 2])).toBeUndefined()
    expect(read).toBe(2)
  })
})

describe('object', () => {
  const aPair = object({ name: text(), size: optional(count) })

  it('blames the field, as deep as it lies', () => {
    expect(blamed(aPair, { size: 1 })).toBe('it.name')
    expect(blamed(object({ pairs: list(aPair) }), { pairs: [{ name: 'a' }, { name: 1 }] })).toBe(
      'it.pairs[1].name',
    )
  })

  it('lets an optional field be absent, but not null', () => {
    expect(blamed(aPair, { name: 'a' })).toBeUndefined()
    expect(blamed(aPair, { name: 'a', size: null })).toBe('it.size')
  })

  it('lets unknown fields pass, and keeps them', () => {
    const value = { name: 'a', colour: 'red' }
    expect(aPair(value, 'it')).toBe(value)
  })

  it.each([null, [], 'text', 1, undefined])('refuses %j', (value) => {
    expect(blamed(aPair, value)).toBe('it')
  })
})

describe('dictionary and itemOf', () => {
  it('finds its own keys only', () => {
    const items = dictionary(count)(JSON.parse('{"macro":1,"__proto__":2}'), 'it')
    expect(itemOf(items, 'macro')).toBe(1)
    expect(itemOf(items, '__proto__')).toBe(2)
    for (const key of ['constructor', 'toString', 'hasOwnProperty', 'stock'])
      expect(itemOf(items, key)).toBeUndefined()
  })

  it('blames the item by its key', () => {
    expect(blamed(dictionary(count), { a: 1, b: 'two' })).toBe('it.b')
    expect(blamed(dictionary(count), JSON.parse('{"__proto__":"two"}'))).toBe('it.__proto__')
    expect(blamed(dictionary(count), [1])).toBe('it')
  })
})

it('says what was expected, and where', () => {
  expect(() => list(count)([1, -1], 'root.newest')).toThrow('root.newest[1]: expected a whole number from 0')
})
