import { expect, it } from 'vitest'
import { lowerCase } from '../../src/publisher/lower-case.ts'

it.each([
  ['TechWeb', 'techweb'],
  ['ΛΟΓΟΣ', 'λογοσ'], // JavaScript alone would end it with ς
  ['İ', 'i\u0307'],
  ['中文😀', '中文😀'],
])('%s is %s', (text, expected) => {
  expect(lowerCase(text)).toBe(expected)
})
