import { expect, it } from 'vitest'
import { boundedCopy } from '../../../../src/publisher/stages/render-liquid/bounded-copy.ts'

it('copies texts, lists and maps', () => {
  const matter = { title: '题', tags: ['一', { name: '二' }], none: null }
  expect(boundedCopy(matter)).toEqual(matter)
  expect(boundedCopy(matter)).not.toBe(matter)
})

it('ends at a depth and at a number of values', () => {
  expect(boundedCopy([[[[[[[['深']]]]]]]])).toEqual([[[[[[[null]]]]]]])
  expect((boundedCopy(Array.from({ length: 9999 }, () => 'x')) as unknown[]).length).toBeLessThan(2001)
})

it.each([
  ['true', true],
  ['false', false],
  ['3', 3],
  ['-0.5', -0.5],
  ['007', '007'],
  ['+1', '+1'],
  ['1e9', '1e9'],
  ['20220530230539667164', '20220530230539667164'],
  ['', ''],
])('%j is %j', (text, value) => {
  expect(boundedCopy([text])).toEqual([value])
})
