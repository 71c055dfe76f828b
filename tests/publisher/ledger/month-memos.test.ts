import { expect, it } from 'vitest'
import { monthMemos } from '../../../src/publisher/ledger/month-memos.ts'
import type { PostRecord } from '../../../src/publisher/post-record.ts'
import { aRecordWith } from '../site-folder.ts'
import { aMemoWith } from './memos.ts'

const NONE: ReadonlySet<PostRecord> = new Set()
const NOTHING = { months: new Map() }

const on = (day: string, path = day): PostRecord => aRecordWith({ path, day })
const [first, second, hidden, undated] = [
  on('2022-01-04'),
  on('2022-02-01'),
  on('2022-02-02'),
  on('0000-00-00'),
]
const JANUARY = aMemoWith({ day: '2022-01-04', posts: [first] })
const FEBRUARY = aMemoWith({ day: '2022-02-01', posts: [second] })

/** The same months as a ledger gives them back, each with its file. */
const kept = () => {
  const months = [...monthMemos([JANUARY, FEBRUARY], [hidden], NOTHING, NONE)]
  return { months: new Map(months.map(([month, memo]) => [month, { ...memo, name: month }])) }
}
const names = (...args: Parameters<typeof monthMemos>) =>
  [...monthMemos(...args).values()].map(({ name }) => name)

it('sorts entries and posts that are no articles into months, articles first', () => {
  const months = monthMemos([JANUARY, FEBRUARY], [hidden, undated], NOTHING, NONE)
  expect([...months]).toEqual([
    ['2022-01', { posts: [first], entries: [JANUARY] }],
    ['2022-02', { posts: [second, hidden], entries: [FEBRUARY] }],
    ['0000-00', { posts: [undated], entries: [] }],
  ])
})

it('a month that is as it was keeps its file', () => {
  expect(names([JANUARY, FEBRUARY], [hidden], kept(), NONE)).toEqual(['2022-01', '2022-02'])
})

it('a month of which anything has changed does not', () => {
  const before = kept()
  expect(names([{ ...JANUARY }, FEBRUARY], [hidden], before, NONE)).toEqual([undefined, '2022-02'])
  expect(names([JANUARY, FEBRUARY], [], before, NONE)).toEqual(['2022-01', undefined])
  expect(names([JANUARY, FEBRUARY], [{ ...hidden }], before, NONE)).toEqual(['2022-01', undefined])
  expect(names([JANUARY], [hidden], before, NONE)).toEqual(['2022-01', undefined])
  expect(names([JANUARY, FEBRUARY], [hidden], before, new Set([first]))).toEqual([undefined, '2022-02'])
  expect(names([JANUARY, FEBRUARY], [hidden], before, new Set([hidden]))).toEqual(['2022-01', undefined])
})
