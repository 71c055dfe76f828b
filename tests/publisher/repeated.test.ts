import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { repeatedIn } from '../../src/publisher/repeated.ts'

it('gives the items whose key is there more than once, and those alone', () => {
  const items = ['a1', 'b2', 'a3', 'c4', '中5', 'b6', '中文7']
  expect([...repeatedIn(items, (item) => item.slice(0, -1))]).toEqual(['a1', 'b2', 'a3', 'b6'])
  expect(repeatedIn([], String).size).toBe(0)
})

it('misses none that differ early, though it may take more for alike', () => {
  const long = (start: string) => `${start}${'-'.repeat(100)}.html`
  const items = ['a', 'b', 'a'].map((start) => ({ key: long(start) }))
  const repeated = repeatedIn(items, ({ key }) => key)
  expect([repeated.has(items[0] as never), repeated.has(items[2] as never)]).toEqual([true, true])
})

it('finds them in any list', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ maxLength: 3 })), (keys) => {
      const items = keys.map((key) => ({ key }))
      const shall = items.filter(({ key }) => keys.indexOf(key) !== keys.lastIndexOf(key))
      expect([...repeatedIn(items, ({ key }) => key)]).toEqual(shall)
    }),
  )
})

it('tells a hundred thousand addresses apart', () => {
  const addresses = Array.from(
    { length: 100_000 },
    (_, number) => `/emnews/2022/06/30/20220630${number}.html`,
  )
  expect(repeatedIn(addresses, (address) => address).size).toBe(0)
})
