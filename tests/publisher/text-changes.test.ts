import { expect, it } from 'vitest'
import type { PostRecord } from '../../src/publisher/post-record.ts'
import { areOfTextAlone } from '../../src/publisher/text-changes.ts'

const aRecord = (fields: Partial<PostRecord> = {}): PostRecord => ({
  path: '_posts/2022-01-04-a.md',
  id: '1',
  day: '2022-01-04',
  epoch: 1,
  modified: undefined,
  permalink: '/a.html',
  aliases: [],
  categories: [{ slug: 'x', name: 'X' }],
  sameness: 'one',
  bytes: 9,
  asks: [],
  answers: [],
  isPublished: true,
  stub: undefined,
  problems: [],
  stamp: 0,
  ...fields,
})

const OLD = aRecord()
const TEXT = { id: '2', sameness: 'two', bytes: 10 }

it('knows a change of text alone', () => {
  expect(areOfTextAlone(new Map(), [OLD])).toBe(true)
  expect(areOfTextAlone(new Map([[OLD, aRecord(TEXT)]]), [OLD, aRecord({ sameness: 'other' })])).toBe(true)
  expect(areOfTextAlone(new Map([[OLD, aRecord({ id: '2' })]]), [OLD])).toBe(true)
})

it.each<Partial<PostRecord>>([
  { day: '2022-01-05' },
  { epoch: 2 },
  { permalink: '/b.html' },
  { aliases: ['/c.html'] },
  { categories: [] },
  { categories: [{ slug: 'x', name: 'Y' }] },
  { asks: ['a'] },
  { isPublished: false },
  { stub: '' },
])('knows that more than text has changed: %j', (fields) => {
  const post = aRecord({ ...TEXT, ...fields })
  expect(areOfTextAlone(new Map([[OLD, post]]), [OLD])).toBe(false)
  expect(areOfTextAlone(new Map([[post, OLD]]), [post])).toBe(false)
})

it('is not certain where another post was like it, is like it now, or is a stub of the same number', () => {
  const changes = new Map([[OLD, aRecord(TEXT)]])
  for (const sameness of ['one', 'two'])
    expect(areOfTextAlone(changes, [OLD, aRecord({ path: 'b.md', sameness })])).toBe(false)
  const [path, stub] = ['x/202204251200098508.md', 'y/202204251200098508.html']
  const whole = aRecord({ path })
  const told = new Map([[whole, aRecord({ path, ...TEXT })]])
  expect(areOfTextAlone(told, [whole, aRecord({ path: stub, stub: 'a', sameness: 's' })])).toBe(false)
  expect(areOfTextAlone(told, [whole, aRecord({ path: 'z.md', stub: 'a', sameness: 's' })])).toBe(true)
  const other = aRecord({ path: 'b.md', sameness: 'three' })
  const both = new Map([...changes, [other, aRecord({ path: 'b.md', ...TEXT })]])
  expect(areOfTextAlone(both, [OLD, other])).toBe(false)
})
