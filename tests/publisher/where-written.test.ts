import { expect, it } from 'vitest'
import { isQuoted, lineOfField } from '../../src/publisher/where-written.ts'

const head = '---\ntitle: a\n"date" : "2022-01-01"\nmy:\n  published: x\nempty:\n'

it.each([
  ['title', 2, false],
  ['date', 3, true],
  ['empty', 6, false],
  ['published', 1, false],
  ['none', 1, false],
])('%s stands on line %i', (name, line, quoted) => {
  expect([lineOfField({ head }, name), isQuoted({ head }, name)]).toEqual([line, quoted])
})
