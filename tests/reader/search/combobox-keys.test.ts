import { describe, expect, it } from 'vitest'
import { markedBy, NONE, optionId } from '../../../src/reader/search/combobox-keys.ts'

describe('the keys in a list of three', () => {
  it.each([
    ['ArrowDown', [NONE, 0, 1, 2], [0, 1, 2, NONE]],
    ['ArrowUp', [NONE, 0, 1, 2], [2, NONE, 0, 1]],
    ['Home', [0, 1, 2], [0, 0, 0]],
    ['End', [0, 1, 2], [2, 2, 2]],
  ])('%s goes on from %o to %o', (key, from, to) => {
    expect(from.map((marked) => markedBy(key, marked, 3))).toEqual(to)
  })

  it('Home and End move the cursor in the text while nothing is marked', () => {
    expect(markedBy('Home', NONE, 3)).toBeUndefined()
    expect(markedBy('End', NONE, 3)).toBeUndefined()
  })

  it.each(['a', 'Enter', 'Tab', 'ArrowLeft', 'Delete'])('%s marks nothing', (key) => {
    expect(markedBy(key, 1, 3)).toBeUndefined()
  })
})

it('gives each option of a list an id of its own', () => {
  expect(optionId('list', 0)).not.toBe(optionId('list', 1))
  expect(optionId('list', 0)).not.toBe(optionId('other', 0))
})
