import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { MonthMemo, PackedMemo } from '../../../src/publisher/ledger/month-file.ts'
import { readMonth, writeMonth } from '../../../src/publisher/ledger/month-file.ts'
import type { PostRecord } from '../../../src/publisher/post-record.ts'
import { aRecordWith } from '../site-folder.ts'
import { aMemoWith } from './memos.ts'

const text = fc.string({ unit: 'binary', maxLength: 12 })
const texts = fc.array(text, { maxLength: 3 })
const name = fc.stringMatching(/^[a-z2-7]{12}$/)
const problem = fc.record(
  { kind: fc.constantFrom('date', 'link'), file: text, line: fc.nat(), wrong: text, done: text },
  { requiredKeys: ['kind', 'file', 'wrong', 'done'] },
)
const record: fc.Arbitrary<PostRecord> = fc.record({
  path: text,
  id: fc.stringMatching(/^[0-9a-f]{40}$/),
  day: fc.constantFrom('2022-01-04', '2022-01-05', '0000-00-00'),
  epoch: fc.option(fc.integer(), { nil: undefined }),
  modified: fc.option(fc.integer(), { nil: undefined }),
  permalink: text,
  aliases: texts,
  categories: fc.array(fc.record({ slug: text, name: text }), { maxLength: 2 }),
  sameness: fc.stringMatching(/^[A-Za-z0-9+/]{16}$/),
  bytes: fc.nat(),
  asks: texts,
  answers: fc.array(fc.option(text, { nil: undefined }), { maxLength: 3 }),
  isPublished: fc.boolean(),
  stub: fc.option(text, { nil: undefined }),
  problems: fc.array(problem, { maxLength: 2 }) as fc.Arbitrary<PostRecord['problems']>,
  stamp: fc.maxSafeNat(),
})
const entry: fc.Arbitrary<PackedMemo> = fc.record({
  day: fc.constantFrom('2022-01-04', '2022-01-05'),
  key: name,
  name,
  pages: fc.array(name, { maxLength: 2 }),
  packs: fc.array(fc.record({ count: fc.nat(), name }), { maxLength: 2 }),
  weight: fc.record({
    files: fc.nat(),
    bytes: fc.nat(),
    largest: fc.record({ path: text, bytes: fc.nat() }),
  }),
  posts: fc.array(record, { maxLength: 3 }),
  refused: texts,
  isPaged: fc.boolean(),
  odd: fc.array(fc.tuple(fc.nat(5), texts), { maxLength: 2 }).map((pairs) => new Map(pairs)),
})

it('gives back any month that was written', () => {
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 3 }), fc.array(record, { maxLength: 3 }), (entries, others) => {
      const month: MonthMemo = { posts: [...entries.flatMap(({ posts }) => posts), ...others], entries }
      const { byPath = [], ...read } = readMonth(writeMonth(month))
      expect(read).toEqual(month)
      const paths = month.posts.map(({ path }) => path)
      expect(byPath.map((place) => paths[place])).toEqual([...paths].sort())
      // The articles of an entry are the very posts of the month: they are recognised by being the same.
      for (const [place, post] of read.entries.flatMap(({ posts }) => posts).entries())
        expect(post).toBe(read.posts[place])
    }),
  )
})

it('keeps the stamps of files, where one is known', () => {
  const posts = [aRecordWith({ path: 'a' }), aRecordWith({ path: 'b', stamp: 2 ** 53 - 1 })]
  const json = writeMonth({ posts, entries: [] })
  expect(readMonth(json).posts.map(({ stamp }) => stamp)).toEqual([0, 2 ** 53 - 1])
  expect(writeMonth({ posts: posts.slice(0, 1), entries: [] })).toContain('"stamps":[]')
})

it('does not write the name that it is kept under', () => {
  const month = { posts: [], entries: [aMemoWith()] }
  expect(writeMonth({ ...month, name: 'abc' })).toBe(writeMonth(month))
})

it('writes categories that many posts share once', () => {
  const posts = ['a', 'b', 'c'].map((path) =>
    aRecordWith({ path, categories: [{ slug: 'hg', name: '宏观' }] }),
  )
  expect(writeMonth({ posts, entries: [] }).match(/\\u5b8f\\u89c2/g)).toHaveLength(1)
})
