import { expect, it } from 'vitest'
import { memoryEdition } from '../../src/publisher/edition-memory.ts'
import { addWeights, measured, NO_WEIGHT, weigh } from '../../src/publisher/edition-weight.ts'

it('weighs what is put in bytes, and passes it on', () => {
  const edition = memoryEdition()
  const weighed = measured(edition)
  expect(weighed.weight()).toEqual(NO_WEIGHT)
  weighed.put('a', '看报')
  weighed.put('b', Buffer.from('abc'))
  weighed.seal('root', '')
  expect(weighed.weight()).toEqual({ files: 3, bytes: 9, largest: { path: 'a', bytes: 6 } })
  expect(weighed.paths()).toEqual(['a', 'b', 'root'])
  expect([...edition.files.keys()]).toEqual(['a', 'b', 'root'])
  expect(weighed.get('a')).toBe('看报')
})

it('does not weigh what could not be put', () => {
  const full = measured({
    ...memoryEdition(),
    put: () => {
      throw new Error('full')
    },
  })
  expect(() => full.put('a', 'abc')).toThrow('full')
  expect([full.weight(), full.paths()]).toEqual([NO_WEIGHT, []])
})

it('weights add up; of two largest files the first counts', () => {
  const weight = (path: string, bytes: number) => ({ files: 1, bytes, largest: { path, bytes } })
  const all = [weight('a', 2), weight('b', 5), weight('c', 5)].reduce(addWeights, NO_WEIGHT)
  expect(all).toEqual({ files: 3, bytes: 12, largest: { path: 'b', bytes: 5 } })
})

it('files weigh what they would if they were put', () => {
  const files = new Map([
    ['a', '看报'],
    ['b', 'abc'],
  ])
  const weighed = measured(memoryEdition())
  for (const [path, content] of files) weighed.put(path, content)
  expect(weigh(files)).toEqual(weighed.weight())
  expect(weigh(new Map())).toEqual(NO_WEIGHT)
})
